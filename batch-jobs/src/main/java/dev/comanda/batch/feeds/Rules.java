package dev.comanda.batch.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonToken;

/** The rules of the feeds for what a field may hold. */
final class Rules {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REFERENCE = 255;
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final String AS_ID = "must be a string of 1 to " + LONGEST_ID + " characters";
    private static final String AS_REFERENCE = "must be a string of 1 to " + LONGEST_REFERENCE + " characters";
    private static final String AS_TIME =
            "must be a time with an offset such as \"2026-10-07T12:46:14-03:00\"," + " from 2000 to 2099";
    private static final String AS_DATE = "must be a date such as \"2026-10-07\", from 2000 to 2099";
    private static final String AS_DOCUMENT_DATE = "must be a date such as \"2026-10-07\" or a time with an offset";

    private Rules() {}

    /** An opaque id: 1 to 64 characters. */
    static String id(JsonReading in) {
        return bounded(in, LONGEST_ID, AS_ID);
    }

    /** A reference that others made: 1 to 255 characters. */
    static String reference(JsonReading in) {
        return bounded(in, LONGEST_REFERENCE, AS_REFERENCE);
    }

    static String text(JsonReading in) {
        return in.string("must be a string");
    }

    static int atLeastOne(JsonReading in) {
        return in.wholeNumber(1);
    }

    static int atLeastZero(JsonReading in) {
        return in.wholeNumber(0);
    }

    static String market(JsonReading in) {
        String value = in.string("must be a country code such as \"BR\"");
        if (!MARKET.matcher(value).matches()) {
            throw Refusal.violation("must be a country code such as \"BR\", but is " + Refusal.quoted(value));
        }
        return value;
    }

    static String currency(JsonReading in) {
        String value = in.string("must be an ISO 4217 currency such as \"BRL\"");
        if (!Currencies.isKnown(value)) {
            throw Refusal.violation("must be an ISO 4217 currency such as \"BRL\", but is " + Refusal.quoted(value));
        }
        return value;
    }

    /** Money of an order or payment; how many digits it may have after the point, only its currency tells. */
    static BigDecimal money(JsonReading in) {
        return Decimals.money(in, Decimals.MOST_DECIMALS, false);
    }

    /** Money of an accrual or payout. */
    static BigDecimal accrued(JsonReading in) {
        return Decimals.money(in, Decimals.ACCRUAL_DECIMALS, false);
    }

    /** Money of an accrual or payout that may also be negative. */
    static BigDecimal signedAccrued(JsonReading in) {
        return Decimals.money(in, Decimals.ACCRUAL_DECIMALS, true);
    }

    /** Money without a currency beside it: as many decimals as any currency has. */
    static BigDecimal moneyOfAnyCurrency(JsonReading in) {
        return Decimals.money(in, Currencies.MOST_DECIMALS, false);
    }

    /** A fraction, written like money. */
    static BigDecimal rate(JsonReading in) {
        return Decimals.money(in, Decimals.RATE_DECIMALS, false);
    }

    static Instant time(JsonReading in) {
        String value = in.string(AS_TIME);
        Instant time = Timestamps.parse(value);
        if (time == null || !Timestamps.isInCalendar(value)) {
            throw Refusal.violation(AS_TIME + ", but is " + Refusal.quoted(value));
        }
        return time;
    }

    static LocalDate date(JsonReading in) {
        String value = in.string(AS_DATE);
        LocalDate date = Timestamps.parseDate(value);
        if (date == null || !Timestamps.isInCalendar(value)) {
            throw Refusal.violation(AS_DATE + ", but is " + Refusal.quoted(value));
        }
        return date;
    }

    /** The date of a document, which may lie before or after the years that the platform works in. */
    static LocalDate documentDate(JsonReading in) {
        String value = in.string(AS_DOCUMENT_DATE);
        LocalDate date = Timestamps.parseDateOrTime(value);
        if (date == null) {
            throw Refusal.violation(AS_DOCUMENT_DATE + ", but is " + Refusal.quoted(value));
        }
        return date;
    }

    static <E extends Enum<E>> FieldRule<E> oneOf(Class<E> type) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            byName.put(constant.name(), constant);
        }
        return oneOf(byName, Arrays.toString(type.getEnumConstants()));
    }

    static FieldRule<String> oneOf(List<String> values) {
        Map<String, String> byName = new HashMap<>();
        values.forEach(value -> byName.put(value, value));
        return oneOf(byName, values.toString());
    }

    static FieldRule<String> constant(String value) {
        String wanted = "must be " + Refusal.quoted(value);
        return in -> {
            String read = in.string(wanted);
            if (!read.equals(value)) {
                throw Refusal.violation(wanted + ", but is " + Refusal.quoted(read));
            }
            return value;
        };
    }

    private static <T> FieldRule<T> oneOf(Map<String, T> byName, String all) {
        String wanted = "must be one of " + all.substring(1, all.length() - 1);
        return in -> {
            String name = in.string(wanted);
            T value = byName.get(name);
            if (value == null) {
                throw Refusal.violation(wanted + ", but is " + Refusal.quoted(name));
            }
            return value;
        };
    }

    static <T> FieldRule<List<T>> listOf(FieldRule<T> rule) {
        return in -> {
            in.require(JsonToken.START_ARRAY, "must be a list");
            List<T> elements = new ArrayList<>();
            int start = in.canonical.startArray();
            while (in.parser.nextToken() != JsonToken.END_ARRAY) {
                try {
                    elements.add(rule.read(in));
                } catch (Refusal refusal) {
                    throw refusal.atElement(elements.size());
                }
                in.canonical.endElement();
            }
            in.canonical.endArray(start);
            return elements;
        };
    }

    private static String bounded(JsonReading in, int longest, String wanted) {
        String value = in.string(wanted);
        int length = value.length();
        if (length == 0 || (length > longest && value.codePointCount(0, length) > longest)) {
            throw Refusal.violation("must have 1 to " + longest + " characters, but has "
                    + value.codePointCount(0, length) + ": " + Refusal.quoted(value));
        }
        return value;
    }
}
