package dev.comanda.ops.reconciliation.persistence;

import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.ITEM;
import static dev.comanda.sql.reconciliation.Tables.OPEN_ITEM;
import static dev.comanda.sql.work.Tables.STANDING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.comanda.ops.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Items of breaks whose case an earlier night closed. They stand to be matched, because a late file may still explain them, but
 * they are nobody's open item any more: results and exports leave them out.
 */
final class ResolvedItems {

    private final List<Sum> sums;

    private record Sum(
            short definition, String side, @Nullable String currency, int items, @Nullable BigDecimal amount) {

        boolean isOf(Reconciliation reconciliation, String ofSide) {
            return definition == reconciliation.id() && side.equals(ofSide);
        }
    }

    private ResolvedItems(List<Sum> sums) {
        this.sums = sums;
    }

    /** Those among what stands now; after the open items are published. */
    static ResolvedItems standing(DSLContext sql, LocalDate businessDate) {
        return new ResolvedItems(
                sql.select(STANDING.DEFINITION_ID, STANDING.SIDE, ITEM.CURRENCY, count(), sum(ITEM.AMOUNT))
                        .from(STANDING)
                        .join(OPEN_ITEM)
                        .on(OPEN_ITEM.ROLE_ID.eq(STANDING.ROLE_ID))
                        .and(OPEN_ITEM.ITEM_ID.eq(STANDING.ITEM_ID))
                        .and(OPEN_ITEM.TO_DATE.isNull())
                        .join(BREAK)
                        .on(BREAK.BREAK_ID.eq(OPEN_ITEM.BREAK_ID))
                        .join(ITEM)
                        .on(ITEM.ROLE_ID.eq(STANDING.ROLE_ID))
                        .and(ITEM.ITEM_ID.eq(STANDING.ITEM_ID))
                        .where(STANDING.STATUS.eq(Standings.BREAK))
                        .and(ShownBreaks.resolvedBefore(businessDate))
                        .groupBy(STANDING.DEFINITION_ID, STANDING.SIDE, ITEM.CURRENCY)
                        .fetch(row -> new Sum(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
    }

    int items(Reconciliation reconciliation, String side) {
        return sums.stream()
                .filter(each -> each.isOf(reconciliation, side))
                .mapToInt(Sum::items)
                .sum();
    }

    int items(String side) {
        return sums.stream()
                .filter(each -> each.side().equals(side))
                .mapToInt(Sum::items)
                .sum();
    }

    BigDecimal amount(short definition, String side, String currency) {
        return sums.stream()
                .filter(each -> each.definition() == definition && each.side().equals(side))
                .filter(each -> currency.equals(each.currency()) && each.amount() != null)
                .map(Sum::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
