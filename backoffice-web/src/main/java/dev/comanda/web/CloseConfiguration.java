package dev.comanda.web;

import dev.comanda.ops.approval.persistence.JooqProposals;
import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.MonthEnd;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.ops.close.persistence.JooqCloses;
import dev.comanda.ops.close.persistence.JooqMonthEnd;
import dev.comanda.ops.close.persistence.JooqReopenings;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the ledger and its close behind their pages. */
@Configuration(proxyBeanMethods = false)
class CloseConfiguration {

    @Bean
    Ledger ledger(DSLContext database) {
        return new JooqLedger(database);
    }

    @Bean
    Closes closes(DSLContext database, Clock clock) {
        return new JooqCloses(database, clock);
    }

    @Bean
    Reopenings reopenings(DSLContext database, Clock clock) {
        return new JooqReopenings(database, context -> new JooqProposals(context, clock), clock);
    }

    @Bean
    MonthEnd monthEnd(DSLContext database, Ledger ledger) {
        return new JooqMonthEnd(database, ledger);
    }
}
