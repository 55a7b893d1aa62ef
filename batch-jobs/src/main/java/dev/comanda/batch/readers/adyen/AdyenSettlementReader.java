package dev.comanda.batch.readers.adyen;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordReader;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Columns;
import dev.comanda.batch.readers.text.CsvRecords;
import dev.comanda.batch.readers.text.CsvRow;
import dev.comanda.batch.readers.text.CsvTitles;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import dev.comanda.ops.psp.LineKind;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspLine;
import dev.comanda.ops.psp.PspPayout;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Adyen's settlement detail report. */
public final class AdyenSettlementReader implements RecordReader {

    private static final List<String> REQUIRED = List.of(
            "Merchant Account",
            "Psp Reference",
            "Merchant Reference",
            "Creation Date",
            "TimeZone",
            "Type",
            "Modification Reference",
            "Gross Currency",
            "Gross Debit (GC)",
            "Gross Credit (GC)",
            "Exchange Rate",
            "Net Currency",
            "Net Debit (NC)",
            "Net Credit (NC)",
            "Batch Number");

    // "Payment Fees (NC)" of the wide form repeats these four: it is never added.
    private static final List<String> FEES =
            List.of("Commission (NC)", "Markup (NC)", "Scheme Fees (NC)", "Interchange (NC)");

    private static final BigDecimal ROW_TOLERANCE = new BigDecimal("0.01");

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        CsvRecords records = new CsvRecords(in);
        Columns columns = CsvTitles.read(records, "Adyen's settlement detail report", REQUIRED);
        Tally tally = new Tally(sink);
        BatchTotals batches = new BatchTotals();
        for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
            try {
                CsvRow row = columns.row(CsvRecords.fields(raw));
                take(raw.line(), row, batches, sink);
                tally.accept();
            } catch (RefusedRecordException e) {
                tally.reject(raw, e);
            }
        }
        batches.compare(sink);
        return tally.counts();
    }

    private static void take(long line, CsvRow row, BatchTotals batches, RecordSink sink)
            throws RefusedRecordException, UnreadableFileException {
        PspLine pspLine = line(line, row);
        String batch = row.text("Merchant Account") + " " + row.text("Batch Number");
        if (pspLine.kind() == LineKind.PAYOUT) {
            PspPayout payout = payout(pspLine, row);
            sink.line(pspLine);
            sink.payout(payout);
            batches.claim(batch, payout);
        } else {
            checkRow(pspLine, row, sink);
            sink.line(pspLine);
            batches.add(batch, line, net(row));
        }
    }

    private static PspLine line(long line, CsvRow row) throws RefusedRecordException {
        String type = row.requiredText("Type");
        LineKind kind = AdyenTypes.kindOf(type);
        Instant createdAt = AdyenTime.of(row.requiredText("Creation Date"), row.requiredText("TimeZone"));
        boolean gross = row.text("Gross Debit (GC)") != null || row.text("Gross Credit (GC)") != null;
        if (!gross && isSettlement(kind)) {
            throw RefusedRecordException.violation(
                    "columns 'Gross Debit (GC)' and 'Gross Credit (GC)' are both empty in a row of type " + type);
        }
        BigDecimal amount =
                gross ? row.amountOrZero("Gross Credit (GC)").subtract(row.amountOrZero("Gross Debit (GC)")) : net(row);
        boolean inNetCurrency = !gross && row.text("Net Currency") != null;
        String currency = row.requiredCurrency(inNetCurrency ? "Net Currency" : "Gross Currency");
        return new PspLine(
                line,
                0,
                Psp.ADYEN,
                kind,
                type,
                row.text("Psp Reference"),
                null,
                row.text("Merchant Reference"),
                amount,
                currency,
                createdAt,
                Dates.businessDate(createdAt),
                fee(row),
                net(row),
                row.currency("Net Currency"),
                kind == LineKind.PAYOUT ? payoutReference(row) : null,
                row.text("Payment Method"));
    }

    private static PspPayout payout(PspLine line, CsvRow row) throws RefusedRecordException {
        String reference = payoutReference(row);
        if (reference == null) {
            throw RefusedRecordException.violation(
                    "column 'Modification Reference' is empty; it names the payout in a MerchantPayout row");
        }
        return new PspPayout(
                line.position(),
                Psp.ADYEN,
                reference,
                net(row).negate(),
                row.requiredCurrency("Net Currency"),
                line.businessDate());
    }

    private static @Nullable String payoutReference(CsvRow row) throws RefusedRecordException {
        String text = row.text("Modification Reference");
        if (text == null) {
            return null;
        }
        String first = text.split("[\\s,]+", 2)[0];
        return first.isEmpty() ? null : first;
    }

    private static BigDecimal net(CsvRow row) throws RefusedRecordException {
        return row.amountOrZero("Net Credit (NC)").subtract(row.amountOrZero("Net Debit (NC)"));
    }

    private static BigDecimal fee(CsvRow row) throws RefusedRecordException {
        BigDecimal sum = BigDecimal.ZERO;
        for (String column : FEES) {
            sum = sum.add(row.amountOrZero(column));
        }
        return sum;
    }

    private static boolean isSettlement(LineKind kind) {
        return kind == LineKind.SALE || kind == LineKind.REFUND || kind == LineKind.CHARGEBACK;
    }

    private static void checkRow(PspLine line, CsvRow row, RecordSink sink) throws RefusedRecordException {
        BigDecimal rate = row.amount("Exchange Rate");
        BigDecimal net = line.net();
        BigDecimal fee = line.fee();
        if (!isSettlement(line.kind()) || rate == null || net == null || fee == null) {
            return;
        }
        BigDecimal expected = line.amount().multiply(rate).subtract(fee);
        if (expected.subtract(net).abs().compareTo(ROW_TOLERANCE) > 0) {
            sink.warning(
                    line.position(),
                    "net is %s, but gross %s x rate %s less fees %s is %s"
                            .formatted(
                                    net.toPlainString(),
                                    line.amount().toPlainString(),
                                    rate.toPlainString(),
                                    fee.toPlainString(),
                                    expected.toPlainString()));
        }
    }
}
