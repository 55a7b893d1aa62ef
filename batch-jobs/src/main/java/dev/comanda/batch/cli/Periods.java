package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.time.DateTimeException;
import java.time.YearMonth;

/** One billing period or several in a row, both ends included. */
record Periods(YearMonth from, YearMonth to) {

    private static final String RANGE = "..";

    static Periods of(String text) {
        int at = text.indexOf(RANGE);
        try {
            YearMonth from = YearMonth.parse(at < 0 ? text : text.substring(0, at));
            YearMonth to = at < 0 ? from : YearMonth.parse(text.substring(at + RANGE.length()));
            if (!to.isBefore(from)) {
                return new Periods(from, to);
            }
        } catch (DateTimeException e) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, sentence(text), e);
        }
        throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, sentence(text));
    }

    private static String sentence(String text) {
        return "--period " + text + " is no period; write it as 2026-08, or 2026-08..2026-10";
    }
}
