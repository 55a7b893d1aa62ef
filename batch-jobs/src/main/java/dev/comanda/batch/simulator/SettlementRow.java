package dev.comanda.batch.simulator;

/**
 * A row of a PSP's file before it has a form.
 *
 * @param reference the PSP's reference, empty where it is left out
 * @param merchantReference ours, empty where there is none
 * @param amount hundredths, positive towards us
 * @param fee hundredths, what the PSP keeps of it
 */
record SettlementRow(
        Kind kind, String reference, String merchantReference, long amount, String currency, long createdAt, long fee) {

    /** What a row tells of. */
    enum Kind {
        SALE,
        REFUND,
        CHARGEBACK,
        UNKNOWN
    }

    static SettlementRow sale(Payment payment, long amount, long createdAt) {
        return new SettlementRow(
                Kind.SALE,
                payment.lineReference(),
                payment.merchantReference().toString(),
                amount,
                "BRL",
                createdAt,
                0);
    }

    SettlementRow withFee(long other) {
        return new SettlementRow(kind, reference, merchantReference, amount, currency, createdAt, other);
    }

    SettlementRow withReference(String other) {
        return new SettlementRow(kind, other, merchantReference, amount, currency, createdAt, fee);
    }

    SettlementRow withMerchantReference(String other) {
        return new SettlementRow(kind, reference, other, amount, currency, createdAt, fee);
    }

    SettlementRow inCurrency(String other) {
        return new SettlementRow(kind, reference, merchantReference, amount, other, createdAt, fee);
    }

    SettlementRow as(Kind other, long otherAmount) {
        return new SettlementRow(other, reference, merchantReference, otherAmount, currency, createdAt, 0);
    }

    long net() {
        return amount - fee;
    }
}
