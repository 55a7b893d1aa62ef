package dev.comanda.cost.report;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Breaks totals down and compares them with what was before. */
public final class CostBreakdowns {

    private static final List<ReportKey> NEVER_THE_SAME = List.of(Column.DATE, Column.MONTH);

    private final CostReports reports;

    public CostBreakdowns(CostReports reports) {
        this.reports = reports;
    }

    /**
     * What is broken down.
     *
     * @param span what is looked at
     * @param before what it is compared with; null for nothing
     * @param question whose days are those of the spans
     * @param most how many rows are shown at most; what is unallocated and idle comes on top of them
     */
    public record Wanted(Span span, @Nullable Span before, CostQuestion question, int most) {}

    /**
     * One breakdown per currency, by its name. Where nothing is published of what it is compared with, and where rows are days, which no
     * other days are the same as, nothing is known of before.
     *
     * @throws OpsException NOT_FOUND where nothing of the span is published
     */
    public List<CostBreakdown> of(Wanted wanted) {
        Map<String, LargestRows> byCurrency = new TreeMap<>();
        read(wanted.span(), wanted.question(), row -> byCurrency
                .computeIfAbsent(row.currency(), currency -> new LargestRows(wanted.most()))
                .add(row));
        if (wanted.before() != null && wanted.question().keys().stream().noneMatch(NEVER_THE_SAME::contains)) {
            compare(wanted.before(), wanted, byCurrency);
        }
        List<CostBreakdown> breakdowns = new ArrayList<>();
        byCurrency.forEach((currency, rows) -> breakdowns.add(rows.breakdown(currency)));
        return breakdowns;
    }

    private void compare(Span before, Wanted wanted, Map<String, LargestRows> byCurrency) {
        try {
            byCurrency.values().forEach(LargestRows::startComparison);
            read(before, wanted.question(), row -> byCurrency
                    .computeIfAbsent(row.currency(), currency -> {
                        LargestRows gone = new LargestRows(wanted.most());
                        gone.startComparison();
                        return gone;
                    })
                    .addBefore(row));
        } catch (OpsException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            byCurrency.values().forEach(LargestRows::forgetComparison);
        }
    }

    private void read(Span span, CostQuestion question, Consumer<CostRow> rows) {
        CostQuestion within = new CostQuestion(question.keys(), question.metric(), question.filters(), span.days());
        reports.report(span.from(), span.to(), within, rows);
    }
}
