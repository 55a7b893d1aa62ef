package dev.comanda.batch.worker;

import dev.comanda.batch.nightly.NightlyAutoConfiguration;
import dev.comanda.batch.nightly.Nights;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Brings the worker into the backoffice, unless {@code comanda.worker=false} leaves the work to another process. */
@AutoConfiguration(after = NightlyAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "comanda.worker", havingValue = "true", matchIfMissing = true)
public class WorkerAutoConfiguration {

    @Bean
    Worker worker(DataSource dataSource, Nights nights, Clock clock) {
        return new Worker(dataSource, nights, clock);
    }
}
