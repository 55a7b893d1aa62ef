package dev.comanda.batch.readers.mt940;

import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement line, field 61.
 *
 * @param expected whether it only announces an entry (marks EC and ED)
 * @param amount credit positive; RC takes a credit back and is negative, RD a debit and is positive
 * @param ownerReference subfield 7, whatever its length
 * @param servicerReference subfield 8
 */
record EntryLine(
        LocalDate valueDate,
        LocalDate bookingDate,
        boolean expected,
        BigDecimal amount,
        @Nullable String ownerReference,
        @Nullable String servicerReference) {

    private static final Pattern LINE =
            Pattern.compile("^(\\d{6})(\\d{4})?([RE]?[CD])([A-Z])?([\\d.,]+)(?:[A-Z][A-Z0-9]{3}(.*))?$");
    private static final String NO_REFERENCE = "NONREF";

    static EntryLine parse(String text) throws RefusedRecordException {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw RefusedRecordException.violation(
                    "field :61: is %s; date, C or D and an amount such as 2610091009D133,40 are expected"
                            .formatted(Quoted.of(text)));
        }
        String mark = group(line, 3);
        BigDecimal amount = amount(group(line, 5));
        LocalDate valueDate = valueDate(group(line, 1));
        String references = group(line, 6);
        int slashes = references.indexOf("//");
        String owner = slashes < 0 ? references : references.substring(0, slashes);
        String servicer = slashes < 0 ? "" : references.substring(slashes + 2);
        return new EntryLine(
                valueDate,
                line.group(2) == null ? valueDate : entryDate(group(line, 2), valueDate),
                mark.startsWith("E"),
                mark.equals("C") || mark.equals("RD") || mark.equals("EC") ? amount : amount.negate(),
                reference(owner),
                reference(servicer));
    }

    /** The decimal sign is a comma, which stands there even before no decimals. */
    static BigDecimal amount(String text) throws RefusedRecordException {
        return Amounts.parse(text, "the amount", text.indexOf(',') < 0 && text.indexOf('.') >= 0 ? '.' : ',');
    }

    /** Reads YYMMDD; years from 80 on are of the last century. */
    static LocalDate date(String digits) throws RefusedRecordException {
        int year = Integer.parseInt(digits.substring(0, 2));
        return Dates.of(
                year < 80 ? 2000 + year : 1900 + year,
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                digits,
                "a date");
    }

    /** Banks that count thirty days a month write 30 February: the last day of the month is meant. */
    private static LocalDate valueDate(String digits) throws RefusedRecordException {
        String month = digits.substring(2, 4);
        String day = digits.substring(4, 6);
        if (month.equals("02") && (day.equals("29") || day.equals("30"))) {
            LocalDate first = date(digits.substring(0, 4) + "01");
            return YearMonth.from(first).atEndOfMonth();
        }
        return date(digits);
    }

    /** An entry date has no year: it is the one that brings it closest to the value date. */
    private static LocalDate entryDate(String digits, LocalDate valueDate) throws RefusedRecordException {
        LocalDate closest = null;
        for (int year = valueDate.getYear() - 1; year <= valueDate.getYear() + 1; year++) {
            String text = "%02d%s".formatted(Math.floorMod(year, 100), digits);
            LocalDate candidate;
            try {
                candidate = valueDate(text);
            } catch (RefusedRecordException e) {
                continue;
            }
            if (closest == null || distance(candidate, valueDate) < distance(closest, valueDate)) {
                closest = candidate;
            }
        }
        if (closest == null) {
            throw RefusedRecordException.violation(
                    "the entry date is %s; a month and a day are expected".formatted(Quoted.of(digits)));
        }
        return closest;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private static @Nullable String reference(String text) {
        String reference = text.strip().replaceAll("\\s+", " ");
        return reference.isEmpty() || reference.equals(NO_REFERENCE) ? null : reference;
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }
}
