package dev.comanda.batch.readers.text;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;

/** Counts the records of one file and hands on those that are refused. */
public final class Tally {

    private final RecordSink sink;
    private long accepted;
    private long rejected;
    private long ignored;

    public Tally(RecordSink sink) {
        this.sink = sink;
    }

    public void accept() {
        accepted++;
    }

    public void ignore() {
        ignored++;
    }

    public void reject(RawRecord record, RefusedRecordException refusal) {
        rejected++;
        sink.rejected(record.rejected(refusal.reason(), refusal.sentence()));
    }

    public ReadCounts counts() {
        return new ReadCounts(accepted + rejected + ignored, accepted, rejected, ignored);
    }
}
