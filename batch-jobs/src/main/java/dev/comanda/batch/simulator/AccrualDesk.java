package dev.comanda.batch.simulator;

import java.io.IOException;

/** Accrues what restaurants and couriers earn by an order, and plants what can go wrong there. */
final class AccrualDesk {

    private static final int PREPARED_ONE_IN = 4;
    private static final int FAILED_FIRST_ONE_IN = 300;
    private static final int INCENTIVE_ONE_IN = 50;
    private static final long COMMISSION_OFF_BY = 10_000;
    private static final long NET_OFF_BY = 5_000;
    private static final long TOTAL_OFF_BY = 75;
    private static final long INCENTIVE = 1_500;

    private final Ids ids;
    private final Randomness random;
    private final Marketplace marketplace;
    private final RestaurantEvents restaurants;
    private final CourierEvents couriers;
    private final PartyLedger restaurantLedger;
    private final PartyLedger courierLedger;
    private final Expectation expectation;

    AccrualDesk(
            Ids ids,
            Randomness random,
            Marketplace marketplace,
            Feeds feeds,
            Ledgers ledgers,
            Expectation expectation) {
        this.ids = ids;
        this.random = random;
        this.marketplace = marketplace;
        this.restaurants = feeds.restaurants();
        this.couriers = feeds.couriers();
        this.restaurantLedger = ledgers.restaurants();
        this.courierLedger = ledgers.couriers();
        this.expectation = expectation;
    }

    /** Where the accruals are told. */
    record Feeds(RestaurantEvents restaurants, CourierEvents couriers) {}

    /** Where the accruals add up to payouts. */
    record Ledgers(PartyLedger restaurants, PartyLedger couriers) {}

    /** The restaurant's side of a completed order. */
    void accrue(Order order, PlantedCase planted) throws IOException {
        if (random.oneIn(PREPARED_ONE_IN)) {
            restaurants.prepared(order);
        }
        if (planted == PlantedCase.MISSING_ACCRUAL) {
            broken(Reconciliation.RESTAURANT_ACCRUAL, ExpectedBreak.ofLeft(BreakType.MISSING_ACCRUAL, order.id()));
            return;
        }
        if (planted == PlantedCase.LATE_ACCRUAL) {
            expectation.leftInTransit(Reconciliation.RESTAURANT_ACCRUAL);
            return;
        }
        Accrual accrual = lawless(Accrual.lawful(ids.next("acr_"), order, order.id()), planted);
        send(accrual);
        expectation.matched(Reconciliation.RESTAURANT_ACCRUAL, "exact");
        if (planted == PlantedCase.DUPLICATE_ACCRUAL) {
            Accrual again = accrual.withId(ids.next("acr_"));
            send(again);
            broken(
                    Reconciliation.RESTAURANT_ACCRUAL,
                    ExpectedBreak.ofRight(BreakType.DUPLICATE_ACCRUAL, higher(accrual.id(), again.id())));
        }
        if (planted == PlantedCase.ACCRUAL_WITHOUT_ORDER) {
            stray(Accrual.lawful(ids.next("acr_"), order, ids.next("ord_")));
        }
    }

    /** An accrual for an order that is placed and not completed. */
    void accrueWithoutCompletion(Order order) throws IOException {
        stray(Accrual.lawful(ids.next("acr_"), order, order.id()));
    }

    /** The courier's side of a completed order, if the platform delivers it or a case wants it to. */
    void deliver(Order order, PlantedCase planted) throws IOException {
        boolean wanted = planted == PlantedCase.MISSING_EARNING
                || planted == PlantedCase.LATE_EARNING
                || planted == PlantedCase.COURIER_TOTAL
                || planted == PlantedCase.DUPLICATE_EARNING;
        if (planted == PlantedCase.EARNING_WITHOUT_DELIVERY) {
            Earning stray = earning(ids.next("ord_"), order);
            send(stray);
            broken(Reconciliation.COURIER_ACCRUAL, ExpectedBreak.ofRight(BreakType.ACCRUAL_WITHOUT_ORDER, stray.id()));
        }
        if (!order.delivered() && !wanted) {
            return;
        }
        if (random.oneIn(FAILED_FIRST_ONE_IN)) {
            couriers.deliveryFailed(order, ids.next("dlv_"), (order.courier() + 1) % marketplace.couriers());
        }
        Id deliveryId = ids.next("dlv_");
        couriers.delivered(order, deliveryId);
        earn(order, deliveryId, planted);
        if (random.oneIn(INCENTIVE_ONE_IN)) {
            send(new Earning(
                    ids.next("ern_"), null, order.courier(), 0, 0, 0, INCENTIVE, INCENTIVE, order.finishedAt()));
        }
    }

    private void earn(Order order, Id deliveryId, PlantedCase planted) throws IOException {
        if (planted == PlantedCase.MISSING_EARNING) {
            broken(Reconciliation.COURIER_ACCRUAL, ExpectedBreak.ofLeft(BreakType.MISSING_ACCRUAL, deliveryId));
            return;
        }
        if (planted == PlantedCase.LATE_EARNING) {
            expectation.leftInTransit(Reconciliation.COURIER_ACCRUAL);
            return;
        }
        Earning earning = earning(order.id(), order);
        if (planted == PlantedCase.COURIER_TOTAL) {
            earning = earning.withTotal(earning.total() + TOTAL_OFF_BY);
            expectation.finding(ExpectedFinding.of(
                    "COURIER_TOTAL",
                    earning.id(),
                    Amounts.cents(earning.lawfulTotal()),
                    Amounts.cents(earning.total())));
        }
        send(earning);
        expectation.matched(Reconciliation.COURIER_ACCRUAL, "exact");
        if (planted == PlantedCase.DUPLICATE_EARNING) {
            Earning again = earning.withId(ids.next("ern_"));
            send(again);
            broken(
                    Reconciliation.COURIER_ACCRUAL,
                    ExpectedBreak.ofRight(BreakType.DUPLICATE_ACCRUAL, higher(earning.id(), again.id())));
        }
    }

    private Accrual lawless(Accrual accrual, PlantedCase planted) {
        if (planted == PlantedCase.COMMISSION) {
            Accrual wrong = accrual.withCommission(accrual.commission() + COMMISSION_OFF_BY);
            finding("COMMISSION", wrong.id(), wrong.lawfulCommission(), wrong.commission());
            return wrong;
        }
        if (planted == PlantedCase.RESTAURANT_NET) {
            Accrual wrong = accrual.withNet(accrual.net() + NET_OFF_BY);
            finding("RESTAURANT_NET", wrong.id(), wrong.lawfulNet(), wrong.net());
            return wrong;
        }
        return accrual;
    }

    private void finding(String law, Id id, long expected, long actual) {
        expectation.finding(
                ExpectedFinding.of(law, id, Amounts.tenThousandths(expected), Amounts.tenThousandths(actual)));
    }

    private Earning earning(Id orderId, Order order) {
        return Earning.lawful(ids.next("ern_"), order, orderId, random);
    }

    private void stray(Accrual accrual) throws IOException {
        send(accrual);
        broken(Reconciliation.RESTAURANT_ACCRUAL, ExpectedBreak.ofRight(BreakType.ACCRUAL_WITHOUT_ORDER, accrual.id()));
    }

    void send(Accrual accrual) throws IOException {
        restaurants.accrued(accrual);
        restaurantLedger.accrue(accrual.restaurant(), accrual.net(), accrual.accruedAt());
    }

    void send(Earning earning) throws IOException {
        couriers.earned(earning);
        courierLedger.accrue(earning.courier(), earning.total() * 100, earning.accruedAt());
    }

    /** Ties go to the lowest reference, so that the higher of two is the one left over. */
    static Id higher(Id one, Id other) {
        return one.toString().compareTo(other.toString()) > 0 ? one : other;
    }

    private void broken(Reconciliation reconciliation, ExpectedBreak planted) {
        expectation.broken(reconciliation, planted);
    }
}
