package dev.comanda.web;

import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.imports.persistence.JooqImportHistory;
import dev.comanda.cost.imports.persistence.JooqImportRequests;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what was imported of the cloud's bill behind its pages. */
@Configuration(proxyBeanMethods = false)
class BillConfiguration {

    @Bean
    ImportHistory importHistory(DSLContext database) {
        return new JooqImportHistory(database);
    }

    @Bean
    ImportRequests importRequests(DSLContext database, Clock clock) {
        return new JooqImportRequests(database, clock);
    }
}
