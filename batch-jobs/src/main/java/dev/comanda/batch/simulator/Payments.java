package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;

/** Captures payments for orders: the event, and the settlement that follows from it. */
final class Payments {

    private static final int CAPTURED_AFTER_SECONDS = 5;
    private static final int BY_INTENT_ONE_IN = 5;
    private static final List<String> CARD_METHODS = List.of("CARD", "CARD", "WALLET", "MEAL_VOUCHER");
    private static final int PIX_PERCENT = 55;
    private static final int ADYEN_PERCENT = 77;
    private static final int STRIPE_PERCENT = 90;

    private final Ids ids;
    private final Randomness random;
    private final PspReferences references;
    private final OrderingEvents ordering;
    private final SettlementDesk settlement;

    Payments(Ids ids, Randomness random, PspReferences references, OrderingEvents ordering, SettlementDesk settlement) {
        this.ids = ids;
        this.random = random;
        this.references = references;
        this.ordering = ordering;
        this.settlement = settlement;
    }

    Psp anyPsp() {
        int percent = random.below(100);
        if (percent < PIX_PERCENT) {
            return Psp.PIX;
        }
        if (percent < ADYEN_PERCENT) {
            return Psp.ADYEN;
        }
        return percent < STRIPE_PERCENT ? Psp.STRIPE : Psp.DLOCAL;
    }

    Payment capture(Order order, Psp psp, long amount) {
        long capturedAt = order.placedAt() + CAPTURED_AFTER_SECONDS;
        Id id = ids.next("pay_");
        String reference = references.next(psp, capturedAt);
        String method = psp == Psp.PIX ? "PIX" : CARD_METHODS.get(random.below(CARD_METHODS.size()));
        return new Payment(id, order.id(), psp, reference, reference, id, method, amount, capturedAt);
    }

    void send(Payment payment, PlantedCase planted) throws IOException {
        boolean byIntent = payment.psp() == Psp.STRIPE
                && planted == PlantedCase.NOTHING
                && Math.floorMod(payment.id().number() >>> 4, BY_INTENT_ONE_IN) == 0;
        ordering.captured(byIntent ? payment.byIntent() : payment);
        settlement.settle(payment, planted);
    }

    void sendTogether(List<Payment> payments) throws IOException {
        for (Payment payment : payments) {
            ordering.captured(payment);
        }
        settlement.settleTogether(payments);
    }
}
