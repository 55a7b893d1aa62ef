package dev.comanda.batch.readers.cnab;

import dev.comanda.batch.readers.text.Amounts;
import dev.comanda.batch.readers.text.Dates;
import dev.comanda.batch.readers.text.Quoted;
import dev.comanda.batch.readers.text.RefusedRecordException;
import dev.comanda.ops.bank.PayoutReturn;
import dev.comanda.ops.bank.PayoutReturnOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Segment A: one payment by transfer. */
final class SegmentA {

    private static final int CENTS = 2;
    private static final int CODE_LENGTH = 2;

    private SegmentA() {}

    /** The amount we asked for, positions 120 to 134. */
    static BigDecimal instructedAmount(CnabLine line) throws RefusedRecordException {
        return amount(line.text(120, 134), "the amount in positions 120 to 134");
    }

    static PayoutReturn payoutReturn(CnabLine line, BigDecimal instructed) throws RefusedRecordException {
        BigDecimal effective = amount(line.text(163, 177), "the amount in positions 163 to 177");
        List<String> occurrences = occurrences(line);
        return new PayoutReturn(
                line.number(),
                line.text(74, 93),
                (effective.signum() == 0 ? instructed : effective).negate(),
                currency(line.text(102, 104)),
                effectiveDate(line),
                occurrences,
                PayoutReturnOutcome.of(occurrences));
    }

    private static BigDecimal amount(String digits, String field) throws RefusedRecordException {
        if (digits.isEmpty()) {
            return BigDecimal.ZERO.setScale(CENTS);
        }
        if (!digits.matches("\\d+")) {
            throw RefusedRecordException.violation(
                    "%s is %s; digits, the last two being cents, are expected".formatted(field, Quoted.of(digits)));
        }
        return new BigDecimal(digits).movePointLeft(CENTS);
    }

    /** Banks write BRL, or the old code 009 of the layout, or nothing. */
    private static String currency(String code) throws RefusedRecordException {
        return code.isEmpty() || code.equals("009") || code.equals("REA")
                ? "BRL"
                : Amounts.currency(code, "the currency in positions 102 to 104");
    }

    /** The effective date; where the bank wrote none, because it did not pay, the date we asked for. */
    private static LocalDate effectiveDate(CnabLine line) throws RefusedRecordException {
        String effective = line.text(155, 162);
        boolean none = effective.isEmpty() || effective.matches("0+");
        String digits = none ? line.text(94, 101) : effective;
        String field = none ? "the date in positions 94 to 101" : "the effective date in positions 155 to 162";
        if (!digits.matches("\\d{8}")) {
            throw RefusedRecordException.violation(
                    "%s is %s; a date such as 09102026 is expected".formatted(field, Quoted.of(digits)));
        }
        return Dates.of(
                Integer.parseInt(digits.substring(4)),
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(0, 2)),
                digits,
                field);
    }

    private static List<String> occurrences(CnabLine line) throws RefusedRecordException {
        List<String> codes = new ArrayList<>();
        for (int position = 231; position < CnabLine.LENGTH; position += CODE_LENGTH) {
            String code = line.text(position, position + 1);
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        if (codes.isEmpty()) {
            throw RefusedRecordException.violation(
                    "positions 231 to 240 hold no occurrence, so the bank does not say what became of the payment");
        }
        return codes;
    }
}
