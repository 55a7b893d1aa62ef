package dev.comanda.ops.marketplace.loading;

import static dev.comanda.sql.work.Tables.VERDICT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.comanda.ops.copy.CopyTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.postgresql.copy.CopyManager;

/** A table of facts with a temporary one of the same columns beside it, from which accepted rows are taken over. */
final class StagedFacts {

    private static final List<String> MADE_BY_THE_DATABASE = List.of("item_id", "source_id", "reference_word");

    private final Table<?> facts;
    private final List<Field<?>> columns;
    private final List<TableField<?, ?>> businessKey;
    private final Table<?> staged;
    private final CopyTarget target;

    /** @param businessKey what no two facts may share */
    StagedFacts(DSLContext sql, CopyManager copies, Table<?> facts, TableField<?, ?>... businessKey) {
        this.facts = facts;
        this.businessKey = List.of(businessKey);
        this.columns = Arrays.stream(facts.fields())
                .filter(column -> !MADE_BY_THE_DATABASE.contains(column.getName()))
                .collect(Collectors.toUnmodifiableList());
        String stagedName = "staged_" + facts.getName();
        this.staged = table(name("pg_temp", stagedName));
        sql.execute("create temporary table " + stagedName + " on commit drop as "
                + sql.renderInlined(select(columns).from(facts)) + " with no data");
        this.target = new CopyTarget(
                copies,
                "pg_temp." + stagedName + " ("
                        + columns.stream().map(Field::getName).collect(Collectors.joining(", ")) + ")");
    }

    CopyTarget rows() {
        return target;
    }

    /** Sends what is left, and lets the database know how much it is. */
    void stage(DSLContext sql) {
        target.flush();
        if (target.rows() > 0) {
            sql.execute("analyze {0}", staged);
        }
    }

    /** The content of facts that are there already under the business key of a staged row, by line. */
    Select<Record2<Long, UUID>> known() {
        Field<UUID> content =
                Objects.requireNonNull(facts.field("content", UUID.class), () -> facts + " keeps no content");
        return select(stagedColumn("line", Long.class), content)
                .from(staged)
                .join(facts)
                .on(sameBusinessKey());
    }

    private Condition sameBusinessKey() {
        return businessKey.stream()
                .map(this::sameAsStaged)
                .reduce(Condition::and)
                .orElseThrow();
    }

    private <T> Condition sameAsStaged(TableField<?, T> key) {
        return key.eq(stagedColumn(key.getName(), key.getType()));
    }

    private <T> Field<T> stagedColumn(String column, Class<T> type) {
        return field(name(staged.getName(), column), type);
    }

    /** Takes accepted rows over in the order of their business key, which is what its index likes best. */
    void merge(DSLContext sql, long sourceId) {
        if (target.rows() == 0) {
            return;
        }
        List<Field<?>> into = new ArrayList<>(columns);
        into.add(Objects.requireNonNull(facts.field("source_id")));
        List<Field<?>> values = new ArrayList<>();
        columns.forEach(column -> values.add(stagedColumn(column.getName(), column.getType())));
        values.add(inline(sourceId));
        List<Field<?>> order = new ArrayList<>();
        businessKey.forEach(key -> order.add(stagedColumn(key.getName(), key.getType())));
        sql.insertInto(facts)
                .columns(into)
                .select(select(values)
                        .from(staged)
                        .join(VERDICT)
                        .on(VERDICT.LINE.eq(stagedColumn("line", Long.class)))
                        .where(VERDICT.VERDICT_.eq(Verdict.ACCEPTED.name()))
                        .orderBy(order))
                .execute();
    }
}
