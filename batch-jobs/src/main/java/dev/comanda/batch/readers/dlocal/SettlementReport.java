package dev.comanda.batch.readers.dlocal;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.text.Columns;
import dev.comanda.batch.readers.text.CsvRecords;
import dev.comanda.batch.readers.text.CsvRow;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.RawRecord;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.Tally;
import dev.comanda.ops.psp.LineKind;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.PspLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one report as they come: titles, the HEADER of a transfer, its transactions, perhaps a next transfer. */
final class SettlementReport {

    private static final List<String> HEADER_COLUMNS = List.of(
            "SETTLEMENT_CURRENCY",
            "NUMBER_OF_ITEMS",
            "GROSS_TOTAL_AMOUNT",
            "FEE_TOTAL_AMOUNT",
            "NET_TOTAL_AMOUNT",
            "TRANSFER_DATE",
            "TRANSFER_ID");
    private static final List<String> ROW_COLUMNS = List.of(
            "CREATION_DATE",
            "TRANSACTION_ID",
            "DLOCAL_TRANSACTION_ID",
            "LOCAL_AMOUNT",
            "LOCAL_CURRENCY",
            "GROSS_AMOUNT",
            "FEE_AMOUNT",
            "NET_AMOUNT");
    private static final BigDecimal ROW_TOLERANCE = new BigDecimal("0.01");

    private final RecordSink sink;
    private final Tally tally;
    private Columns columns;
    private @Nullable Transfer transfer;

    SettlementReport(Columns titles, RecordSink sink) {
        this.columns = titles;
        this.sink = sink;
        this.tally = new Tally(sink);
    }

    static boolean isTitles(Columns columns) {
        return columns.has(DlocalRowTypes.TITLES)
                && (columns.lacking(HEADER_COLUMNS).isEmpty()
                        || columns.lacking(ROW_COLUMNS).isEmpty());
    }

    void take(RawRecord raw) {
        try {
            List<String> fields = CsvRecords.fields(raw);
            String rowType = fields.get(0).strip();
            if (rowType.equals(DlocalRowTypes.TITLES)) {
                titles(fields);
                return;
            }
            CsvRow row = columns.row(fields);
            if (rowType.equals(DlocalRowTypes.HEADER)) {
                header(raw.line(), row);
            } else {
                transaction(raw.line(), row);
            }
            tally.accept();
        } catch (RefusedRecordException e) {
            tally.reject(raw, e);
        }
    }

    ReadCounts end() {
        endTransfer();
        return tally.counts();
    }

    private void titles(List<String> fields) throws RefusedRecordException {
        Columns next = new Columns(fields);
        if (!isTitles(next)) {
            throw RefusedRecordException.violation("the title row lacks columns of a settlement report: "
                    + String.join(", ", next.lacking(ROW_COLUMNS)));
        }
        columns = next;
    }

    private void header(long line, CsvRow row) throws RefusedRecordException {
        endTransfer();
        Transfer next = new Transfer(line, row);
        transfer = next;
        sink.payout(next.payout());
    }

    private void endTransfer() {
        if (transfer != null) {
            transfer.compare(sink);
        }
        transfer = null;
    }

    private void transaction(long line, CsvRow row) throws RefusedRecordException {
        BigDecimal gross = row.amountOrZero("GROSS_AMOUNT");
        BigDecimal fee = row.amountOrZero("FEE_AMOUNT");
        BigDecimal net = row.requiredAmount("NET_AMOUNT");
        sink.line(line(line, row, fee, net));
        if (gross.add(fee).subtract(net).abs().compareTo(ROW_TOLERANCE) > 0) {
            sink.warning(
                    line,
                    "NET_AMOUNT is %s, but GROSS_AMOUNT %s and FEE_AMOUNT %s make %s"
                            .formatted(
                                    net.toPlainString(),
                                    gross.toPlainString(),
                                    fee.toPlainString(),
                                    gross.add(fee).toPlainString()));
        }
        if (transfer != null) {
            transfer.add(gross, fee, net);
        }
    }

    private PspLine line(long line, CsvRow row, BigDecimal fee, BigDecimal net) throws RefusedRecordException {
        String rowType = row.requiredText(DlocalRowTypes.TITLES);
        LineKind kind = DlocalRowTypes.kindOf(rowType);
        boolean settlement = kind == LineKind.SALE || kind == LineKind.REFUND || kind == LineKind.CHARGEBACK;
        String settlementCurrency = transfer == null ? null : transfer.currency();
        // Fees and adjustments have no local currency; they exist in the currency of the transfer only.
        boolean local = settlement || row.text("LOCAL_CURRENCY") != null || settlementCurrency == null;
        Instant createdAt = createdAt(row);
        return new PspLine(
                line,
                0,
                Psp.DLOCAL,
                kind,
                rowType,
                row.text("DLOCAL_TRANSACTION_ID"),
                null,
                row.text("TRANSACTION_ID"),
                local ? row.requiredAmount("LOCAL_AMOUNT") : net,
                local || settlementCurrency == null ? row.requiredCurrency("LOCAL_CURRENCY") : settlementCurrency,
                createdAt,
                Dates.businessDate(createdAt),
                fee.negate(),
                net,
                settlementCurrency,
                transfer == null ? null : transfer.reference(),
                null);
    }

    private Instant createdAt(CsvRow row) throws RefusedRecordException {
        String created = row.text("CREATION_DATE");
        if (created == null && transfer != null) {
            return Dates.startOfDay(transfer.date());
        }
        return Dates.utc(row.requiredText("CREATION_DATE"), CsvRow.named("CREATION_DATE"));
    }
}
