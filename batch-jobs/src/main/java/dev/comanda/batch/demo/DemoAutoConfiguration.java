package dev.comanda.batch.demo;

import dev.comanda.batch.cost.CostAutoConfiguration;
import dev.comanda.batch.database.EmbeddedDatabase;
import dev.comanda.batch.database.EmbeddedDatabaseAutoConfiguration;
import dev.comanda.batch.nightly.NightlyAutoConfiguration;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * Brings the demo where {@code comanda.demo=true}. Only on the embedded database: a simulated day must not get into a
 * database that somebody configured, which may hold real ones.
 */
@AutoConfiguration(
        after = {EmbeddedDatabaseAutoConfiguration.class, NightlyAutoConfiguration.class, CostAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "comanda.demo", havingValue = "true")
@ConditionalOnBean(EmbeddedDatabase.class)
public class DemoAutoConfiguration {

    /**
     * What the simulated day brings is what is expected, unless somebody says otherwise. Its feeds end before midnight and are
     * left out. A file is added before anybody can ask for the embedded database itself, hence the property.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
    @PropertySource("classpath:dev/comanda/batch/demo/expectations.properties")
    static class DemoExpectations {}

    @Bean
    DemoBill demoBill(
            CostImport imports,
            PublishedBills published,
            @Value("${comanda.data-dir:data}") String dataFolder,
            @Value("${comanda.cost.dir:${comanda.data-dir:data}/cost}") String costFolder) {
        return new DemoBill(imports, published, Path.of(dataFolder), Path.of(costFolder));
    }

    @Bean
    Demo demo(Nights nights, DSLContext database, DemoBill bill, @Value("${comanda.data-dir:data}") String dataFolder) {
        return new Demo(nights, new JooqNightViews(database), bill, Path.of(dataFolder));
    }
}
