package dev.comanda.batch.simulator;

/** The payment service providers and how many business days after the capture they are due to settle. */
enum Psp {
    ADYEN("adyen", 2),
    STRIPE("stripe", 2),
    DLOCAL("dlocal", 3),
    PIX("pix", 1);

    private final String wireName;
    private final int lagDays;

    Psp(String wireName, int lagDays) {
        this.wireName = wireName;
        this.lagDays = lagDays;
    }

    String wireName() {
        return wireName;
    }

    int lagDays() {
        return lagDays;
    }
}
