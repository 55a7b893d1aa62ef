package dev.comanda.batch.readers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.adyen.AdyenSettlementReader;
import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    @Test
    void linesEndWithEitherKindOfEndAndAreNumberedFromOne() throws Exception {
        assertThat(lines("a\r\nb\n\nc")).containsExactly("1:a", "2:b", "3:", "4:c");
        assertThat(lines("a\n")).containsExactly("1:a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\uFEFFa")).containsExactly("1:a");
    }

    @Test
    void aLineOfExactlyTheGreatestLengthIsKeptAndOneByteMoreIsNot() throws Exception {
        String longest = "x".repeat(BoundedLines.MAX_LENGTH);
        BoundedLines kept = of(longest + "\nnext");
        assertThat(first(kept).text(StandardCharsets.UTF_8)).isEqualTo(longest);

        RawRecord tooLong = first(of(longest + "y\nnext"));
        assertThatThrownBy(() -> tooLong.text(StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(RefusedRecordException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(ReasonCode.TOO_LONG));
    }

    @Test
    void ofALineOfManyMegabytesOnlyTheStartTheLengthAndTheDigestAreKept() throws Exception {
        int megabytes = 300;
        byte[] megabyte = new byte[1024 * 1024];
        Arrays.fill(megabyte, (byte) 'x');
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<InputStream> parts = new ArrayList<>();
        for (int i = 0; i < megabytes; i++) {
            digest.update(megabyte);
            parts.add(new ByteArrayInputStream(megabyte));
        }
        parts.add(new ByteArrayInputStream("\nnext".getBytes(StandardCharsets.UTF_8)));
        BoundedLines lines = new BoundedLines(new SequenceInputStream(Collections.enumeration(parts)));

        RejectedRecord rejected = first(lines).rejected(ReasonCode.TOO_LONG, "too long");

        assertThat(rejected.rawLength()).isEqualTo(megabytes * 1024L * 1024L);
        assertThat(rejected.raw()).hasSize(RejectedRecord.RAW_LIMIT);
        assertThat(rejected.rawSha256()).isEqualTo(digest.digest());
        assertThat(first(lines).text(StandardCharsets.UTF_8)).isEqualTo("next");
    }

    @Test
    void aRowThatIsTooLongIsRejectedAndAFileOfOneEndlessLineIsRefused() throws Exception {
        String title = "Merchant Account,Psp Reference,Merchant Reference,Creation Date,TimeZone,Type,"
                + "Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,"
                + "Net Debit (NC),Net Credit (NC),Batch Number\n";
        String endless = "x".repeat(3 * BoundedLines.MAX_LENGTH);

        Records records = Records.of(new AdyenSettlementReader(), title + endless + "\n\"" + endless);

        assertThat(records.rejected)
                .extracting(rejected -> rejected.line() + " " + rejected.reason())
                .containsExactly("2 TOO_LONG", "3 TOO_LONG");
        assertThatThrownBy(() -> Records.of(new AdyenSettlementReader(), endless))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("line 1");
    }

    private static BoundedLines of(String text) throws Exception {
        return new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawRecord first(BoundedLines lines) throws Exception {
        RawRecord line = lines.next();
        if (line == null) {
            throw new AssertionError("there is no line");
        }
        return line;
    }

    private static List<String> lines(String text) throws Exception {
        List<String> found = new ArrayList<>();
        BoundedLines lines = of(text);
        for (RawRecord line = lines.next(); line != null; line = lines.next()) {
            found.add(line.line() + ":" + line.text(StandardCharsets.UTF_8));
        }
        return found;
    }
}
