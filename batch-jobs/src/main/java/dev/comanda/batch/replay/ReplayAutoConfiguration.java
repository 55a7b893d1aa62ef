package dev.comanda.batch.replay;

import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.SourceViews;
import dev.comanda.ops.ingest.persistence.JooqReplays;
import dev.comanda.ops.ingest.persistence.JooqSourceViews;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Brings replays into the worker and the command line; the backoffice has its own way to ask for them. */
@AutoConfiguration
public class ReplayAutoConfiguration {

    @Bean
    ReplayRun replayRun(DSLContext database, Clock clock) {
        return new ReplayRun(database, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Replays replays(DSLContext database, Clock clock) {
        return new JooqReplays(database, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    SourceViews sourceViews(DSLContext database) {
        return new JooqSourceViews(database);
    }
}
