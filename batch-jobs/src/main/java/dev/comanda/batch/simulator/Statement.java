package dev.comanda.batch.simulator;

import java.util.List;

/**
 * What a bank says of one account and day.
 *
 * @param sequence the statement's number
 * @param opening hundredths
 * @param closing hundredths, as claimed
 * @param pending an amount that is announced and not booked; 0 for none
 */
record Statement(long day, int sequence, long opening, long closing, List<BankMovement> movements, long pending) {

    static long booked(List<BankMovement> movements) {
        return movements.stream().mapToLong(BankMovement::amount).sum();
    }
}
