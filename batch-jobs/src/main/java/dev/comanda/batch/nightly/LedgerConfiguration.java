package dev.comanda.batch.nightly;

import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import dev.comanda.ops.posting.Posting;
import dev.comanda.ops.posting.persistence.JooqPosting;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger, and what posts to it. */
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
}
