package dev.comanda.batch.simulator;

/**
 * A payout that was instructed to the bank.
 *
 * @param amount hundredths of a real, positive
 * @param residual ten thousandths, what rounding left over
 * @param accrued ten thousandths, what the party accrued in the period
 * @param instructedOn an epoch day, also the end of the period of seven days
 */
record Payout(Id id, int party, long instructedOn, long amount, long residual, long accrued, String bankReference) {

    static final int PERIOD_DAYS = 7;

    Payout withAmount(long other) {
        return new Payout(id, party, instructedOn, other, residual, accrued, bankReference);
    }

    long paid() {
        return amount * 100 + residual;
    }
}
