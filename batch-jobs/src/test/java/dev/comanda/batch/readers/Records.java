package dev.comanda.batch.readers;

import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.bank.BankStatement;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.LineKind;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader found in one file, for tests to look at. */
public final class Records implements RecordSink {

    public final List<PspLine> lines = new ArrayList<>();
    public final List<PspPayout> payouts = new ArrayList<>();
    public final List<ControlTotal> controlTotals = new ArrayList<>();
    public final List<BankEntry> entries = new ArrayList<>();
    public final List<BankStatement> statements = new ArrayList<>();
    public final List<PayoutReturn> payoutReturns = new ArrayList<>();
    public final List<RejectedRecord> rejected = new ArrayList<>();
    public final List<String> warnings = new ArrayList<>();
    public ReadCounts counts = new ReadCounts(0, 0, 0, 0);

    public static Records of(RecordReader reader, String text) throws UnreadableFileException {
        return of(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Records of(RecordReader reader, byte[] bytes) throws UnreadableFileException {
        try {
            return of(reader, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail to be read", e);
        }
    }

    public static Records of(RecordReader reader, InputStream in) throws UnreadableFileException, IOException {
        Records records = new Records();
        records.counts = reader.read(in, records);
        return records;
    }

    /** The sum of the amounts of the lines of a kind. */
    public BigDecimal sum(LineKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(PspLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void line(PspLine line) {
        lines.add(line);
    }

    @Override
    public void payout(PspPayout payout) {
        payouts.add(payout);
    }

    @Override
    public void controlTotal(ControlTotal total) {
        controlTotals.add(total);
    }

    @Override
    public void entry(BankEntry entry) {
        entries.add(entry);
    }

    @Override
    public void statement(BankStatement statement) {
        statements.add(statement);
    }

    @Override
    public void payoutReturn(PayoutReturn payoutReturn) {
        payoutReturns.add(payoutReturn);
    }

    @Override
    public void rejected(RejectedRecord record) {
        rejected.add(record);
    }

    @Override
    public void warning(long line, String sentence) {
        warnings.add(line + ": " + sentence);
    }
}
