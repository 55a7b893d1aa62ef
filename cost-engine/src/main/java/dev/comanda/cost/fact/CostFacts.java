package dev.comanda.cost.fact;

import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey.Column;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The facts of the bills that are shown. */
public interface CostFacts {

    /** What facts can be grouped and filtered by. All else is in the files of the bill alone. */
    Set<Column> KEYS = Set.of(
            Column.DATE,
            Column.MONTH,
            Column.ACCOUNT,
            Column.SERVICE,
            Column.REGION,
            Column.CHARGE_TYPE,
            Column.CLUSTER,
            Column.NAMESPACE,
            Column.TEAM,
            Column.DOMAIN,
            Column.ENVIRONMENT,
            Column.RULE);

    /** Whether facts are fine enough to answer it. */
    static boolean know(CostQuestion question) {
        return question.allKeys().stream().allMatch(key -> key instanceof Column column && KEYS.contains(column));
    }

    /**
     * The same rows, to the last digit, that the files of the bills would give under the rules by which they were allocated.
     *
     * @param question one that the facts {@link #know}
     */
    void report(YearMonth from, YearMonth to, CostQuestion question, Consumer<CostRow> rows);

    /** The last day in UTC on which anything was used, of all that is shown; none while nothing is. */
    Optional<LocalDate> lastDay();

    /** How the teams bear what a period's rules share; none where it has no owners yet, or nothing is shared. */
    List<Share> shares(YearMonth period);

    /** What proves that the owners of a period's cost have all of it, one for each metric; none where it has no owners yet. */
    List<Proof> proofs(YearMonth period);
}
