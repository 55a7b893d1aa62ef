package dev.comanda.ops.chargeback;

import java.time.LocalDate;

/** Follows disputes night by night. */
public interface Chargebacks {

    /**
     * After the night's decisions: opens disputes, says what was won, lost, accepted or missed, and has cases due before their last
     * day. The same night again says the same.
     *
     * @return how many disputes the night ended
     */
    int follow(LocalDate businessDate);
}
