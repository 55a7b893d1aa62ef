package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ComandaBatch;
import dev.comanda.ops.jobcontrol.NightStep;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.persistence.JooqNightViews;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A night can be watched while it runs. */
class LiveNightIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    /** The steps that are seen of the running night, each time somebody asks the clock. */
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    @Configuration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        Clock watchingClock() {
            return new WatchingClock();
        }
    }

    /** Looks at the night as a page does, from the midst of its steps. */
    private static final class WatchingClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            JooqNightViews views = new JooqNightViews(postgres.dsl());
            views.night(DATE)
                    .filter(night -> night.status() == NightView.Status.RUNNING)
                    .map(views::steps)
                    .ifPresent(steps -> steps.stream().map(NightStep::name).forEach(SEEN::add));
            return Instant.parse("2026-11-19T06:00:00Z");
        }
    }

    @Test
    void theStepsOfANightAreSeenWhileItRuns() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        Watched.class, ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + postgres.database().jdbcUrl(),
                        "spring.datasource.username=" + postgres.database().user(),
                        "spring.datasource.password=" + postgres.database().password(),
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=always",
                        "spring.main.banner-mode=off",
                        "comanda.lake-dir=" + folder.resolve("lake"),
                        "comanda.worker=false")
                .run()) {
            application.getBean(Nights.class).run(DATE, null, null);
            assertThat(application.getEnvironment().getProperty("spring.batch.jdbc.isolation-level-for-create"))
                    .as("steps that begin at once do not refuse each other")
                    .isEqualTo("read_committed");
        }

        assertThat(SEEN).contains("ingest", "reconcile-order-payment", "decide");
    }
}
