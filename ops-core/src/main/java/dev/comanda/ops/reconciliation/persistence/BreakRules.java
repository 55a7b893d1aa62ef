package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.ops.reconciliation.persistence.Columns.column;
import static dev.comanda.ops.reconciliation.persistence.SqlMoney.rounded;
import static dev.comanda.sql.reconciliation.Sequences.GROUP_NUMBER;
import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static dev.comanda.sql.work.Tables.BUNDLE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.reconciliation.BreakRule;
import dev.comanda.ops.reconciliation.BreakRule.Comparison;
import dev.comanda.ops.reconciliation.BreakRule.LeftAlone;
import dev.comanda.ops.reconciliation.BreakRule.LeftWithItsRights;
import dev.comanda.ops.reconciliation.BreakRule.RightAlone;
import dev.comanda.ops.reconciliation.BreakRule.RightOfMatched;
import dev.comanda.ops.reconciliation.BreakRule.RightRepeated;
import dev.comanda.ops.reconciliation.BreakRule.Timing;
import dev.comanda.ops.reconciliation.ItemKind;
import dev.comanda.ops.reconciliation.ItemRole;
import dev.comanda.ops.reconciliation.MatchKey;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Compiles break rules to SQL. Each rule bundles what it takes; {@link Standings} records how the bundled items stand. */
final class BreakRules {

    private final DSLContext sql;
    private final Standings standings;
    private final LocalDate businessDate;

    BreakRules(DSLContext sql, Standings standings, LocalDate businessDate) {
        this.sql = sql;
        this.standings = standings;
        this.businessDate = businessDate;
    }

    void apply(ReconciliationSpec spec) {
        for (BreakRule rule : spec.breakRules()) {
            if (rule instanceof LeftWithItsRights both) {
                apply(both);
            } else if (rule instanceof RightOfMatched matched) {
                bundleRights(matched.rightKinds(), repeatsMatch(spec.leftRole(), matched));
                standings.bundledAre(rule.type());
            } else if (rule instanceof RightRepeated repeated) {
                bundleRights(repeated.rightKinds(), groupHasItsRole(spec.leftRole()));
                standings.bundledAre(rule.type());
            } else if (rule instanceof RightAlone alone) {
                bundleRights(alone.rightKinds(), noCondition());
                standings.bundledAre(rule.type());
            } else if (rule instanceof LeftAlone alone) {
                bundleLefts(alone.timing());
                standings.bundledAre(rule.type());
            } else {
                throw new IllegalStateException("No SQL is written for the break rule " + rule);
            }
        }
    }

    private void apply(LeftWithItsRights rule) {
        bundleLeftsWithRights(rule, isRaised(ItemTable.left(), rule.timing()));
        standings.bundledAre(rule.type());
        if (rule.timing() == Timing.AFTER_DUE) {
            bundleLeftsWithRights(rule, noCondition());
            standings.bundledAreInTransit();
        }
    }

    /** Only the lowest left of a reference is set against its rights; the others stand alone. */
    private void bundleLeftsWithRights(LeftWithItsRights rule, Condition raised) {
        ItemTable l = ItemTable.left();
        ItemTable r = ItemTable.right();
        Condition together = l.hasKeyOf(r, MatchKey.REFERENCE);
        Table<?> ranked = select(
                        l.role().as("role_id"),
                        l.item().as("item_id"),
                        l.rankWithin(l.keyInAnyCurrency(MatchKey.REFERENCE)).as("rank"))
                .from(l.table())
                .where(l.hasKey(MatchKey.REFERENCE))
                .asTable("ranked");
        Field<Integer> inItsCurrency = count().filterWhere(r.currency().eq(l.currency()));
        Field<BigDecimal> total =
                rounded(sum(r.amount()).filterWhere(r.currency().eq(l.currency())), l.currency());
        sql.insertInto(BUNDLE)
                .select(select(GROUP_NUMBER.nextval(), l.definition(), inline("left"), l.role(), l.item())
                        .from(l.table())
                        .join(ranked)
                        .on(column(ranked, "role_id", Short.class).eq(l.role()))
                        .and(column(ranked, "item_id", Long.class).eq(l.item()))
                        .join(r.table())
                        .on(together)
                        .where(column(ranked, "rank", Integer.class).eq(1))
                        .and(l.isOfKind(rule.leftKinds()))
                        .and(r.isOfKind(rule.rightKinds()))
                        .and(raised)
                        .groupBy(l.definition(), l.role(), l.item(), l.currency(), l.amount())
                        .having(holds(rule.comparison(), inItsCurrency, total, l.amount())))
                .execute();
        sql.insertInto(BUNDLE)
                .select(select(BUNDLE.BUNDLE_ID, BUNDLE.DEFINITION_ID, inline("right"), r.role(), r.item())
                        .from(BUNDLE)
                        .join(l.table())
                        .on(l.role().eq(BUNDLE.ROLE_ID).and(l.item().eq(BUNDLE.ITEM_ID)))
                        .join(r.table())
                        .on(together)
                        .where(r.isOfKind(rule.rightKinds())))
                .execute();
    }

    private static Condition holds(
            Comparison comparison, Field<Integer> inItsCurrency, Field<BigDecimal> total, Field<BigDecimal> amount) {
        return switch (comparison) {
            case SAME_CURRENCY -> inItsCurrency.gt(0);
            case OTHER_CURRENCY -> inItsCurrency.eq(0);
            case RIGHTS_ARE_MORE -> total.gt(amount);
            case RIGHTS_ARE_LESS -> total.lt(amount);
            case ANY -> noCondition();
        };
    }

    private void bundleLefts(Timing timing) {
        ItemTable l = ItemTable.left();
        sql.insertInto(BUNDLE)
                .select(select(GROUP_NUMBER.nextval(), l.definition(), inline("left"), l.role(), l.item())
                        .from(l.table())
                        .where(isRaised(l, timing)))
                .execute();
    }

    private Condition isRaised(ItemTable left, Timing timing) {
        return timing == Timing.AT_ONCE ? noCondition() : left.dueDate().lt(businessDate);
    }

    private void bundleRights(Set<ItemKind> kinds, Condition condition) {
        ItemTable r = ItemTable.right();
        sql.insertInto(BUNDLE)
                .select(select(GROUP_NUMBER.nextval(), r.definition(), inline("right"), r.role(), r.item())
                        .from(r.table())
                        .where(r.isOfKind(kinds))
                        .and(condition))
                .execute();
    }

    private static Condition repeatsMatch(ItemRole leftRole, RightOfMatched rule) {
        ItemTable r = ItemTable.right();
        Condition group = noCondition();
        if (rule.fullAmountOnly()) {
            group = MATCH_GROUP
                    .CURRENCY
                    .eq(r.currency())
                    .and(r.amount().in(MATCH_GROUP.LEFT_AMOUNT, MATCH_GROUP.RIGHT_AMOUNT));
        }
        if (rule.leftKinds().contains(ItemKind.CANCELLED)) {
            group = group.and(MatchedReferences.leftIsCancelled(true));
        }
        return exists(MatchedReferences.groupsOf(leftRole, r, group));
    }

    private static Condition groupHasItsRole(ItemRole leftRole) {
        ItemTable r = ItemTable.right();
        var sameRole = GROUP_MEMBER.as("same_role");
        return exists(MatchedReferences.groupsOf(
                leftRole,
                r,
                exists(selectOne()
                        .from(sameRole)
                        .where(sameRole.GROUP_ID.eq(MATCH_GROUP.GROUP_ID))
                        .and(sameRole.ROLE_ID.eq(r.role())))));
    }
}
