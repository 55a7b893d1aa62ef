package dev.comanda.web;

import dev.comanda.ops.identity.Users;
import dev.comanda.ops.identity.persistence.JooqUsers;
import dev.comanda.ops.ingest.RawRecords;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.persistence.InboxRawRecords;
import dev.comanda.ops.ingest.persistence.JooqReplays;
import dev.comanda.ops.ingest.persistence.JooqSourceViews;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import dev.comanda.ops.jobcontrol.persistence.JooqRunRequests;
import dev.comanda.ops.reconciliation.ReconciliationViews;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliationViews;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the read models behind the pages; the only place of the web that names them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Users users(DSLContext database) {
        return new JooqUsers(database);
    }

    @Bean
    NightViews nightViews(DSLContext database) {
        return new JooqNightViews(database);
    }

    @Bean
    RunRequests runRequests(DSLContext database, Clock clock) {
        return new JooqRunRequests(database, clock);
    }

    @Bean
    SourceViews sourceViews(DSLContext database) {
        return new JooqSourceViews(database);
    }

    @Bean
    Replays replays(DSLContext database, Clock clock) {
        return new JooqReplays(database, clock);
    }

    @Bean
    RawRecords rawRecords(DSLContext database) {
        return new InboxRawRecords(database);
    }

    @Bean
    ReconciliationViews reconciliationViews(DSLContext database) {
        return new JooqReconciliationViews(database);
    }
}
