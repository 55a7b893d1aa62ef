package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;

/** Leads the orders that carry a case from the slip to the accruals. */
final class OrderExceptions {

    private static final Reconciliation HERE = Reconciliation.ORDER_PAYMENT;
    private static final long OVERCAPTURED = 250;
    private static final int SMALL = 100;
    private static final int LARGE = 500;
    private static final long LAW_OFF_BY = 100;
    private static final List<OrderingEvents.Cancellation> EARLY = List.of(
            new OrderingEvents.Cancellation("RESTAURANT", "PREPARING", "OUT_OF_STOCK"),
            new OrderingEvents.Cancellation("CUSTOMER", "BEFORE_ACCEPT", "CHANGED_MIND"),
            new OrderingEvents.Cancellation("COURIER", "IN_DELIVERY", "ACCIDENT"),
            new OrderingEvents.Cancellation("PLATFORM", "READY", "NO_COURIER"),
            new OrderingEvents.Cancellation("CUSTOMER", "PREPARING", "CHANGED_MIND"));
    private static final List<OrderingEvents.Cancellation> LATE = List.of(
            new OrderingEvents.Cancellation("CUSTOMER", "READY", "CHANGED_MIND"),
            new OrderingEvents.Cancellation("CUSTOMER", "IN_DELIVERY", "CHANGED_MIND"));

    private final Usual usual;
    private final NightlyDelivery delivery;
    private final SettlementExceptions settlements;
    private final AccrualExceptions accruals;
    private final Ids ids;
    private final Randomness random;
    private final Exceptions exceptions;
    private int cancellations;

    /** Where the rest of an order goes its usual way. */
    record Usual(OrderingEvents ordering, Payments payments, SettlementDesk settlement, AccrualDesk accruals) {}

    /** Where the cases of what follows an order are planted. */
    record Following(SettlementExceptions settlements, AccrualExceptions accruals) {}

    OrderExceptions(
            Usual usual,
            NightlyDelivery delivery,
            Following following,
            Ids ids,
            Randomness random,
            Exceptions exceptions) {
        this.usual = usual;
        this.delivery = delivery;
        this.settlements = following.settlements();
        this.accruals = following.accruals();
        this.ids = ids;
        this.random = random;
        this.exceptions = exceptions;
    }

    void run(Order order, ExceptionPlanting.Choice choice) throws IOException {
        ExceptionCase planted = choice.planted();
        switch (planted.area()) {
            case ORDER -> runOrder(order, choice);
            case SETTLEMENT -> {
                complete(order);
                Payment payment = captured(order, choice.psp(), order.basket().total());
                usual.ordering().captured(payment);
                settlements.settle(payment, planted);
                accrue(order);
            }
            case ACCRUAL -> {
                complete(order);
                pay(captured(order, choice.psp(), order.basket().total()));
                accruals.accrue(order, planted);
            }
            case PARTY_PAYOUT, PSP_PAYOUT, FILE ->
                throw new IllegalArgumentException(planted + " is not planted in an order");
        }
    }

    private void runOrder(Order order, ExceptionPlanting.Choice choice) throws IOException {
        ExceptionCase planted = choice.planted();
        long total = order.basket().total();
        switch (planted) {
            case LATE_CAPTURE, LATE_CAPTURE_OF_LINE -> payLate(order, choice);
            case LATE_PLACEMENT -> placeLate(order, choice.psp());
            case OVERCAPTURED -> payOtherwise(order, choice, total + OVERCAPTURED, BreakType.OVERCAPTURED);
            case UNDERCAPTURED_SMALL ->
                payOtherwise(order, choice, total - random.between(1, SMALL), BreakType.UNDERCAPTURED);
            case UNDERCAPTURED_LARGE ->
                payOtherwise(order, choice, total - random.between(SMALL + 1, LARGE), BreakType.UNDERCAPTURED);
            case UNPAID_ORDER -> {
                complete(order);
                accrue(order);
                raised(planted, unpaid(order), ExpectedException.Nights.from(order.day()));
            }
            case CAPTURED_CANCELLED -> cancelPaid(order, choice, EARLY);
            case CAPTURED_CANCELLED_LATE -> cancelPaid(order, choice, LATE);
            case PAYMENT_WITHOUT_ORDER -> {
                Payment payment = captured(order, choice.psp(), total);
                pay(payment);
                raised(planted, withoutOrder(payment), ExpectedException.Nights.from(order.day()));
            }
            case ORDER_TOTAL, ORDER_ITEMS -> breakLaw(order, choice);
            default -> throw new IllegalArgumentException(planted + " is not planted in an order");
        }
    }

    /** The line of a Pix is there before its capture and so has none; that of a card comes with it or later. */
    private void payLate(Order order, ExceptionPlanting.Choice choice) throws IOException {
        complete(order);
        accrue(order);
        Payment payment = captured(order, choice.psp(), order.basket().total());
        long night = order.day() + 1;
        delivery.notBefore(night, () -> usual.ordering().captured(payment));
        ExpectedException.Nights nights = new ExpectedException.Nights(order.day(), night);
        raised(choice.planted(), unpaid(order), nights);
        if (choice.planted() == ExceptionCase.LATE_CAPTURE_OF_LINE) {
            String record = settlements.settleInTime(payment);
            exceptions.raised(
                    choice.planted(),
                    Reconciliation.PAYMENT_SETTLEMENT,
                    ExpectedBreak.ofRight(BreakType.UNKNOWN_SETTLEMENT, record, payment.amount()),
                    nights);
        } else {
            usual.settlement().settle(payment, PlantedCase.NOTHING);
        }
    }

    /** What it accrues to the restaurant is late too, or it would be an accrual without an order. */
    private void placeLate(Order order, Psp psp) throws IOException {
        Payment payment = captured(order, psp, order.basket().total());
        pay(payment);
        long night = order.day() + 1;
        delivery.notBefore(night, () -> complete(order));
        Accrual accrual = Accrual.lawful(ids.next("acr_"), order, order.id());
        usual.accruals().send(accrual.withAccruedAt(order.finishedAt() + SaoPauloTime.SECONDS_PER_DAY));
        usual.accruals().deliver(order, PlantedCase.NOTHING);
        raised(ExceptionCase.LATE_PLACEMENT, withoutOrder(payment), new ExpectedException.Nights(order.day(), night));
    }

    private void payOtherwise(Order order, ExceptionPlanting.Choice choice, long amount, BreakType type)
            throws IOException {
        complete(order);
        Payment payment = captured(order, choice.psp(), amount);
        pay(payment);
        accrue(order);
        ExpectedBreak broken = ExpectedBreak.ofBoth(
                type, order.id(), payment.id(), order.basket().total(), amount);
        raised(choice.planted(), broken, ExpectedException.Nights.from(order.day()));
    }

    private void cancelPaid(Order order, ExceptionPlanting.Choice choice, List<OrderingEvents.Cancellation> ways)
            throws IOException {
        usual.ordering().placed(order, 1);
        usual.ordering().cancelled(order, 2, ways.get(cancellations++ % ways.size()));
        Payment payment = captured(order, choice.psp(), order.basket().total());
        pay(payment);
        ExpectedBreak broken =
                ExpectedBreak.ofBoth(BreakType.CAPTURED_CANCELLED, order.id(), payment.id(), 0, payment.amount());
        raised(choice.planted(), broken, ExpectedException.Nights.from(order.day()));
    }

    private void breakLaw(Order drawn, ExceptionPlanting.Choice choice) throws IOException {
        boolean ofTotal = choice.planted() == ExceptionCase.ORDER_TOTAL;
        Basket basket = drawn.basket();
        Basket wrong = ofTotal ? basket.withTotalOffBy(LAW_OFF_BY) : basket.withItemsOffBy(LAW_OFF_BY);
        Order order = drawn.withBasket(wrong);
        complete(order);
        pay(captured(order, choice.psp(), wrong.total()));
        accrue(order);
        exceptions.found(
                choice.planted(),
                HERE,
                ExpectedFinding.of(
                        choice.planted().name(),
                        order.id(),
                        Amounts.cents(ofTotal ? wrong.lawfulTotal() : wrong.sumOfDishes()),
                        Amounts.cents(ofTotal ? wrong.total() : wrong.items())),
                order.day());
    }

    private void complete(Order order) throws IOException {
        usual.ordering().placed(order, 1);
        usual.ordering().completed(order, 2);
    }

    private Payment captured(Order order, Psp psp, long amount) {
        return usual.payments().capture(order, psp, amount);
    }

    private void pay(Payment payment) throws IOException {
        usual.payments().send(payment, PlantedCase.NOTHING);
    }

    private void accrue(Order order) throws IOException {
        usual.accruals().accrue(order, PlantedCase.NOTHING);
        usual.accruals().deliver(order, PlantedCase.NOTHING);
    }

    private static ExpectedBreak unpaid(Order order) {
        return ExpectedBreak.ofLeft(
                BreakType.UNPAID_ORDER, order.id(), order.basket().total());
    }

    private static ExpectedBreak withoutOrder(Payment payment) {
        return ExpectedBreak.ofRight(BreakType.PAYMENT_WITHOUT_ORDER, payment.id(), payment.amount());
    }

    private void raised(ExceptionCase planted, ExpectedBreak broken, ExpectedException.Nights nights) {
        exceptions.raised(planted, HERE, broken, nights);
    }
}
