package dev.comanda.web.policies;

import dev.comanda.ops.decision.PolicyHistory.Period;
import dev.comanda.ops.policy.PolicyTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A changed table and the dates to try it on, as they were typed; {@code to} is the last day.
 *
 * @param table the DMN document
 */
record TrialForm(String table, String from, String to) {

    /** So many days are tried at most. */
    static final int MOST_DAYS = 92;

    TrialForm {
        table = table == null ? "" : table;
        from = from == null ? "" : from;
        to = to == null ? "" : to;
    }

    /** The table that is in force, to be changed in place. */
    static TrialForm of(PolicyTable table, Period period) {
        return new TrialForm(
                table.dmn(),
                period.start().toString(),
                period.end().minusDays(1).toString());
    }

    TrialForm with(String uploaded) {
        return new TrialForm(uploaded, from, to);
    }

    /** Empty where the dates are none, the wrong way round, or too far apart. */
    Optional<Period> period() {
        try {
            LocalDate start = LocalDate.parse(from);
            LocalDate end = LocalDate.parse(to).plusDays(1);
            boolean usable = start.isBefore(end) && !end.isAfter(start.plusDays(MOST_DAYS));
            return usable ? Optional.of(new Period(start, end)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
