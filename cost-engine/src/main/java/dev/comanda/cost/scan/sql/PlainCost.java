package dev.comanda.cost.scan.sql;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.ReportKey.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The cost of one bill by keys that need no owners. */
public final class PlainCost {

    private final Engine engine;
    private final BillScan scan;
    private final CostQuestion question;

    PlainCost(Engine engine, BillScan scan, CostQuestion question) {
        this.engine = engine;
        this.scan = scan;
        this.question = question;
    }

    Select<Record> groups() {
        Carried carried = new Carried(
                ofLine(question), ofPod(question), List.of(), List.of(ChargeFields.cost(question.metric())), List.of());
        PodCost cost = new PodCost(engine, scan.name(), scan.charges(tags(question), Set.of()), carried);
        Select<Record> groups = carried.needsPods() && scan.mayHavePods() ? cost.divided() : cost.undivided();
        List<Field<?>> fields = new ArrayList<>(carried.ofLine());
        fields.addAll(carried.ofPod());
        fields.add(Quanta.of(engine.dialect(), ChargeFields.cost(question.metric()))
                .as(Quanta.COST));
        return engine.sql().select(fields).from(groups.asTable("plain"));
    }

    public static Set<String> tags(CostQuestion question) {
        return question.allKeys().stream()
                .filter(Tag.class::isInstance)
                .map(each -> ((Tag) each).key())
                .collect(Collectors.toSet());
    }

    /** The fields of the line that are asked for, and the currency. */
    public static List<Field<?>> ofLine(CostQuestion question) {
        List<Field<?>> fields = new ArrayList<>();
        for (ReportKey key : question.allKeys()) {
            if (!key.needsPods() && !key.needsOwners()) {
                fields.add(key == Column.DATE ? ChargeFields.DATE : text(key));
            }
        }
        fields.add(ChargeFields.CURRENCY);
        return fields;
    }

    static List<Field<String>> ofPod(CostQuestion question) {
        return question.allKeys().stream()
                .filter(ReportKey::needsPods)
                .map(PlainCost::text)
                .toList();
    }

    public static Field<String> text(ReportKey key) {
        return DSL.field(DSL.name(key.code()), SQLDataType.VARCHAR);
    }
}
