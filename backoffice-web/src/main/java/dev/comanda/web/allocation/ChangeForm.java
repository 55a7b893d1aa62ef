package dev.comanda.web.allocation;

import dev.comanda.cost.allocation.AllocationRules;
import java.time.YearMonth;
import java.util.List;

/**
 * A change as it was typed.
 *
 * @param rules the file as it shall stand
 * @param period the month of the bill that it is tried on
 */
record ChangeForm(String rules, String period) {

    ChangeForm {
        rules = rules == null ? "" : rules;
        period = period == null ? "" : period;
    }

    /** The rules in force, to be changed in place, tried on the newest bill. */
    static ChangeForm of(AllocationRules inForce, List<YearMonth> months) {
        return new ChangeForm(
                inForce.content(),
                months.stream().findFirst().map(YearMonth::toString).orElse(""));
    }

    ChangeForm with(String uploaded) {
        return new ChangeForm(uploaded, period);
    }
}
