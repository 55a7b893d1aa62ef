package dev.comanda.batch.simulator;

/**
 * A captured payment.
 *
 * @param lineReference the PSP's reference as its files have it
 * @param eventReference the PSP's reference as the event has it; Stripe's may be the payment intent instead
 * @param amount hundredths of a real
 */
record Payment(
        Id id,
        Id orderId,
        Psp psp,
        String lineReference,
        String eventReference,
        Id merchantReference,
        String method,
        long amount,
        long capturedAt) {

    long capturedOn() {
        return SaoPauloTime.dayOf(capturedAt);
    }

    /** The same payment for another order. */
    Payment of(Id otherOrder) {
        return new Payment(
                id, otherOrder, psp, lineReference, eventReference, merchantReference, method, amount, capturedAt);
    }

    /** The same payment under a merchant reference that it shares with others. */
    Payment under(Id group) {
        return new Payment(id, orderId, psp, lineReference, eventReference, group, method, amount, capturedAt);
    }

    /** The same payment of Stripe's, its event naming the payment intent. */
    Payment byIntent() {
        String intent = PspReferences.intentOf(lineReference);
        return new Payment(id, orderId, psp, lineReference, intent, merchantReference, method, amount, capturedAt);
    }
}
