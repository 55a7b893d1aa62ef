package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.RecordSink;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.batch.readers.text.ShortText;
import dev.comanda.ops.bank.BankStatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What a statement (Stmt) says about itself: its account, its number, its balances. */
final class StatementFields {

    private static final int MAX_BALANCES = 1_000;

    private final int index;
    private final long line;
    private final RecordSink sink;
    private final List<Balance> balances = new ArrayList<>();
    private String id = "";
    private @Nullable String account;
    private @Nullable String accountCurrency;
    private @Nullable String entryCurrency;
    private @Nullable Long sequenceNumber;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private BigDecimal bookedSum = BigDecimal.ZERO;
    private @Nullable Long firstEntry;

    private record Balance(String type, BigDecimal amount, String currency, @Nullable LocalDate date) {}

    StatementFields(int index, long line, RecordSink sink) {
        this.index = index;
        this.line = line;
        this.sink = sink;
    }

    int index() {
        return index;
    }

    String account() throws UnreadableFileException {
        if (account == null || account.isEmpty()) {
            throw new UnreadableFileException(
                    "line %d: statement %d names no account (Acct/Id); ask the bank for it again"
                            .formatted(line, index));
        }
        if (account.length() > ShortText.MAX_LENGTH) {
            throw new UnreadableFileException(
                    "line %d: the account of statement %d has more than %d characters; ask the bank for it again"
                            .formatted(line, index, ShortText.MAX_LENGTH));
        }
        return account;
    }

    void take(String name, XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        switch (name) {
            case "Id" -> id = cursor.text();
            case "ElctrncSeqNb" -> sequenceNumber = number(cursor.text());
            case "FrToDt" -> period(cursor);
            case "Acct" -> account(cursor);
            case "Bal" -> balance(cursor);
            case "CpyDplctInd" -> {
                if (cursor.text().equals("DUPL")) {
                    sink.warning(line, "statement %d says that it is a duplicate of one sent before".formatted(index));
                }
            }
            default -> {}
        }
    }

    void booked(long ordinal, BigDecimal amount, String currency) {
        if (firstEntry == null) {
            firstEntry = ordinal;
            entryCurrency = currency;
        }
        if (currency.equals(currency())) {
            bookedSum = bookedSum.add(amount);
        } else {
            sink.warning(
                    line,
                    "entry %d is in %s, its account in %s; it is in no balance"
                            .formatted(ordinal, currency, currency()));
        }
    }

    BankStatement end() throws UnreadableFileException {
        String currency = currency();
        if (currency == null) {
            throw new UnreadableFileException(
                    "line %d: statement %d has neither a currency nor a balance nor an entry; ask the bank for it again"
                            .formatted(line, index));
        }
        Balance opening = balance(currency, "OPBD");
        // The balance that the previous statement closed with is the same money.
        opening = opening == null ? balance(currency, "PRCD") : opening;
        Balance closing = balance(currency, "CLBD");
        // A period may be said to end at the midnight after its last day; the closing balance has that day.
        LocalDate closed = closing == null ? null : closing.date();
        return new BankStatement(
                index,
                account(),
                id,
                sequenceNumber,
                from == null && opening != null ? opening.date() : from,
                closed == null ? to : closed,
                currency,
                opening == null ? null : opening.amount(),
                closing == null ? null : closing.amount(),
                bookedSum,
                firstEntry);
    }

    private @Nullable String currency() {
        if (accountCurrency != null) {
            return accountCurrency;
        }
        return balances.isEmpty() ? entryCurrency : balances.get(0).currency();
    }

    private @Nullable Balance balance(String currency, String type) {
        return balances.stream()
                .filter(balance ->
                        balance.type().equals(type) && balance.currency().equals(currency))
                .findFirst()
                .orElse(null);
    }

    private void account(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("Id")) {
                cursor.children(kind -> {
                    if (kind.equals("IBAN")) {
                        account = cursor.text();
                    } else if (kind.equals("Othr") && account == null) {
                        otherAccount(cursor);
                    }
                });
            } else if (name.equals("Ccy")) {
                accountCurrency = currency(cursor.text(), "Acct/Ccy");
            }
        });
    }

    private void otherAccount(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("Id")) {
                account = cursor.text();
            }
        });
    }

    private void period(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            switch (name) {
                case "FrDt", "FrDtTm" -> from = date(cursor.text());
                case "ToDt", "ToDtTm" -> to = date(cursor.text());
                default -> {}
            }
        });
    }

    private void balance(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        BalanceFields fields = BalanceFields.read(cursor);
        if (fields.amount == null || fields.currency == null || fields.type == null) {
            return;
        }
        if (balances.size() >= MAX_BALANCES) {
            throw new UnreadableFileException("line %d: statement %d has more than %,d balances; this is no statement"
                    .formatted(line, index, MAX_BALANCES));
        }
        try {
            BigDecimal amount = CamtEntries.signed(fields.amount, fields.direction, null);
            LocalDate date = fields.date == null ? null : date(fields.date);
            balances.add(new Balance(fields.type, amount, Amounts.currency(fields.currency, "Amt/@Ccy"), date));
        } catch (RefusedRecordException e) {
            sink.warning(
                    line, "balance %s of statement %d is left out: %s".formatted(fields.type, index, e.sentence()));
        }
    }

    private @Nullable Long number(String text) {
        if (text.matches("\\d{1,18}")) {
            return Long.valueOf(text);
        }
        sink.warning(line, "ElctrncSeqNb of statement %d is no number; gaps cannot be seen".formatted(index));
        return null;
    }

    private @Nullable LocalDate date(String text) {
        try {
            return Dates.datePart(text, "a date of statement " + index);
        } catch (RefusedRecordException e) {
            sink.warning(line, e.sentence());
            return null;
        }
    }

    private @Nullable String currency(String text, String field) {
        try {
            return Amounts.currency(text, field);
        } catch (RefusedRecordException e) {
            sink.warning(line, e.sentence());
            return null;
        }
    }
}
