package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.GROUP_MEMBER;
import static dev.comanda.sql.reconciliation.Tables.MATCH_GROUP;
import static dev.comanda.sql.reconciliation.Tables.RESULT;
import static dev.comanda.sql.reconciliation.Tables.RESULT_AMOUNT;
import static dev.comanda.sql.work.Tables.LEFT_ITEM;
import static dev.comanda.sql.work.Tables.RIGHT_ITEM;
import static dev.comanda.sql.work.Tables.STANDING;
import static org.jooq.impl.DSL.select;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * The proof that nothing went unaccounted: what stood to be matched is counted before the rules run, what came of it
 * afterwards, and the two must be the same on either side. The table's own checks hold the same for each result. Items of breaks
 * that were resolved before are looked at again and counted out.
 */
final class Results {

    private final DSLContext sql;
    private final ReconciliationSpec spec;
    private final LocalDate businessDate;
    private final int leftBefore;
    private final int rightBefore;
    private final List<Amount> amounts;

    private Results(DSLContext sql, ReconciliationSpec spec, LocalDate businessDate) {
        this.sql = sql;
        this.spec = spec;
        this.businessDate = businessDate;
        this.leftBefore = sql.fetchCount(LEFT_ITEM);
        this.rightBefore = sql.fetchCount(RIGHT_ITEM);
        this.amounts = Stream.concat(sums(ItemTable.left(), "left"), sums(ItemTable.right(), "right"))
                .toList();
    }

    /** Counts what stands to be matched now. */
    static Results counting(DSLContext sql, ReconciliationSpec spec, LocalDate businessDate) {
        return new Results(sql, spec, businessDate);
    }

    void publish(OffsetDateTime now) {
        ResolvedItems resolved = ResolvedItems.standing(sql, businessDate);
        long left = resolved.items("left");
        long right = resolved.items("right");
        for (Reconciliation reconciliation : spec.reconciliations()) {
            Tally tally = tally(reconciliation, resolved);
            left += tally.left();
            right += tally.right();
            insert(reconciliation, tally, now);
        }
        insertAmounts(resolved);
        if (left + notOurs("left") != leftBefore || right + notOurs("right") != rightBefore) {
            throw new OpsException(
                    ErrorCode.ITEMS_UNACCOUNTED,
                    "%s on %s: %d left and %d right items stood to be matched, %d and %d are accounted for; nothing was published"
                            .formatted(spec.lead().exportName(), businessDate, leftBefore, rightBefore, left, right));
        }
    }

    private record Amount(short definition, String side, String currency, BigDecimal sum) {}

    private Stream<Amount> sums(ItemTable items, String side) {
        return sql
                .select(items.definition(), items.currency(), SqlMoney.roundedSum(items.amount(), items.currency()))
                .from(items.table())
                .where(items.amount().isNotNull())
                .groupBy(items.definition(), items.currency())
                .fetch()
                .stream()
                .map(row -> new Amount(row.value1(), side, row.value2(), row.value3()));
    }

    private void insertAmounts(ResolvedItems resolved) {
        for (Amount amount : amounts) {
            sql.insertInto(RESULT_AMOUNT)
                    .set(RESULT_AMOUNT.DEFINITION_ID, amount.definition())
                    .set(RESULT_AMOUNT.BUSINESS_DATE, businessDate)
                    .set(RESULT_AMOUNT.SIDE, amount.side())
                    .set(RESULT_AMOUNT.CURRENCY, amount.currency())
                    .set(
                            RESULT_AMOUNT.AMOUNT,
                            amount.sum()
                                    .subtract(resolved.amount(amount.definition(), amount.side(), amount.currency())))
                    .execute();
        }
    }

    private record Tally(
            long matchedGroups,
            long matchedLeft,
            long matchedRight,
            long inTransitLeft,
            long inTransitRight,
            long breakLeft,
            long breakRight) {

        long left() {
            return matchedLeft + inTransitLeft + breakLeft;
        }

        long right() {
            return matchedRight + inTransitRight + breakRight;
        }
    }

    private Tally tally(Reconciliation reconciliation, ResolvedItems resolved) {
        return new Tally(
                sql.fetchCount(
                        MATCH_GROUP,
                        MATCH_GROUP.DEFINITION_ID.eq(reconciliation.id()),
                        MATCH_GROUP.BUSINESS_DATE.eq(businessDate)),
                members(reconciliation, List.of(spec.leftRole().id())),
                members(
                        reconciliation,
                        spec.rightRoles().stream().map(role -> role.id()).toList()),
                standing(reconciliation, "left", Standings.IN_TRANSIT),
                standing(reconciliation, "right", Standings.IN_TRANSIT),
                standing(reconciliation, "left", Standings.BREAK) - resolved.items(reconciliation, "left"),
                standing(reconciliation, "right", Standings.BREAK) - resolved.items(reconciliation, "right"));
    }

    private int members(Reconciliation reconciliation, List<Short> roles) {
        return sql.fetchCount(select(GROUP_MEMBER.ITEM_ID)
                .from(GROUP_MEMBER)
                .join(MATCH_GROUP)
                .on(MATCH_GROUP.GROUP_ID.eq(GROUP_MEMBER.GROUP_ID))
                .where(GROUP_MEMBER.JOINED_ON.eq(businessDate))
                .and(GROUP_MEMBER.ROLE_ID.in(roles))
                .and(MATCH_GROUP.DEFINITION_ID.eq(reconciliation.id())));
    }

    private int standing(Reconciliation reconciliation, String side, String status) {
        return sql.fetchCount(
                STANDING,
                STANDING.DEFINITION_ID.eq(reconciliation.id()),
                STANDING.SIDE.eq(side),
                STANDING.STATUS.eq(status));
    }

    private int notOurs(String side) {
        return sql.fetchCount(STANDING, STANDING.SIDE.eq(side), STANDING.STATUS.eq(Standings.NOT_OURS));
    }

    private void insert(Reconciliation reconciliation, Tally tally, OffsetDateTime now) {
        sql.insertInto(RESULT)
                .set(RESULT.DEFINITION_ID, reconciliation.id())
                .set(RESULT.BUSINESS_DATE, businessDate)
                .set(RESULT.PUBLISHED_AT, now)
                .set(RESULT.LEFT_ITEMS, tally.left())
                .set(RESULT.RIGHT_ITEMS, tally.right())
                .set(RESULT.MATCHED_GROUPS, tally.matchedGroups())
                .set(RESULT.MATCHED_LEFT, tally.matchedLeft())
                .set(RESULT.MATCHED_RIGHT, tally.matchedRight())
                .set(RESULT.IN_TRANSIT_LEFT, tally.inTransitLeft())
                .set(RESULT.IN_TRANSIT_RIGHT, tally.inTransitRight())
                .set(RESULT.BREAK_LEFT, tally.breakLeft())
                .set(RESULT.BREAK_RIGHT, tally.breakRight())
                .execute();
    }
}
