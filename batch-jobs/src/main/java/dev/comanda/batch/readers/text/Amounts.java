package dev.comanda.batch.readers.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Amounts and currencies as files write them. Digits are kept; nothing is rounded but where it is asked for. */
public final class Amounts {

    /** An amount has at most this many digits before the point. */
    public static final int MAX_INTEGER_DIGITS = 18;

    /** An amount has at most this many digits after the point. */
    public static final int MAX_DECIMALS = 12;

    private Amounts() {}

    /** Reads a plain decimal with a point, no exponent, no grouping. */
    public static BigDecimal parse(String text, String field) throws RefusedRecordException {
        return parse(text, field, '.');
    }

    /** Reads a plain decimal whose decimal sign is the one given. */
    public static BigDecimal parse(String text, String field, char decimalSign) throws RefusedRecordException {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int sign = text.indexOf(decimalSign, start);
        String integer = text.substring(start, sign < 0 ? text.length() : sign);
        String decimals = sign < 0 ? "" : text.substring(sign + 1);
        if (!isDigits(integer) || !isDigits(decimals) || integer.length() + decimals.length() == 0) {
            throw RefusedRecordException.violation(
                    "%s is %s; a plain decimal such as 25.90 is expected".formatted(field, Quoted.of(text)));
        }
        int significant = integer.length() - leadingZeros(integer);
        if (significant > MAX_INTEGER_DIGITS || decimals.length() > MAX_DECIMALS) {
            throw RefusedRecordException.violation(
                    "%s is %s; at most %d digits before the point and %d after it are taken"
                            .formatted(field, Quoted.of(text), MAX_INTEGER_DIGITS, MAX_DECIMALS));
        }
        String plain = (text.startsWith("-") ? "-" : "") + (integer.isEmpty() ? "0" : integer);
        return new BigDecimal(decimals.isEmpty() ? plain : plain + "." + decimals);
    }

    /** Reads an ISO 4217 currency code in any case. */
    public static String currency(String text, String field) throws RefusedRecordException {
        String code = text.toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw RefusedRecordException.violation(
                    "%s is %s; an ISO 4217 currency such as BRL is expected".formatted(field, Quoted.of(text)));
        }
    }

    /** Rounds half-even to the decimals of a currency that {@link #currency} has accepted. */
    public static BigDecimal roundTo(String currency, BigDecimal amount) {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int leadingZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }
}
