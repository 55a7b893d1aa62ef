package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ComandaBatch;
import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.completeness.Completeness;
import dev.comanda.ops.completeness.Shortfall;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.Summaries;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that lacks something says what and goes on; it is complete when that has come. */
class CompletenessIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final String ADYEN = "psp/adyen/settlement_detail_report_2026-11-18.csv";
    private static final String STATEMENT = "bank/extrato-0002-98765-2026-11-18.ofx";

    private static ConfigurableApplicationContext application;

    @TempDir
    private static Path folder;

    @Configuration(proxyBeanMethods = false)
    static class AtNineOnTheNextDay {
        @Bean
        Clock fixedClock() {
            return Clock.fixed(Instant.parse("2026-11-19T12:00:00Z"), ZoneOffset.UTC);
        }
    }

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(AtNineOnTheNextDay.class, ComandaBatch.class)
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
                .properties(
                        "comanda.expectations[0].psp=adyen",
                        "comanda.expectations[0].expected-by=08:00",
                        "comanda.expectations[1].psp=stripe",
                        "comanda.expectations[1].expected-by=08:00",
                        "comanda.expectations[2].psp=pix",
                        "comanda.expectations[2].expected-by=08:00",
                        "comanda.expectations[3].account=0001/123456",
                        "comanda.expectations[3].expected-by=08:00",
                        "comanda.expectations[4].account=0002-98765",
                        "comanda.expectations[4].expected-by=08:00",
                        "comanda.expectations[5].feed=ordering",
                        "comanda.expectations[5].expected-by=10:00")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aNightWithoutAStatementIsPublishedAndIncompleteUntilTheStatementComes() throws IOException {
        Path inbox = folder.resolve("inbox");
        Path late = folder.resolve("late");
        MarketplaceSimulator.simulate(DATE, 1_000, 3, inbox);
        for (String missing : List.of(ADYEN, STATEMENT)) {
            Files.createDirectories(late.resolve(missing).getParent());
            Files.move(inbox.resolve(missing), late.resolve(missing));
        }

        application.getBean(Nights.class).run(DATE, InboxLocation.of(inbox), null);

        assertThat(missing())
                .containsExactly(
                        new Shortfall(
                                "account 0002-98765",
                                "the statement of account 0002-98765 for 2026-11-18 is not there; it was expected by"
                                        + " 08:00 on 2026-11-19"),
                        new Shortfall(
                                "feed ordering",
                                "the feed ordering of 2026-11-18 has not come past midnight yet; it is expected by"
                                        + " 10:00 on 2026-11-19"),
                        new Shortfall(
                                "psp adyen",
                                "the file of adyen for 2026-11-18 is not there; it was expected by 08:00 on 2026-11-19"));
        assertThat(night())
                .matches(NightView::incomplete)
                .matches(night -> night.status() == NightView.Status.COMPLETED);
        assertThat(application.getBean(Summaries.class).of(DATE)).hasSize(Reconciliation.values().length);
        assertThat(reported().get("complete").asBoolean()).isFalse();
        assertThat(reported().get("missing").get(0).get("expectation").asString())
                .isEqualTo("account 0002-98765");

        application.getBean(InboxIngest.class).read(InboxLocation.of(late), path -> {});
        assertThat(missing()).extracting(Shortfall::expectation).containsExactly("feed ordering");

        Path feed = folder.resolve("feed");
        Path events = Files.createDirectories(feed.resolve("events"));
        Files.writeString(events.resolve("ordering.ndjson"), completedAt("2026-11-19T00:00:03-03:00"));
        application.getBean(Nights.class).run(DATE, InboxLocation.of(feed), null);
        assertThat(missing()).isEmpty();
        assertThat(night().incomplete()).isFalse();
        assertThat(reported().get("complete").asBoolean()).isTrue();
        assertThat(reported().get("missing")).isEmpty();
    }

    private static String completedAt(String time) {
        return """
                {"specversion":"1.0","id":"after-midnight","source":"/ordering","type":"ordering.order.completed.v1",\
                "subject":"ord_after","time":"%s","datacontenttype":"application/json",\
                "data":{"orderId":"ord_after","version":2,"completedAt":"%s"}}
                """
                .formatted(time, time);
    }

    private static List<Shortfall> missing() {
        return application.getBean(Completeness.class).missing(DATE);
    }

    private static NightView night() {
        return application.getBean(NightViews.class).night(DATE).orElseThrow();
    }

    private static JsonNode reported() {
        NightReport report = application.getBean(NightReport.class);
        StringWriter out = new StringWriter();
        report.print(report.begin(DATE), List.of(), true, new PrintWriter(out));
        return JsonMapper.shared().readTree(out.toString());
    }
}
