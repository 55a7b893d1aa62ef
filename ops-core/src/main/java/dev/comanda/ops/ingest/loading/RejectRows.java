package dev.comanda.ops.ingest.loading;

import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.ingest.RejectedRecord;

/** What a reject says, as cells of a row. */
final class RejectRows {

    private RejectRows() {}

    /** Reason, sentence, raw bytes, their length and digest. */
    static void say(CopyTarget row, RejectedRecord rejected) {
        row.add(rejected.reason())
                .add(withoutNul(rejected.sentence()))
                .add(rejected.raw())
                .add(rejected.rawLength())
                .add(rejected.rawSha256());
    }

    /** PostgreSQL keeps no NUL in text; the raw bytes keep it. */
    static String withoutNul(String sentence) {
        return sentence.replace('\0', '\uFFFD');
    }
}
