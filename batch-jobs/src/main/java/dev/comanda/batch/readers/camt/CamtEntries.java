package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.ingest.ReasonCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of their fields.
 *
 * <p>The direction is that of CdtDbtInd alone. RvslInd does not turn it: ISO 20022 says that a credit with RvslInd is the
 * reversal of a debit, and so still a credit, and a statement's balances hold only that way.
 */
final class CamtEntries {

    private CamtEntries() {}

    /** One entry; or its parts, where it has several transactions whose amounts sum to it. */
    static List<BankEntry> of(long ordinal, EntryFields fields, StatementFields statement)
            throws RefusedRecordException, UnreadableFileException {
        if (fields.tooManyDetails) {
            throw new RefusedRecordException(
                    ReasonCode.TOO_LONG, "it has more than %,d transactions".formatted(EntryFields.MAX_DETAILS));
        }
        BigDecimal amount = signed(required(fields.amount, "Amt"), fields.direction, null);
        String currency = Amounts.currency(required(fields.currency, "Amt/@Ccy"), "Amt/@Ccy");
        String booking = fields.bookingDate == null ? fields.valueDate : fields.bookingDate;
        String value = fields.valueDate == null ? fields.bookingDate : fields.valueDate;
        LocalDate bookingDate = Dates.datePart(required(booking, "BookgDt"), "BookgDt");
        LocalDate valueDate = Dates.datePart(required(value, "ValDt"), "ValDt");
        List<BigDecimal> parts = parts(fields, amount, currency);
        List<BankEntry> entries = new ArrayList<>();
        for (int part = 1; part <= parts.size(); part++) {
            EntryFields detail = fields.details.get(part - 1);
            entries.add(entry(
                    ordinal,
                    part,
                    parts.get(part - 1),
                    currency,
                    bookingDate,
                    valueDate,
                    statement,
                    List.of(detail),
                    fields));
        }
        if (parts.isEmpty()) {
            entries.add(entry(ordinal, 0, amount, currency, bookingDate, valueDate, statement, fields.details, fields));
        }
        statement.booked(ordinal, amount, currency);
        return entries;
    }

    private static BankEntry entry(
            long ordinal,
            int part,
            BigDecimal amount,
            String currency,
            LocalDate bookingDate,
            LocalDate valueDate,
            StatementFields statement,
            List<EntryFields> details,
            EntryFields entry)
            throws UnreadableFileException {
        return new BankEntry(
                ordinal,
                part,
                statement.account(),
                statement.index(),
                currency,
                amount,
                bookingDate,
                valueDate,
                joined(details.stream().flatMap(detail -> detail.endToEndIds.stream())),
                joined(Stream.concat(
                        entry.servicerReferences.stream(),
                        details.stream().flatMap(detail -> detail.servicerReferences.stream()))),
                joined(Stream.concat(
                        details.stream().flatMap(detail -> detail.remittance.stream()), entry.remittance.stream())));
    }

    private static List<BigDecimal> parts(EntryFields entry, BigDecimal whole, String currency) {
        if (entry.details.size() < 2) {
            return List.of();
        }
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (EntryFields detail : entry.details) {
            if (detail.amount == null || !currency.equals(detail.currency)) {
                return List.of();
            }
            try {
                BigDecimal part = signed(detail.amount, detail.direction, entry.direction);
                parts.add(part);
                sum = sum.add(part);
            } catch (RefusedRecordException e) {
                return List.of();
            }
        }
        return sum.compareTo(whole) == 0 ? parts : List.of();
    }

    static BigDecimal signed(String text, @Nullable String direction, @Nullable String otherwise)
            throws RefusedRecordException {
        BigDecimal amount = Amounts.parse(text, "Amt");
        String sign = direction == null ? otherwise : direction;
        if ("CRDT".equals(sign)) {
            return amount;
        }
        if ("DBIT".equals(sign)) {
            return amount.negate();
        }
        throw RefusedRecordException.violation(
                "CdtDbtInd is %s; CRDT or DBIT is expected".formatted(sign == null ? "missing" : Quoted.of(sign)));
    }

    private static String required(@Nullable String value, String field) throws RefusedRecordException {
        if (value == null || value.isEmpty()) {
            throw RefusedRecordException.violation("%s is missing".formatted(field));
        }
        return value;
    }

    private static @Nullable String joined(Stream<String> texts) {
        String text =
                String.join(" ", texts.filter(part -> !part.isEmpty()).toList()).replaceAll("\\s+", " ");
        return text.isEmpty() ? null : text;
    }
}
