package dev.comanda.batch.readers.stripe;

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
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's itemised payout reconciliation. */
public final class StripePayoutReader implements RecordReader {

    private static final String CREATED = "created";
    // Newer versions of the report write both; "created" is then in the zone the report was asked for.
    private static final String CREATED_UTC = "created_utc";
    private static final String MERCHANT_REFERENCE = "payment_metadata[merchant_reference]";
    private static final String EFFECTIVE_AT = "automatic_payout_effective_at";

    private static final List<String> REQUIRED = List.of(CREATED, "currency", "gross", "net", "reporting_category");

    private static final BigDecimal ROW_TOLERANCE = new BigDecimal("0.01");

    @Override
    public ReadCounts read(InputStream in, RecordSink sink) throws UnreadableFileException, IOException {
        CsvRecords records = new CsvRecords(in);
        Columns columns = CsvTitles.read(records, "Stripe's itemised payout reconciliation", REQUIRED);
        Tally tally = new Tally(sink);
        StripePayouts payouts = new StripePayouts();
        for (RawRecord raw = records.next(); raw != null; raw = records.next()) {
            try {
                CsvRow row = columns.row(CsvRecords.fields(raw));
                PspLine line = line(raw.line(), row);
                LocalDate effective = effectiveDate(row);
                checkRow(line, sink);
                sink.line(line);
                payouts.add(line, effective);
                tally.accept();
            } catch (RefusedRecordException e) {
                tally.reject(raw, e);
            }
        }
        payouts.report(sink);
        return tally.counts();
    }

    private static PspLine line(long line, CsvRow row) throws RefusedRecordException {
        String category = row.text("reporting_category");
        LineKind kind = StripeCategories.kindOf(category);
        String created = row.text(CREATED_UTC) != null ? CREATED_UTC : CREATED;
        Instant createdAt = Dates.utc(row.requiredText(created), CsvRow.named(created));
        String charge = row.text("charge_id");
        String intent = row.text("payment_intent_id");
        String currency = row.requiredCurrency("currency");
        return new PspLine(
                line,
                0,
                Psp.STRIPE,
                kind,
                category == null ? "" : category,
                charge != null ? charge : intent,
                charge != null ? intent : null,
                row.text(MERCHANT_REFERENCE),
                row.requiredAmount("gross"),
                currency,
                createdAt,
                Dates.businessDate(createdAt),
                row.amount("fee"),
                row.requiredAmount("net"),
                currency,
                row.text("automatic_payout_id"),
                null);
    }

    private static @Nullable LocalDate effectiveDate(CsvRow row) throws RefusedRecordException {
        String text = row.text(EFFECTIVE_AT);
        return text == null ? null : Dates.datePart(text, CsvRow.named(EFFECTIVE_AT));
    }

    private static void checkRow(PspLine line, RecordSink sink) {
        BigDecimal net = line.net();
        BigDecimal fee = line.fee();
        if (net == null || fee == null) {
            return;
        }
        BigDecimal expected = line.amount().subtract(fee);
        if (expected.subtract(net).abs().compareTo(ROW_TOLERANCE) > 0) {
            sink.warning(
                    line.position(),
                    "net is %s, but gross %s less fee %s is %s"
                            .formatted(
                                    net.toPlainString(),
                                    line.amount().toPlainString(),
                                    fee.toPlainString(),
                                    expected.toPlainString()));
        }
    }
}
