package dev.comanda.cost.fact.persistence;

import static dev.comanda.sql.cost.Tables.FACT;
import static dev.comanda.sql.cost.Tables.FACT_KEY;
import static dev.comanda.sql.cost.Tables.FACT_OF_PERIOD;
import static dev.comanda.sql.cost.Tables.ROLLUP;
import static dev.comanda.sql.cost.Tables.ROLLUP_KEY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Facts added up by the numbers of their keys, read from the smallest table that knows what is asked. */
final class SummedFacts {

    private static final SummedFacts WHOLE = new SummedFacts(FACT, FACT.KEY_NUMBER, FACT_KEY, FACT_KEY.KEY_NUMBER);

    /** Without account and region. */
    private static final SummedFacts ROLLED_UP =
            new SummedFacts(ROLLUP, ROLLUP.ROLLUP_NUMBER, ROLLUP_KEY, ROLLUP_KEY.ROLLUP_NUMBER);

    static final Field<LocalDate> DATE = field(DSL.name("summed", "usage_date"), SQLDataType.LOCALDATE);
    static final Field<BigDecimal> COST = field(DSL.name("summed", "cost"), SQLDataType.NUMERIC);

    private static final Field<Long> ALLOCATION = field(DSL.name("summed", "allocation_id"), SQLDataType.BIGINT);
    private static final Field<Integer> NUMBER = field(DSL.name("summed", "number"), SQLDataType.INTEGER);
    private static final Set<Column> NOT_ROLLED_UP = Set.of(Column.ACCOUNT, Column.REGION);

    private final Table<?> facts;
    private final Field<Integer> number;
    private final Table<?> keys;
    private final Field<Integer> numberOfKey;

    private SummedFacts(Table<?> facts, Field<Integer> number, Table<?> keys, Field<Integer> numberOfKey) {
        this.facts = facts;
        this.number = number;
        this.keys = keys;
        this.numberOfKey = numberOfKey;
    }

    static SummedFacts enoughFor(CostQuestion question) {
        return question.allKeys().stream().anyMatch(NOT_ROLLED_UP::contains) ? WHOLE : ROLLED_UP;
    }

    Table<?> keys() {
        return keys;
    }

    /** The field of these keys that a field of the finest ones is called like. */
    <T> Field<T> ofKey(Field<T> field) {
        return Objects.requireNonNull(keys.field(field), field.getName());
    }

    Condition isKey() {
        return ofKey(FACT_KEY.ALLOCATION_ID).eq(ALLOCATION).and(numberOfKey.eq(NUMBER));
    }

    /** By key, and by day where days are asked for. */
    Table<?> of(CostQuestion question, Select<Record1<Long>> allocations) {
        if (facts.equals(FACT) && !question.isByDay() && question.days() == null) {
            return select(FACT_OF_PERIOD.ALLOCATION_ID, FACT_OF_PERIOD.KEY_NUMBER.as(NUMBER))
                    .select(cost(FACT_OF_PERIOD, question.metric()).as(COST))
                    .from(FACT_OF_PERIOD)
                    .where(FACT_OF_PERIOD.ALLOCATION_ID.in(allocations))
                    .asTable("summed");
        }
        Field<Long> allocation = ofFact(FACT.ALLOCATION_ID);
        List<Field<?>> by = new ArrayList<>(List.of(allocation, number));
        List<Field<?>> fields = new ArrayList<>(List.of(allocation, number.as(NUMBER)));
        if (question.isByDay()) {
            by.add(ofFact(FACT.USAGE_DATE));
            fields.add(ofFact(FACT.USAGE_DATE));
        }
        return select(fields)
                .select(sum(cost(facts, question.metric())).as(COST))
                .from(facts)
                .where(allocation.in(allocations))
                .and(within(question))
                .groupBy(by)
                .asTable("summed");
    }

    private Condition within(CostQuestion question) {
        return question.days() == null
                ? DSL.noCondition()
                : ofFact(FACT.USAGE_DATE)
                        .between(question.days().first(), question.days().last());
    }

    private <T> Field<T> ofFact(Field<T> field) {
        return Objects.requireNonNull(facts.field(field), field.getName());
    }

    private static Field<BigDecimal> cost(Table<?> facts, Metric metric) {
        Field<BigDecimal> cost =
                switch (metric) {
                    case UNBLENDED -> FACT.UNBLENDED;
                    case AMORTIZED -> FACT.AMORTIZED;
                    case NET_AMORTIZED -> FACT.NET_AMORTIZED;
                    case LIST -> FACT.LIST;
                };
        return Objects.requireNonNull(facts.field(cost), cost.getName());
    }
}
