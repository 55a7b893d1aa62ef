package dev.comanda.batch.outstanding;

import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.CsvRow;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.reconciliation.OutstandingItem;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of the file, read by the rules of docs/outstanding.md. */
final class OutstandingRow {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REFERENCE = 255;

    private static final Set<String> OF_A_PARTY_PAYOUT = Set.of("amount", "currency", "bank_reference", "party_id");

    /** The columns that the matching needs; nothing is outstanding in the reconciliation that is not here. */
    private static final Map<Reconciliation, Set<String>> NEEDED = Map.of(
            Reconciliation.PAYMENT_SETTLEMENT,
            Set.of("amount", "currency", "psp", "psp_reference", "merchant_reference", "order_id"),
            Reconciliation.PSP_PAYOUT,
            Set.of("amount", "currency", "psp"),
            Reconciliation.RESTAURANT_ACCRUAL,
            Set.of("party_id"),
            Reconciliation.COURIER_ACCRUAL,
            Set.of("order_id", "party_id"),
            Reconciliation.RESTAURANT_PAYOUT,
            OF_A_PARTY_PAYOUT,
            Reconciliation.COURIER_PAYOUT,
            OF_A_PARTY_PAYOUT);

    private final CsvRow row;
    private final LocalDate asOf;
    private final Reconciliation reconciliation;
    private final Set<String> needed;

    OutstandingRow(CsvRow row, LocalDate asOf) throws RefusedRecordException {
        this.row = row;
        this.asOf = asOf;
        String name = row.requiredText("reconciliation");
        this.reconciliation = Reconciliation.named(name)
                .orElseThrow(() -> unusable("reconciliation", name, "the name of a reconciliation"));
        Set<String> columns = NEEDED.get(reconciliation);
        if (columns == null) {
            throw RefusedRecordException.violation(
                    "nothing is outstanding in %s; have the events of orders that are open at go-live sent again"
                            .formatted(name));
        }
        this.needed = columns;
    }

    OutstandingItem item(long line) throws RefusedRecordException {
        String currency = needed.contains("currency") ? row.requiredCurrency("currency") : null;
        return new OutstandingItem(
                line,
                reconciliation,
                upTo(reconciliation == Reconciliation.PSP_PAYOUT ? LONGEST_REFERENCE : LONGEST_ID, "id"),
                businessDate(),
                currency == null ? null : amount(currency),
                currency,
                psp(),
                textIfNeeded(LONGEST_REFERENCE, "psp_reference"),
                textIfNeeded(LONGEST_REFERENCE, "merchant_reference"),
                textIfNeeded(LONGEST_REFERENCE, "bank_reference"),
                textIfNeeded(LONGEST_ID, "order_id"),
                textIfNeeded(LONGEST_ID, "party_id"));
    }

    private @Nullable String textIfNeeded(int longest, String column) throws RefusedRecordException {
        return needed.contains(column) ? upTo(longest, column) : null;
    }

    private String upTo(int longest, String column) throws RefusedRecordException {
        String text = row.requiredText(column);
        if (text.codePointCount(0, text.length()) > longest) {
            throw unusable(column, text, "at most " + longest + " characters");
        }
        return text;
    }

    private LocalDate businessDate() throws RefusedRecordException {
        String text = row.requiredText("business_date");
        LocalDate date = Dates.datePart(text, CsvRow.named("business_date"));
        if (date.isAfter(asOf) || !date.toString().equals(text)) {
            throw unusable("business_date", text, "a date that is not after --as-of " + asOf);
        }
        return date;
    }

    private @Nullable String psp() throws RefusedRecordException {
        if (!needed.contains("psp")) {
            return null;
        }
        String text = row.requiredText("psp");
        return Arrays.stream(Psp.values())
                .map(Psp::wireName)
                .filter(text::equals)
                .findFirst()
                .orElseThrow(() -> unusable("psp", text, "adyen, stripe, dlocal or pix"));
    }

    /** Only a PSP's payout may be negative: after refunds a provider takes back more than it owes. */
    private BigDecimal amount(String currency) throws RefusedRecordException {
        BigDecimal amount = row.requiredAmount("amount");
        boolean mayBeNegative = reconciliation == Reconciliation.PSP_PAYOUT;
        if (amount.signum() == 0
                || (amount.signum() < 0 && !mayBeNegative)
                || Amounts.roundTo(currency, amount).compareTo(amount) != 0) {
            throw unusable(
                    "amount",
                    amount.toPlainString(),
                    (mayBeNegative ? "an amount" : "a positive amount") + " with the decimals of " + currency);
        }
        return amount;
    }

    private static RefusedRecordException unusable(String column, String text, String expected) {
        return RefusedRecordException.violation(
                "column '%s' is %s; %s is expected".formatted(column, Quoted.of(text), expected));
    }
}
