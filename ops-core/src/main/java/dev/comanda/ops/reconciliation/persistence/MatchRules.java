package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.ops.reconciliation.persistence.SqlMoney.roundedSum;
import static dev.comanda.sql.reconciliation.Sequences.GROUP_NUMBER;
import static dev.comanda.sql.work.Tables.BUNDLE;
import static dev.comanda.sql.work.Tables.PAIR;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.MatchKey;
import dev.comanda.ops.reconciliation.MatchRule;
import dev.comanda.ops.reconciliation.MatchRule.ByExistence;
import dev.comanda.ops.reconciliation.MatchRule.JoinsItsGroup;
import dev.comanda.ops.reconciliation.MatchRule.LeftsSumToRight;
import dev.comanda.ops.reconciliation.MatchRule.NothingDue;
import dev.comanda.ops.reconciliation.MatchRule.OneToOne;
import dev.comanda.ops.reconciliation.MatchRule.OnlyPairInItsDays;
import dev.comanda.ops.reconciliation.MatchRule.OnlyRight;
import dev.comanda.ops.reconciliation.MatchRule.RightsSumToLeft;
import dev.comanda.ops.reconciliation.MatchRule.WithinTolerance;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Compiles match rules to SQL. Each rule proposes pairs or bundles, which {@link Groups} turns into match groups. */
final class MatchRules {

    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final int MOST_ROUNDS = 10_000;

    private final DSLContext sql;
    private final Groups groups;

    MatchRules(DSLContext sql, Groups groups) {
        this.sql = sql;
        this.groups = groups;
    }

    void apply(ReconciliationSpec spec) {
        for (MatchRule rule : spec.matchRules()) {
            apply(rule, spec);
        }
    }

    private void apply(MatchRule rule, ReconciliationSpec spec) {
        if (rule instanceof OneToOne oneToOne) {
            proposeOneToOne(oneToOne.key(), oneToOne.rightKinds(), true);
            groups.writePairs(rule.name());
        } else if (rule instanceof ByExistence byExistence) {
            proposeOneToOne(byExistence.key(), byExistence.rightKinds(), false);
            groups.writePairs(rule.name());
        } else if (rule instanceof OnlyRight onlyRight) {
            propose(onlyRight);
            groups.writePairs(rule.name());
        } else if (rule instanceof RightsSumToLeft split) {
            proposeSums(ItemTable.left(), LEFT, ItemTable.right(), RIGHT, split.key(), split.rightKinds());
            groups.writeBundles(rule.name());
        } else if (rule instanceof LeftsSumToRight grouped) {
            proposeSums(ItemTable.right(), RIGHT, ItemTable.left(), LEFT, grouped.key(), grouped.rightKinds());
            groups.writeBundles(rule.name());
        } else if (rule instanceof WithinTolerance tolerance) {
            applyInRounds(tolerance);
        } else if (rule instanceof NothingDue) {
            proposeNothingDue();
            groups.writeBundles(rule.name());
        } else if (rule instanceof OnlyPairInItsDays inDays) {
            propose(inDays);
            groups.writePairs(rule.name());
        } else if (rule instanceof JoinsItsGroup joins) {
            groups.joinGroupsOf(spec.leftRole(), joins.rightKinds());
        } else {
            throw new IllegalStateException("No SQL is written for the match rule " + rule);
        }
    }

    private void proposeOneToOne(MatchKey key, Set<ItemKind> rightKinds, boolean withAmount) {
        ItemTable left = ItemTable.left();
        ItemTable right = ItemTable.right();
        ItemTable l = ranked(left, key, withAmount, left.hasKey(key));
        ItemTable r = ranked(right, key, withAmount, right.hasKey(key).and(right.isOfKind(rightKinds)));
        Condition agree = withAmount ? l.agreesWith(r, key).and(l.amount().eq(r.amount())) : l.hasKeyOf(r, key);
        insertPairs(l, r, agree.and(rank(l).eq(rank(r))));
    }

    private static ItemTable ranked(ItemTable side, MatchKey key, boolean withAmount, Condition eligible) {
        List<Field<?>> partition = withAmount ? side.keyAndAmount(key) : side.keyInAnyCurrency(key);
        return new ItemTable(
                select(side.table().asterisk(), side.rankWithin(partition).as("rank"))
                        .from(side.table())
                        .where(eligible)
                        .asTable("ranked_" + side.table().getName()));
    }

    private static Field<Integer> rank(ItemTable side) {
        return column(side.table(), "rank", Integer.class);
    }

    private void propose(OnlyRight rule) {
        ItemTable left = ItemTable.left();
        ItemTable right = ItemTable.right();
        ItemTable only = new ItemTable(select(
                        right.table().asterisk(),
                        count().over().partitionBy(right.keyFields(rule.key())).as("rank"))
                .from(right.table())
                .where(right.hasKey(rule.key()).and(right.isOfKind(rule.rightKinds())))
                .asTable("only_right"));
        insertPairs(
                left,
                only,
                left.agreesWith(only, rule.key())
                        .and(left.amount().eq(only.amount()))
                        .and(rank(only).eq(1)));
    }

    private void insertPairs(ItemTable l, ItemTable r, Condition condition) {
        insertPairs(pairs(l, r, l.table(), r.table(), condition));
    }

    private Select<? extends Record> pairs(ItemTable l, ItemTable r, Table<?> left, Table<?> right, Condition on) {
        return select(
                        GROUP_NUMBER.nextval(),
                        l.definition(),
                        l.role(),
                        l.item(),
                        r.role(),
                        r.item(),
                        l.currency(),
                        l.amount(),
                        r.amount(),
                        l.legalEntity())
                .from(left)
                .join(right)
                .on(on);
    }

    private void insertPairs(Select<? extends Record> pairs) {
        sql.insertInto(PAIR).select(pairs).execute();
    }

    /** One item of {@code whole} equals the sum of all items of {@code parts} with its key, two or more of them. */
    private void proposeSums(
            ItemTable whole,
            String wholeSide,
            ItemTable parts,
            String partsSide,
            MatchKey key,
            Set<ItemKind> rightKinds) {
        Condition wholeEligible = whole.hasKey(key).and(kindsOf(whole, wholeSide, rightKinds));
        Condition partsEligible = parts.hasKey(key).and(kindsOf(parts, partsSide, rightKinds));
        Field<BigDecimal> total = roundedSum(parts.amount(), parts.currency()).as("total");
        Table<?> sums = select(parts.legalEntity(), parts.scope(), parts.key(key), parts.currency(), total)
                .from(parts.table())
                .where(partsEligible)
                .groupBy(parts.keyFields(key))
                .having(count().ge(2))
                .asTable("sums");
        ItemTable lowest = new ItemTable(select(
                        whole.table().asterisk(),
                        whole.rankWithin(whole.keyAndAmount(key)).as("rank"))
                .from(whole.table())
                .where(wholeEligible)
                .asTable("lowest"));
        sql.insertInto(BUNDLE)
                .select(select(
                                GROUP_NUMBER.nextval(),
                                lowest.definition(),
                                inline(wholeSide),
                                lowest.role(),
                                lowest.item())
                        .from(lowest.table())
                        .join(sums)
                        .on(lowest.legalEntity().eq(column(sums, parts.legalEntity())))
                        .and(lowest.scope().eq(column(sums, parts.scope())))
                        .and(lowest.key(key).eq(column(sums, parts.key(key))))
                        .and(lowest.currency().eq(column(sums, parts.currency())))
                        .and(lowest.amount().eq(column(sums, "total", BigDecimal.class)))
                        .where(rank(lowest).eq(1)))
                .execute();
        sql.insertInto(BUNDLE)
                .select(select(BUNDLE.BUNDLE_ID, BUNDLE.DEFINITION_ID, inline(partsSide), parts.role(), parts.item())
                        .from(BUNDLE)
                        .join(whole.table())
                        .on(whole.role().eq(BUNDLE.ROLE_ID))
                        .and(whole.item().eq(BUNDLE.ITEM_ID))
                        .join(parts.table())
                        .on(parts.agreesWith(whole, key))
                        .and(partsEligible))
                .execute();
    }

    private static Condition kindsOf(ItemTable side, String name, Set<ItemKind> rightKinds) {
        return name.equals(RIGHT) ? side.isOfKind(rightKinds) : side.kind().isNotNull();
    }

    /**
     * Each round takes the pairs in which either is the other's lowest choice; at least the lowest left that has a choice
     * goes with every round, so the rounds end.
     */
    private void applyInRounds(WithinTolerance rule) {
        ItemTable l = ItemTable.left();
        ItemTable r = ItemTable.right();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Table<?> choices = select(
                            GROUP_NUMBER.nextval().as("group_id"),
                            l.definition(),
                            l.role().as("left_role"),
                            l.item().as("left_item"),
                            r.role().as("right_role"),
                            r.item().as("right_item"),
                            l.currency(),
                            l.amount().as("left_amount"),
                            r.amount().as("right_amount"),
                            l.legalEntity(),
                            rowNumber()
                                    .over()
                                    .partitionBy(l.role(), l.item())
                                    .orderBy(r.tieOrder())
                                    .as("of_left"),
                            rowNumber()
                                    .over()
                                    .partitionBy(r.role(), r.item())
                                    .orderBy(l.tieOrder())
                                    .as("of_right"))
                    .from(l.table())
                    .join(r.table())
                    .on(l.agreesWith(r, rule.key()))
                    .and(abs(l.amount().minus(r.amount())).le(rule.tolerance()))
                    .where(l.hasKey(rule.key()).and(r.isOfKind(rule.rightKinds())))
                    .asTable("choices");
            insertPairs(select(firstFields(choices, PAIR.fields().length))
                    .from(choices)
                    .where(column(choices, "of_left", Integer.class).eq(1))
                    .and(column(choices, "of_right", Integer.class).eq(1)));
            if (groups.writePairs(rule.name()) == 0) {
                return;
            }
        }
    }

    private static List<Field<?>> firstFields(Table<?> table, int count) {
        return List.of(table.fields()).subList(0, count);
    }

    private void proposeNothingDue() {
        ItemTable l = ItemTable.left();
        ItemTable r = ItemTable.right();
        sql.insertInto(BUNDLE)
                .select(select(GROUP_NUMBER.nextval(), l.definition(), inline(LEFT), l.role(), l.item())
                        .from(l.table())
                        .where(l.amount().eq(BigDecimal.ZERO))
                        .and(notExists(selectOne().from(r.table()).where(r.hasKeyOf(l, MatchKey.REFERENCE)))))
                .execute();
    }

    private void propose(OnlyPairInItsDays rule) {
        ItemTable l = ItemTable.left();
        ItemTable r = ItemTable.right();
        Table<?> choices = select(
                        GROUP_NUMBER.nextval().as("group_id"),
                        l.definition(),
                        l.role().as("left_role"),
                        l.item().as("left_item"),
                        r.role().as("right_role"),
                        r.item().as("right_item"),
                        l.currency(),
                        l.amount().as("left_amount"),
                        r.amount().as("right_amount"),
                        l.legalEntity(),
                        count().over().partitionBy(l.role(), l.item()).as("of_left"),
                        count().over().partitionBy(r.role(), r.item()).as("of_right"))
                .from(l.table())
                .join(r.table())
                .on(l.legalEntity().eq(r.legalEntity()))
                .and(l.currency().eq(r.currency()))
                .and(l.amount().eq(r.amount()))
                .and(r.valueDate().between(l.businessDate(), l.dueDate()))
                .where(r.reference().isNull())
                .and(r.isOfKind(rule.rightKinds()))
                .asTable("choices");
        insertPairs(select(firstFields(choices, PAIR.fields().length))
                .from(choices)
                .where(column(choices, "of_left", Integer.class).eq(1))
                .and(column(choices, "of_right", Integer.class).eq(1)));
    }
}
