package dev.comanda.batch.readers.ofx;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.ShortText;
import dev.comanda.ops.bank.BankStatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement (STMTRS or CCSTMTRS) as its tags come in. OFX states no opening balance and no number. */
final class OfxStatement {

    private static final int MAX_TAGS = 200;

    private final int index;
    private final long line;
    private final Map<String, String> tags = new HashMap<>();
    private boolean inLedgerBalance;
    private BigDecimal bookedSum = BigDecimal.ZERO;
    private @Nullable Long firstEntry;

    OfxStatement(int index, long line) {
        this.index = index;
        this.line = line;
    }

    int index() {
        return index;
    }

    long line() {
        return line;
    }

    void take(String name, String text) {
        if (name.equals("LEDGERBAL") || name.equals("AVAILBAL")) {
            inLedgerBalance = name.equals("LEDGERBAL");
        } else if ((inLedgerBalance || !name.equals("BALAMT")) && tags.size() < MAX_TAGS) {
            tags.putIfAbsent(name, text.replace('\0', ' ').strip());
        }
    }

    void end(String name) {
        inLedgerBalance &= !name.equals("LEDGERBAL");
    }

    String account() throws RefusedRecordException {
        return ShortText.checked(required("ACCTID"), "ACCTID, the account,");
    }

    String currency() throws RefusedRecordException {
        return Amounts.currency(required("CURDEF"), "CURDEF");
    }

    void booked(long ordinal, BigDecimal amount, String currency) throws RefusedRecordException {
        if (currency.equals(currency())) {
            bookedSum = bookedSum.add(amount);
        }
        firstEntry = firstEntry == null ? Long.valueOf(ordinal) : firstEntry;
    }

    BankStatement toBankStatement(RecordSink sink) throws RefusedRecordException {
        return new BankStatement(
                index,
                account(),
                tags.getOrDefault("DTEND", ""),
                null,
                date("DTSTART", sink),
                date("DTEND", sink),
                currency(),
                null,
                ledgerBalance(sink),
                bookedSum,
                firstEntry);
    }

    private @Nullable BigDecimal ledgerBalance(RecordSink sink) {
        String text = tags.get("BALAMT");
        if (text == null) {
            return null;
        }
        try {
            return OfxEntry.amount(text, "LEDGERBAL/BALAMT");
        } catch (RefusedRecordException e) {
            sink.warning(line, e.sentence());
            return null;
        }
    }

    private @Nullable LocalDate date(String name, RecordSink sink) {
        String text = tags.get(name);
        if (text == null) {
            return null;
        }
        try {
            return OfxEntry.date(text, name);
        } catch (RefusedRecordException e) {
            sink.warning(line, e.sentence());
            return null;
        }
    }

    private String required(String name) throws RefusedRecordException {
        String text = tags.get(name);
        if (text == null || text.isEmpty()) {
            throw RefusedRecordException.violation("the statement of line %d has no %s".formatted(line, name));
        }
        return text;
    }
}
