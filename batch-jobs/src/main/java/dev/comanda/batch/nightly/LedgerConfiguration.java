package dev.comanda.batch.nightly;

import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.persistence.JooqCloses;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import dev.comanda.ops.posting.Posting;
import dev.comanda.ops.posting.persistence.JooqPosting;
import java.math.BigDecimal;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger, what posts to it, and what closes its dates. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Ledger ledger(DSLContext database) {
        return new JooqLedger(database);
    }

    @Bean
    Posting posting(DSLContext database, Ledger ledger, Clock clock) {
        return new JooqPosting(database, ledger, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Closes closes(DSLContext database, Clock clock) {
        return new JooqCloses(database, clock);
    }

    @Bean
    LedgerPosting ledgerPosting(
            Posting posting,
            Closes closes,
            @Value("${comanda.close.largest-open-case:1000.00}") BigDecimal largestOpenCase) {
        if (largestOpenCase.signum() < 0) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "comanda.close.largest-open-case is %s: give an amount that is not below 0"
                            .formatted(largestOpenCase));
        }
        return new LedgerPosting(posting, closes, largestOpenCase);
    }
}
