package dev.comanda.cost.scan.duckdb;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.sql.BillColumns;
import dev.comanda.cost.scan.sql.BillScan;
import dev.comanda.cost.scan.sql.ChargeFields;
import dev.comanda.cost.scan.sql.OwnedCost;
import dev.comanda.cost.scan.sql.PodCost;
import dev.comanda.cost.scan.sql.RuleInputs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bill, one by one and whole: those of instances divided among their pods, each with its owners, those that are shared
 * divided among who bears them. In every amount the parts of a line add up to it.
 */
public final class OwnedLines {

    /** The pod's own, where a line is a part that a pod has; else null. */
    private static final Field<String> POD = field(name("pod"), SQLDataType.VARCHAR);

    private static final Field<String> POD_USAGE_TYPE = field(name("pod_usage_type"), SQLDataType.VARCHAR);
    private static final Field<String> POD_TAGS = field(name("pod_tags"), SQLDataType.VARCHAR);

    /** In this order the rows of a piece have one order only. */
    private static final Field<Long> AT = field(name("sorted_at"), SQLDataType.BIGINT);

    private static final Field<Integer> OF_FILE = field(name("of_file"), SQLDataType.INTEGER);
    private static final Field<Long> OF_ROW = field(name("of_row"), SQLDataType.BIGINT);

    private static final List<Field<String>> IN_CLUSTER =
            List.of(ChargeFields.CLUSTER, ChargeFields.NAMESPACE, ChargeFields.WORKLOAD);

    /** What is sorted at once, so that memory does not grow with the bill. */
    private static final long ROWS_TOGETHER = 100_000;

    private final DuckDbEngine engine;
    private final DSLContext sql;
    private final BillFiles files;
    private final BillScan scan;
    private final AllocationRules rules;
    private final RuleInputs inputs;
    private final Bearers bearers;
    private final @Nullable InstanceLines instances;
    private final List<LinePlace.Piece> pieces;

    private OwnedLines(DuckDbEngine engine, OpenBill bill, AllocationRules rules) {
        this.engine = engine;
        this.sql = engine.sql();
        this.files = bill.files();
        this.scan = bill.scan();
        this.rules = rules;
        this.inputs = new RuleInputs(rules);
        this.bearers = Bearers.of(engine, scan, rules);
        this.instances = scan.mayHavePods() ? InstanceLines.find(sql, bill, this::lines) : null;
        this.pieces = LinePlace.pieces(sql, files.placed(), ROWS_TOGETHER);
    }

    /** Reads a bill once, for what its instances and who bears the shared cost. */
    public static OwnedLines of(DuckDb duck, PeriodFiles bill, AllocationRules rules) {
        return new OwnedLines(duck.engine(), OpenBill.of(duck, bill), rules);
    }

    /** Whether it is a bill in FOCUS, so that its lines have other columns. */
    public boolean isFocus() {
        return scan.isFocus();
    }

    /** In how many pieces the lines come: one without lines where the bill has none. */
    public int pieces() {
        return pieces.size();
    }

    /** The lines of a piece, the first having the number 0, as a query; to be sorted by {@link #order()}. */
    public String of(int number) {
        LinePlace.Piece piece = pieces.get(number);
        Table<Record> rows = files.placed(piece);
        Select<Record> all = undivided(rows, piece);
        InstanceLines divided = instances;
        if (divided != null) {
            all = all.unionAll(idle(divided, piece)).unionAll(ofPods(divided, rows));
        }
        Select<Record> owned = new OwnedCost(engine, rules, inputs).of(all.asTable("cost"));
        return sql.renderInlined(bearers.divided(owned));
    }

    /** The columns by which lines have one order only. */
    public static List<String> order() {
        return List.of(AT.getName(), OF_FILE.getName(), OF_ROW.getName(), Bearers.NUMBER.getName());
    }

    private Select<Record> lines(Table<?> rows) {
        List<Field<?>> further = new ArrayList<>(LineDetails.of(scan));
        further.addAll(List.of(LinePlace.FILE, LinePlace.ROW));
        Select<Record> charged = scan.charges(rows, inputs.tags(), inputs.categories(), further);
        return sql.select(plain(charged)).select(inputs.ofEachLine()).from(charged.asTable("charged"));
    }

    private Select<Record> undivided(Table<?> rows, LinePlace.Piece piece) {
        Select<Record> lines = lines(rows);
        List<Field<?>> fields = new ArrayList<>(plain(lines));
        inputs.ofEither().forEach(each -> fields.add(each.as(PodCost.either(each))));
        fields.addAll(nobodys(false));
        fields.addAll(List.of(LinePlace.ROW.as(AT), LinePlace.FILE.as(OF_FILE), LinePlace.ROW.as(OF_ROW)));
        return sql.select(fields)
                .from(lines.asTable("charge"))
                .where(ChargeFields.IS_SPLIT.isFalse())
                .and(instances == null ? DSL.trueCondition() : instances.isNone(piece));
    }

    private Select<Record> idle(InstanceLines divided, LinePlace.Piece piece) {
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> each : plain(lines(files.placed(piece)))) {
            fields.add(
                    InstanceLines.amounts().contains(each)
                            ? rest(cost(each)).as(each)
                            : idle(each).as(each));
        }
        inputs.ofEither().forEach(each -> fields.add(InstanceLines.ofLine(each).as(PodCost.either(each))));
        fields.addAll(nobodys(true));
        fields.addAll(List.of(
                InstanceLines.ofLine(LinePlace.ROW).as(AT),
                InstanceLines.ofLine(LinePlace.FILE).as(OF_FILE),
                InstanceLines.ofLine(LinePlace.ROW).as(OF_ROW)));
        return sql.select(fields).from(divided.withRests(piece));
    }

    private static Field<?> idle(Field<?> field) {
        if (field.equals(ChargeFields.CLUSTER)) {
            return InstanceLines.ofLine(InstanceLines.IDLE_CLUSTER);
        }
        return field.equals(ChargeFields.NAMESPACE) || field.equals(ChargeFields.WORKLOAD)
                ? inline(Owner.IDLE)
                : InstanceLines.ofLine(field);
    }

    private static Field<BigDecimal> rest(Field<BigDecimal> amount) {
        return InstanceLines.ofLine(amount)
                .minus(coalesce(InstanceLines.ofPod(amount), inline(BigDecimal.ZERO)))
                .cast(BillColumns.COST);
    }

    private Select<Record> ofPods(InstanceLines divided, Table<?> rows) {
        Select<Record> lines = lines(rows);
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> each : plain(lines)) {
            if (InstanceLines.amounts().contains(each)) {
                fields.add(InstanceLines.part(cost(each)).as(each));
            } else {
                fields.add(
                        (IN_CLUSTER.contains(each) ? InstanceLines.ofPod(each) : InstanceLines.ofLine(each)).as(each));
            }
        }
        inputs.ofEither()
                .forEach(each -> fields.add(coalesce(InstanceLines.ofPod(each), InstanceLines.ofLine(each))
                        .as(PodCost.either(each))));
        fields.add(inline(false).as(PodCost.IS_IDLE));
        fields.add(InstanceLines.ofPod(ChargeFields.RESOURCE).as(POD));
        fields.add(InstanceLines.ofPod(ChargeFields.USAGE_TYPE).as(POD_USAGE_TYPE));
        fields.add(InstanceLines.ofPod(LineDetails.TAGS).as(POD_TAGS));
        fields.addAll(List.of(
                InstanceLines.ofPod(LinePlace.ROW).as(AT),
                InstanceLines.ofLine(LinePlace.FILE).as(OF_FILE),
                InstanceLines.ofLine(LinePlace.ROW).as(OF_ROW)));
        return sql.select(fields).from(divided.joined(lines));
    }

    private static List<Field<?>> nobodys(boolean idle) {
        Field<String> none = DSL.castNull(SQLDataType.VARCHAR);
        return List.of(inline(idle).as(PodCost.IS_IDLE), none.as(POD), none.as(POD_USAGE_TYPE), none.as(POD_TAGS));
    }

    /** The fields of lines by their names alone, in their order. */
    private static List<Field<?>> plain(Select<?> lines) {
        List<Field<?>> fields = new ArrayList<>();
        lines.getSelect().forEach(each -> fields.add(field(name(each.getName()), each.getDataType())));
        return fields;
    }

    private static Field<BigDecimal> cost(Field<?> field) {
        return field(name(field.getName()), BillColumns.COST);
    }
}
