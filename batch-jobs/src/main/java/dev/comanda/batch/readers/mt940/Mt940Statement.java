package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.ShortText;
import dev.comanda.ops.bank.BankStatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement as its fields come in. */
final class Mt940Statement {

    private static final Pattern BALANCE = Pattern.compile("^([CD])(\\d{6})([A-Z]{3})([\\d.,]+)$");

    private final int index;
    private final long line;
    private final String id;
    private @Nullable String account;
    private @Nullable Long sequenceNumber;
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private BigDecimal bookedSum = BigDecimal.ZERO;
    private @Nullable Long firstEntry;

    private record Balance(BigDecimal amount, String currency, LocalDate date) {}

    Mt940Statement(int index, long line, String id) {
        this.index = index;
        this.line = line;
        this.id = id.replace('\0', ' ');
    }

    int index() {
        return index;
    }

    long line() {
        return line;
    }

    void account(String text) throws RefusedRecordException {
        account = text.isEmpty() ? null : ShortText.checked(text, "the account");
    }

    /** The number before the slash; 0 is written by banks that do not count. */
    void sequence(String text) {
        String number = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
        boolean counted = number.matches("\\d{1,18}") && Long.parseLong(number) > 0;
        sequenceNumber = counted ? Long.valueOf(number) : null;
    }

    void opening(String text) throws RefusedRecordException {
        opening = balance(text, "opening");
    }

    void closing(String text) throws RefusedRecordException {
        closing = balance(text, "closing");
    }

    String account() throws RefusedRecordException {
        if (account == null) {
            throw RefusedRecordException.violation(
                    "the statement of line %d names no account (field :25:)".formatted(line));
        }
        return account;
    }

    String currency() throws RefusedRecordException {
        Balance known = opening == null ? closing : opening;
        if (known == null) {
            throw RefusedRecordException.violation(
                    "the statement of line %d has no balance (field :60F:), which gives its currency".formatted(line));
        }
        return known.currency();
    }

    void booked(long ordinal, BigDecimal amount) {
        bookedSum = bookedSum.add(amount);
        firstEntry = firstEntry == null ? Long.valueOf(ordinal) : firstEntry;
    }

    BankStatement end() throws RefusedRecordException {
        String currency = currency();
        boolean sameCurrency = closing != null && closing.currency().equals(currency);
        return new BankStatement(
                index,
                account(),
                id,
                sequenceNumber,
                opening == null ? null : opening.date(),
                closing == null ? null : closing.date(),
                currency,
                opening == null ? null : opening.amount(),
                closing == null || !sameCurrency ? null : closing.amount(),
                bookedSum,
                firstEntry);
    }

    private static Balance balance(String text, String which) throws RefusedRecordException {
        Matcher balance = BALANCE.matcher(text);
        if (!balance.matches()) {
            throw RefusedRecordException.violation("the %s balance is %s; one such as C261009BRL90000,00 is expected"
                    .formatted(which, Quoted.of(text)));
        }
        BigDecimal amount = EntryLine.amount(String.valueOf(balance.group(4)));
        return new Balance(
                "C".equals(balance.group(1)) ? amount : amount.negate(),
                Amounts.currency(String.valueOf(balance.group(3)), "the currency of the balance"),
                EntryLine.date(String.valueOf(balance.group(2))));
    }
}
