package dev.comanda.batch.nightly;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.posting.Posting;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a night, and says which proofs do not hold; the night goes on, its sign-off waits. What is clean of the dates before it is
 * signed off.
 */
record LedgerPosting(Posting posting, Closes closes, BigDecimal largestOpenCase) {

    private static final Logger log = LoggerFactory.getLogger(LedgerPosting.class);

    /** The number of transfers that were written. */
    int post(LocalDate date) {
        Posting.Outcome posted = posting.post(date);
        posted.differing()
                .forEach(proof -> log.warn(
                        "businessDate={} account={} party={} of {}: the ledger holds {} {}, {} is open; the difference is {}",
                        date,
                        proof.account(),
                        proof.party(),
                        proof.legalEntity(),
                        proof.balance().toPlainString(),
                        proof.currency(),
                        proof.openItems().toPlainString(),
                        proof.difference().toPlainString()));
        closes.signOffBefore(date, largestOpenCase)
                .forEach(each -> log.info("businessDate={} is signed off by the rule", each));
        return posted.transfers();
    }
}
