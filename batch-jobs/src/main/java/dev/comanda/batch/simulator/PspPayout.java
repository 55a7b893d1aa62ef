package dev.comanda.batch.simulator;

/**
 * A payout that a PSP's file states.
 *
 * @param record the reference of the record that states it
 * @param word the word a bank statement names it by
 * @param claimed hundredths, what the record says
 * @param summed hundredths, what its rows sum to
 */
record PspPayout(Psp psp, String record, String word, long claimed, long summed, long day) {

    boolean isMisstated() {
        return claimed != summed;
    }

    ExpectedBreak misstatement() {
        return ExpectedBreak.ofClaim(BreakType.CONTROL_TOTAL_MISMATCH, record, claimed, summed);
    }
}
