package dev.comanda.ops.jobcontrol.claiming;

import static dev.comanda.sql.jobcontrol.Tables.JOB_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestClaimIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 21);

    @BeforeEach
    void askForTwoNights() {
        postgres.dsl()
                .execute(
                        """
                delete from jobcontrol.job_request;
                insert into jobcontrol.job_request (job, business_date, inbox, requested_by, requested_at)
                values ('nightly', '2026-11-20', 'inbox', 'ana', now()), ('nightly', '2026-11-21', 'inbox', 'ana', now());
                """);
    }

    @Test
    void twoWorkersTakeDifferentRequestsAndAThirdTakesNone() {
        try (RequestClaim first = take().orElseThrow();
                RequestClaim second = take().orElseThrow()) {
            assertThat(first.businessDate()).isEqualTo(FIRST);
            assertThat(second.businessDate()).isEqualTo(SECOND);
            assertThat(take()).isEmpty();
        }
    }

    @Test
    void whatADeadWorkerHeldIsTakenUpAgain() {
        // Giving the lock back without an end is what the server does for a process that died.
        take().orElseThrow().close();

        try (RequestClaim again = take().orElseThrow()) {
            assertThat(again.businessDate()).isEqualTo(FIRST);
        }
    }

    @Test
    void whatEndedIsNotTakenAgainAndSaysHowItEnded() {
        try (RequestClaim first = take().orElseThrow()) {
            first.failed("no such folder");
        }
        try (RequestClaim second = take().orElseThrow()) {
            second.done();
        }

        assertThat(take()).isEmpty();
        assertThat(postgres.dsl()
                        .select(JOB_REQUEST.STATUS, JOB_REQUEST.OUTCOME)
                        .from(JOB_REQUEST)
                        .orderBy(JOB_REQUEST.REQUEST_ID)
                        .fetch(row -> row.value1() + " " + row.value2()))
                .containsExactly("FAILED no such folder", "DONE null");
    }

    @Test
    void whatIsPutBackWaitsAgain() {
        try (RequestClaim first = take().orElseThrow()) {
            first.putBack();
        }

        assertThat(postgres.dsl().fetchCount(JOB_REQUEST, JOB_REQUEST.STATUS.eq("WAITING")))
                .isEqualTo(2);
    }

    private static Optional<RequestClaim> take() {
        return RequestClaim.takeNext(postgres.dataSource(), "test", CLOCK);
    }
}
