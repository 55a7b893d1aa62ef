package dev.comanda.batch.worker;

import static dev.comanda.sql.jobcontrol.Tables.JOB_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ComandaBatch;
import dev.comanda.batch.nightly.MissedNights;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.replay.ReplayRun;
import dev.comanda.ops.jobcontrol.NightView;
import dev.comanda.ops.jobcontrol.NightViews;
import dev.comanda.ops.jobcontrol.RunRequests;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.support.CronExpression;

/** Nights that run unattended, on a clock that the test moves. */
class ScheduleIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    /** Half past three in Sao Paulo is half past six in UTC. */
    private static final CronExpression HALF_PAST_THREE = CronExpression.parse("0 30 3 * * *");

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static ConfigurableApplicationContext application;

    @TempDir
    private Path inbox;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + postgres.database().jdbcUrl(),
                        "spring.datasource.username=" + postgres.database().user(),
                        "spring.datasource.password=" + postgres.database().password(),
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=always",
                        "spring.main.banner-mode=off",
                        "comanda.lake-dir=target/lake",
                        "comanda.worker=false")
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void beginWithoutAnyNight() throws IOException {
        Files.createDirectories(inbox.resolve("events"));
        postgres.dsl()
                .execute(
                        """
                truncate jobcontrol.job_request;
                truncate jobcontrol.night cascade;
                truncate reconciliation.result cascade;
                truncate reconciliation.considered_source, reconciliation.taken_source, ledger.posted_date;
                alter table ledger.signed_off disable trigger user;
                delete from ledger.signed_off;
                alter table ledger.signed_off enable trigger user;
                """);
    }

    @Test
    void beforeItsMomentNothingIsAskedForAndAtItTheNightOfTheDayBefore() {
        Worker worker = workerAt("2026-11-14T06:29:59Z");
        // The moments of the days before have passed: the first night ever is that of the latest one.
        worker.lookForWork();
        assertThat(completed()).containsExactly(LocalDate.of(2026, 11, 12));

        workerAt("2026-11-14T06:30:00Z").lookForWork();
        assertThat(completed()).containsExactly(LocalDate.of(2026, 11, 13), LocalDate.of(2026, 11, 12));
    }

    @Test
    void twoWorkersAskForANightOnce() {
        Schedule schedule = schedule();
        Instant moment = Instant.parse("2026-11-21T06:30:03Z");
        schedule.ask(moment);
        schedule().ask(moment.plusSeconds(1));

        assertThat(postgres.dsl().fetchCount(JOB_REQUEST)).isEqualTo(1);
        workerAt("2026-11-21T06:30:05Z").lookForWork();
        workerAt("2026-11-21T06:30:06Z").lookForWork();
        assertThat(completed()).containsExactly(FRIDAY);
        assertThat(postgres.dsl().fetchCount(JOB_REQUEST)).isEqualTo(1);
    }

    @Test
    void missedDatesAreRunOneByOneTheEarliestFirst() {
        workerAt("2026-11-18T06:31:00Z").lookForWork();
        assertThat(completed()).containsExactly(LocalDate.of(2026, 11, 17));

        Worker afterThreeDays = workerAt("2026-11-21T12:00:00Z");
        for (int look = 0; look < 5; look++) {
            afterThreeDays.lookForWork();
        }

        assertThat(completed())
                .containsExactly(
                        FRIDAY, LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 17));
    }

    @Test
    void aDateThatFailsHoldsBackTheLaterOnesUntilTheNextMoment() throws IOException {
        workerAt("2026-11-18T06:31:00Z").lookForWork();
        Files.delete(inbox.resolve("events"));
        Files.delete(inbox);
        Worker without = workerAt("2026-11-20T07:00:00Z");
        without.lookForWork();
        without.lookForWork();
        assertThat(completed()).containsExactly(LocalDate.of(2026, 11, 17));
        assertThat(postgres.dsl().fetchValues(JOB_REQUEST.STATUS)).containsExactlyInAnyOrder("DONE", "FAILED");

        Files.createDirectories(inbox);
        Worker nextDay = workerAt("2026-11-21T06:30:00Z");
        for (int look = 0; look < 4; look++) {
            nextDay.lookForWork();
        }
        assertThat(completed()).startsWith(FRIDAY, LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 18));
    }

    private static List<LocalDate> completed() {
        return application.getBean(NightViews.class).nights(0, 100).stream()
                .filter(night -> night.status() == NightView.Status.COMPLETED)
                .map(NightView::businessDate)
                .toList();
    }

    private Schedule schedule() {
        return new Schedule(
                HALF_PAST_THREE,
                inbox.toString(),
                application.getBean(MissedNights.class),
                application.getBean(RunRequests.class));
    }

    private Worker workerAt(String instant) {
        return new Worker(
                application.getBean(DataSource.class),
                application.getBean(Nights.class),
                application.getBean(ReplayRun.class),
                schedule(),
                Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
