package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;

/** Exact decimals of the feeds: digits with at most one point, never an exponent. */
final class Decimals {

    static final int MOST_DECIMALS = 18;
    static final int ACCRUAL_DECIMALS = 6;
    static final int RATE_DECIMALS = 12;
    private static final int MOST_INTEGER_DIGITS = 18;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final String AS_STRING = "must be a decimal string such as \"25.90\"";
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private Decimals() {}

    /** Money or a rate: a string; its canonical text has no zeros at either end. */
    static BigDecimal money(JsonReading in, int decimals, boolean mayBeNegative) {
        if (!in.isString()) {
            throw Refusal.violation(AS_STRING + ", but is " + in.shown());
        }
        JsonParser parser = in.parser;
        char[] chars = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int to = from + parser.getStringLength();
        boolean negative = to > from && chars[from] == '-';
        int digits = negative ? from + 1 : from;
        int point = endOfDigits(chars, digits, to);
        int end = point < to && chars[point] == '.' ? endOfDigits(chars, point + 1, to) : point;
        boolean isPlain = end == to && point > digits && (point == to || end > point + 1);
        if (!isPlain || point - digits > MOST_INTEGER_DIGITS) {
            throw Refusal.violation(AS_STRING + " with at most " + MOST_INTEGER_DIGITS
                    + " digits before the point and no exponent, but is " + in.shown());
        }
        int scale = Math.max(0, to - point - 1);
        if (scale > decimals) {
            throw Refusal.violation("may have at most " + decimals + " digits after the point, but is " + in.shown());
        }
        if (negative && !mayBeNegative) {
            throw Refusal.violation("must not be negative, but is " + in.shown());
        }
        writeCanonical(in.canonical.bytes(), chars, negative, digits, point, to);
        return value(chars, negative, digits, point, to);
    }

    /** A share or a coordinate: a plain number, or a string of one. */
    static BigDecimal number(JsonReading in) {
        String wanted = "must be a plain decimal number";
        if (!in.isString() && !in.isNumber()) {
            throw Refusal.violation(wanted + ", but is " + in.shown());
        }
        String value = in.parser.getString();
        if (!PLAIN.matcher(value).matches()) {
            throw Refusal.violation(wanted + ", but is " + in.shown());
        }
        in.anything();
        return new BigDecimal(value);
    }

    static BigDecimal notNegative(JsonReading in) {
        String shown = in.shown();
        BigDecimal value = number(in);
        if (value.signum() < 0) {
            throw Refusal.violation("must not be negative, but is " + shown);
        }
        return value;
    }

    /** An amount in the scale of its currency; refused if it was written with more digits than the currency has. */
    static BigDecimal inCurrency(Values values, Field<BigDecimal> field, String currency) {
        BigDecimal amount = values.get(field);
        int decimals = Currencies.decimals(currency);
        if (amount.scale() > decimals) {
            throw Refusal.violation("may have at most " + decimals + " digits after the point in " + currency
                            + ", but is " + Refusal.quoted(amount.toPlainString()))
                    .at(field.name());
        }
        return amount.setScale(decimals);
    }

    private static int endOfDigits(char[] chars, int from, int to) {
        int i = from;
        while (i < to && chars[i] >= '0' && chars[i] <= '9') {
            i++;
        }
        return i;
    }

    private static void writeCanonical(
            CanonicalBytes out, char[] chars, boolean negative, int digits, int point, int to) {
        int first = digits;
        while (first < point - 1 && chars[first] == '0') {
            first++;
        }
        int last = to;
        while (last > point && (chars[last - 1] == '0' || chars[last - 1] == '.')) {
            last--;
        }
        boolean isZero = last == point && point - first == 1 && chars[first] == '0';
        out.write('"');
        if (negative && !isZero) {
            out.write('-');
        }
        out.writeAscii(chars, first, last - first);
        out.write('"');
    }

    private static BigDecimal value(char[] chars, boolean negative, int digits, int point, int to) {
        int scale = Math.max(0, to - point - 1);
        if (point - digits + scale > DIGITS_OF_A_LONG) {
            BigInteger unscaled =
                    new BigInteger(new String(chars, digits, point - digits) + new String(chars, to - scale, scale));
            return new BigDecimal(negative ? unscaled.negate() : unscaled, scale);
        }
        long unscaled = 0;
        for (int i = digits; i < to; i++) {
            if (i != point) {
                unscaled = 10 * unscaled + (chars[i] - '0');
            }
        }
        return BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
    }
}
