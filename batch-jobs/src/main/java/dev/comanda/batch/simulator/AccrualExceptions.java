package dev.comanda.batch.simulator;

import java.io.IOException;

/** Accrues what restaurants and couriers earn by an order as it should not be, or too late, or not at all. */
final class AccrualExceptions {

    private static final long COMMISSION_OFF_BY = 10_000;
    private static final long NET_OFF_BY = 5_000;
    private static final long TOTAL_OFF_BY = 75;

    private final Window window;
    private final Ids ids;
    private final Randomness random;
    private final AccrualDesk usual;
    private final CourierEvents couriers;
    private final Exceptions exceptions;

    AccrualExceptions(
            Window window,
            Ids ids,
            Randomness random,
            AccrualDesk usual,
            CourierEvents couriers,
            Exceptions exceptions) {
        this.window = window;
        this.ids = ids;
        this.random = random;
        this.usual = usual;
        this.couriers = couriers;
        this.exceptions = exceptions;
    }

    /** Accrues both sides of a completed order, one of them as the case wants it. */
    void accrue(Order order, ExceptionCase planted) throws IOException {
        switch (planted) {
            case LATE_ACCRUAL,
                    MISSING_ACCRUAL,
                    DUPLICATE_ACCRUAL,
                    ACCRUAL_WITHOUT_ORDER,
                    COMMISSION,
                    RESTAURANT_NET -> {
                ofRestaurant(order, planted);
                usual.deliver(order, PlantedCase.NOTHING);
            }
            case LATE_EARNING, MISSING_EARNING, DUPLICATE_EARNING, EARNING_WITHOUT_DELIVERY, COURIER_TOTAL -> {
                usual.accrue(order, PlantedCase.NOTHING);
                ofCourier(order, planted);
            }
            default -> throw new IllegalArgumentException(planted + " is not planted in an accrual");
        }
    }

    private void ofRestaurant(Order order, ExceptionCase planted) throws IOException {
        Accrual accrual = Accrual.lawful(ids.next("acr_"), order, order.id());
        switch (planted) {
            case MISSING_ACCRUAL -> missing(planted, Reconciliation.RESTAURANT_ACCRUAL, order, order.id());
            case LATE_ACCRUAL ->
                usual.send(accrual.withAccruedAt(late(planted, Reconciliation.RESTAURANT_ACCRUAL, order, order.id())));
            case DUPLICATE_ACCRUAL -> {
                Accrual again = accrual.withId(ids.next("acr_"));
                usual.send(accrual);
                usual.send(again);
                stray(BreakType.DUPLICATE_ACCRUAL, planted, again, AccrualDesk.higher(accrual.id(), again.id()));
            }
            case ACCRUAL_WITHOUT_ORDER -> {
                usual.send(accrual);
                Accrual stray = Accrual.lawful(ids.next("acr_"), order, ids.next("ord_"));
                usual.send(stray);
                stray(BreakType.ACCRUAL_WITHOUT_ORDER, planted, stray, stray.id());
            }
            case COMMISSION -> {
                Accrual wrong = accrual.withCommission(accrual.commission() + COMMISSION_OFF_BY);
                usual.send(wrong);
                found(planted, "COMMISSION", wrong, wrong.lawfulCommission(), wrong.commission());
            }
            default -> {
                Accrual wrong = accrual.withNet(accrual.net() + NET_OFF_BY);
                usual.send(wrong);
                found(planted, "RESTAURANT_NET", wrong, wrong.lawfulNet(), wrong.net());
            }
        }
    }

    private void ofCourier(Order order, ExceptionCase planted) throws IOException {
        Id delivery = ids.next("dlv_");
        couriers.delivered(order, delivery);
        Earning earning = Earning.lawful(ids.next("ern_"), order, order.id(), random);
        switch (planted) {
            case MISSING_EARNING -> missing(planted, Reconciliation.COURIER_ACCRUAL, order, delivery);
            case LATE_EARNING ->
                usual.send(earning.withAccruedAt(late(planted, Reconciliation.COURIER_ACCRUAL, order, delivery)));
            case DUPLICATE_EARNING -> {
                Earning again = earning.withId(ids.next("ern_"));
                usual.send(earning);
                usual.send(again);
                stray(BreakType.DUPLICATE_ACCRUAL, planted, again, AccrualDesk.higher(earning.id(), again.id()));
            }
            case EARNING_WITHOUT_DELIVERY -> {
                usual.send(earning);
                Earning stray = Earning.lawful(ids.next("ern_"), order, ids.next("ord_"), random);
                usual.send(stray);
                stray(BreakType.ACCRUAL_WITHOUT_ORDER, planted, stray, stray.id());
            }
            default -> {
                Earning wrong = earning.withTotal(earning.total() + TOTAL_OFF_BY);
                usual.send(wrong);
                exceptions.found(
                        planted,
                        Reconciliation.COURIER_ACCRUAL,
                        ExpectedFinding.of(
                                "COURIER_TOTAL",
                                wrong.id(),
                                Amounts.cents(wrong.lawfulTotal()),
                                Amounts.cents(wrong.total())),
                        order.day());
            }
        }
    }

    private long dueOf(Order order) {
        return window.plusBusinessDays(order.day(), 1);
    }

    private void missing(ExceptionCase planted, Reconciliation where, Order order, Id left) {
        exceptions.raised(
                planted,
                where,
                ExpectedBreak.ofLeft(BreakType.MISSING_ACCRUAL, left),
                ExpectedException.Nights.from(dueOf(order) + 1));
    }

    /** When it is accrued in the end: at the hour of the order, so that it is told with that day's. */
    private long late(ExceptionCase planted, Reconciliation where, Order order, Id left) {
        long due = dueOf(order);
        long day = window.overdueBy(due, 1);
        exceptions.raised(
                planted,
                where,
                ExpectedBreak.ofLeft(BreakType.MISSING_ACCRUAL, left),
                new ExpectedException.Nights(due + 1, day));
        return order.finishedAt() + SaoPauloTime.at(day - order.day(), 0);
    }

    private void stray(BreakType type, ExceptionCase planted, Accrual accrual, Id right) {
        exceptions.raised(
                planted,
                Reconciliation.RESTAURANT_ACCRUAL,
                ExpectedBreak.ofRight(type, right),
                Amounts.tenThousandths(accrual.net()),
                ExpectedException.Nights.from(SaoPauloTime.dayOf(accrual.accruedAt())));
    }

    private void stray(BreakType type, ExceptionCase planted, Earning earning, Id right) {
        exceptions.raised(
                planted,
                Reconciliation.COURIER_ACCRUAL,
                ExpectedBreak.ofRight(type, right),
                Amounts.cents(earning.total()),
                ExpectedException.Nights.from(SaoPauloTime.dayOf(earning.accruedAt())));
    }

    private void found(ExceptionCase planted, String law, Accrual accrual, long expected, long actual) {
        exceptions.found(
                planted,
                Reconciliation.RESTAURANT_ACCRUAL,
                ExpectedFinding.of(law, accrual.id(), Amounts.tenThousandths(expected), Amounts.tenThousandths(actual)),
                SaoPauloTime.dayOf(accrual.accruedAt()));
    }
}
