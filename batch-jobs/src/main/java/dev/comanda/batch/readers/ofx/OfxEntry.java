package dev.comanda.batch.readers.ofx;

import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.bank.BankEntry;
import dev.comanda.ops.ingest.ReasonCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry (STMTTRN) as its tags come in. */
final class OfxEntry {

    private static final int MAX_TAGS = 200;
    private static final Pattern POINTS_THEN_COMMA = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+,\\d*");
    private static final Pattern COMMAS_THEN_POINT = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+\\.\\d*");

    private final Map<String, String> tags = new LinkedHashMap<>();

    void take(String name, String text) {
        if (tags.size() < MAX_TAGS) {
            tags.putIfAbsent(name, text);
        }
    }

    BankEntry toBankEntry(long ordinal, OfxStatement statement) throws RefusedRecordException {
        for (String text : tags.values()) {
            if (text.indexOf('\0') >= 0) {
                throw new RefusedRecordException(
                        ReasonCode.UNREADABLE_TEXT, "it holds a NUL character, which is no text");
            }
        }
        // CURSYM says that the amount is in another currency than the account; ORIGCURRENCY only whence it came.
        String currency = tags.containsKey("CURRENCY") && tags.containsKey("CURSYM")
                ? Amounts.currency(required("CURSYM"), "CURSYM")
                : statement.currency();
        BigDecimal amount = amount(required("TRNAMT"), "TRNAMT");
        LocalDate posted = date(required("DTPOSTED"), "DTPOSTED");
        BankEntry entry = new BankEntry(
                ordinal,
                0,
                statement.account(),
                statement.index(),
                currency,
                amount,
                posted,
                posted,
                null,
                text("FITID"),
                remittance());
        statement.booked(ordinal, amount, currency);
        return entry;
    }

    /** A decimal point or comma; a thousands sign, which some banks write, only where it cannot be anything else. */
    static BigDecimal amount(String text, String field) throws RefusedRecordException {
        if (POINTS_THEN_COMMA.matcher(text).matches()) {
            return Amounts.parse(text.replace(".", ""), field, ',');
        }
        if (COMMAS_THEN_POINT.matcher(text).matches()) {
            return Amounts.parse(text.replace(",", ""), field, '.');
        }
        return Amounts.parse(text, field, text.indexOf(',') >= 0 ? ',' : '.');
    }

    /** The date digits, whatever time and zone follow. */
    static LocalDate date(String text, String field) throws RefusedRecordException {
        if (!text.matches("\\d{8}.*")) {
            throw RefusedRecordException.violation(
                    "%s is %s; a date such as 20261009 is expected".formatted(field, Quoted.of(text)));
        }
        return Dates.of(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(4, 6)),
                Integer.parseInt(text.substring(6, 8)),
                text,
                field);
    }

    private @Nullable String remittance() {
        String name = text("NAME");
        String memo = text("MEMO");
        if (name == null || memo == null) {
            return name == null ? memo : name;
        }
        return name + " " + memo;
    }

    private @Nullable String text(String name) {
        String text = tags.get(name);
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    private String required(String name) throws RefusedRecordException {
        String text = text(name);
        if (text == null) {
            throw RefusedRecordException.violation("%s is missing or empty".formatted(name));
        }
        return text;
    }

    /** The entry written anew from what was read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<STMTTRN>");
        tags.forEach((name, value) -> text.append('<').append(name).append('>').append(value));
        return text.append("</STMTTRN>").toString();
    }
}
