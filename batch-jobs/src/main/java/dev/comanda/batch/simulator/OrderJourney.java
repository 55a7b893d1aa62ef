package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;

/** Leads orders from the slip to the accruals and plants what can go wrong on the way. */
final class OrderJourney {

    private static final int CANCELLED_ONE_IN = 33;
    private static final int TWO_TENDERS_ONE_IN = 25;
    private static final int OUT_OF_ORDER_ONE_IN = 7;
    private static final int REFUND_ASKED_ONE_IN = 200;
    private static final long FIRST_TENDER = 400;
    private static final long OFF_BY = 250;
    private static final long LAW_OFF_BY = 100;
    private static final long STRAY_AMOUNT = 3_140;
    private static final long EXTRA_TIP = 1_000;

    private final Ids ids;
    private final Randomness random;
    private final OrderingEvents ordering;
    private final Payments payments;
    private final AccrualDesk accruals;
    private final Expectation expectation;

    OrderJourney(
            Ids ids,
            Randomness random,
            OrderingEvents ordering,
            Payments payments,
            AccrualDesk accruals,
            Expectation expectation) {
        this.ids = ids;
        this.random = random;
        this.ordering = ordering;
        this.payments = payments;
        this.accruals = accruals;
        this.expectation = expectation;
    }

    void run(Order drawn, Planting.Choice choice) throws IOException {
        PlantedCase planted = choice.planted();
        Order order = lawless(drawn, planted);
        switch (planted) {
            case CAPTURED_CANCELLED -> cancelPaid(order, choice);
            case OPEN_ORDER, OPEN_ORDER_WITH_ACCRUAL -> leaveOpen(order, choice);
            case NOTHING -> runUsual(order, choice);
            default -> complete(order, choice);
        }
    }

    private void runUsual(Order order, Planting.Choice choice) throws IOException {
        if (random.oneIn(CANCELLED_ONE_IN)) {
            ordering.placed(order, 1);
            ordering.cancelled(order, 2, OrderingEvents.Cancellation.BEFORE_ACCEPT);
            expectation.matched(Reconciliation.ORDER_PAYMENT, "nothing-due");
            return;
        }
        complete(order, choice);
        if (random.oneIn(REFUND_ASKED_ONE_IN)) {
            ordering.refundRequested(order, ids.next("req_"));
        }
    }

    private void complete(Order order, Planting.Choice choice) throws IOException {
        PlantedCase planted = choice.planted();
        if (planted == PlantedCase.AMENDED_ORDER) {
            ordering.completed(order, 3);
            ordering.placed(order, 2);
            ordering.placed(
                    order.withBasket(order.basket().withTip(order.basket().tip() + EXTRA_TIP)), 1);
        } else if (random.oneIn(OUT_OF_ORDER_ONE_IN)) {
            ordering.completed(order, 2);
            ordering.placed(order, 1);
        } else {
            ordering.placed(order, 1);
            ordering.completed(order, 2);
        }
        pay(order, choice);
        accruals.accrue(order, planted);
        accruals.deliver(order, planted);
    }

    private void pay(Order order, Planting.Choice choice) throws IOException {
        long total = order.basket().total();
        switch (choice.planted()) {
            case UNPAID_ORDER -> broken(ExpectedBreak.ofLeft(BreakType.UNPAID_ORDER, order.id(), total));
            case OVERCAPTURED -> payOtherwise(order, choice, total + OFF_BY, BreakType.OVERCAPTURED);
            case UNDERCAPTURED -> payOtherwise(order, choice, total - OFF_BY, BreakType.UNDERCAPTURED);
            case GROUPED_SETTLEMENT -> payTogether(order, choice.psp(), total);
            case PAYMENT_WITHOUT_ORDER -> {
                payOnce(order, choice, total);
                Payment stray =
                        payments.capture(order, choice.psp(), STRAY_AMOUNT).of(ids.next("ord_"));
                payments.send(stray, PlantedCase.NOTHING);
                broken(ExpectedBreak.ofRight(BreakType.PAYMENT_WITHOUT_ORDER, stray.id(), stray.amount()));
            }
            case NOTHING -> {
                if (random.oneIn(TWO_TENDERS_ONE_IN)) {
                    payTwice(order, choice, total);
                } else {
                    payOnce(order, choice, total);
                }
            }
            default -> payOnce(order, choice, total);
        }
    }

    private void payOnce(Order order, Planting.Choice choice, long total) throws IOException {
        payments.send(payments.capture(order, choice.psp(), total), choice.planted());
        expectation.matched(Reconciliation.ORDER_PAYMENT, "exact");
    }

    private void payTwice(Order order, Planting.Choice choice, long total) throws IOException {
        payments.send(payments.capture(order, Psp.PIX, FIRST_TENDER), choice.planted());
        payments.send(payments.capture(order, choice.psp(), total - FIRST_TENDER), choice.planted());
        expectation.matched(Reconciliation.ORDER_PAYMENT, "split");
    }

    private void payTogether(Order order, Psp psp, long total) throws IOException {
        Id group = ids.next("grp_");
        payments.sendTogether(List.of(
                payments.capture(order, psp, FIRST_TENDER).under(group),
                payments.capture(order, psp, total - FIRST_TENDER).under(group)));
        expectation.matched(Reconciliation.ORDER_PAYMENT, "split");
    }

    private void payOtherwise(Order order, Planting.Choice choice, long amount, BreakType type) throws IOException {
        Payment payment = payments.capture(order, choice.psp(), amount);
        payments.send(payment, choice.planted());
        broken(ExpectedBreak.ofBoth(
                type, order.id(), payment.id(), order.basket().total(), amount));
    }

    private void cancelPaid(Order order, Planting.Choice choice) throws IOException {
        ordering.placed(order, 1);
        ordering.cancelled(order, 2, OrderingEvents.Cancellation.BEFORE_ACCEPT);
        Payment payment = payments.capture(order, choice.psp(), order.basket().total());
        payments.send(payment, choice.planted());
        broken(ExpectedBreak.ofBoth(BreakType.CAPTURED_CANCELLED, order.id(), payment.id(), 0, payment.amount()));
    }

    private void leaveOpen(Order order, Planting.Choice choice) throws IOException {
        ordering.placed(order, 1);
        payments.send(payments.capture(order, choice.psp(), order.basket().total()), choice.planted());
        expectation.rightInTransit(Reconciliation.ORDER_PAYMENT);
        if (choice.planted() == PlantedCase.OPEN_ORDER_WITH_ACCRUAL) {
            accruals.accrueWithoutCompletion(order);
        }
    }

    private Order lawless(Order order, PlantedCase planted) {
        Basket basket = order.basket();
        if (planted == PlantedCase.ORDER_TOTAL) {
            Basket wrong = basket.withTotalOffBy(LAW_OFF_BY);
            finding("ORDER_TOTAL", order.id(), wrong.lawfulTotal(), wrong.total());
            return order.withBasket(wrong);
        }
        if (planted == PlantedCase.ORDER_ITEMS) {
            Basket wrong = basket.withItemsOffBy(LAW_OFF_BY);
            finding("ORDER_ITEMS", order.id(), wrong.sumOfDishes(), wrong.items());
            return order.withBasket(wrong);
        }
        return order;
    }

    private void finding(String law, Id order, long expected, long actual) {
        expectation.finding(ExpectedFinding.of(law, order, Amounts.cents(expected), Amounts.cents(actual)));
    }

    private void broken(ExpectedBreak planted) {
        expectation.broken(Reconciliation.ORDER_PAYMENT, planted);
    }
}
