package dev.comanda.ops.close.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.approval.persistence.JooqProposals;
import dev.comanda.ops.close.Closes;
import dev.comanda.ops.close.ClosingDate;
import dev.comanda.ops.close.Obstacle;
import dev.comanda.ops.close.Reopening;
import dev.comanda.ops.close.Reopenings;
import dev.comanda.ops.close.Reopenings.Outcome;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqClosesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final ClosedBooks books = new ClosedBooks(postgres.dsl());
    private final Closes closes = new JooqCloses(postgres.dsl(), CLOCK);
    private final Reopenings reopenings =
            new JooqReopenings(postgres.dsl(), sql -> new JooqProposals(sql, CLOCK), CLOCK);

    @BeforeAll
    static void letPeopleIn() {
        ACase.person(postgres.dsl(), "ada", "APPROVER");
        ACase.person(postgres.dsl(), "adam", "ADMIN", "APPROVER");
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
    }

    @BeforeEach
    void forgetNights() {
        books.forget();
    }

    @Test
    void aCleanDateIsSignedOffByAPersonAndOnlyOnce() {
        books.night(MONDAY);
        assertThat(closes.signOff(MONDAY, "ada")).isEmpty();
        assertThat(closes.find(MONDAY).map(ClosingDate::signOff))
                .contains(new ClosingDate.SignOff(CLOCK.instant(), "ada"));
        assertThat(closes.signOff(MONDAY, "ada")).containsExactly(new Obstacle.AlreadySignedOff());
        assertThat(postgres.dsl().fetchValue("select count(*) from audit.entry where action = 'signed off'"))
                .isNotEqualTo(0L);
    }

    @Test
    void everythingThatIsInTheWayIsSaidWithItsNumbers() {
        books.night(MONDAY).night(TUESDAY).shortfall(TUESDAY).proof(TUESDAY, "7.00", "6.99");
        postgres.dsl().execute("update ledger.posted_date set sources = 3 where business_date = ?", TUESDAY);
        assertThat(closes.signOff(TUESDAY, "ada"))
                .containsExactly(
                        new Obstacle.Incomplete(1),
                        new Obstacle.NotPosted(),
                        new Obstacle.ProofsDiffer(1, 2),
                        new Obstacle.EarlierDateOpen(MONDAY));
        postgres.dsl().execute("update jobcontrol.night set status = 'FAILED' where business_date = ?", MONDAY);
        assertThat(closes.signOff(MONDAY, "ada")).containsExactly(new Obstacle.NightNotCompleted());
        assertThat(closes.signOff(WEDNESDAY, "ada")).containsExactly(new Obstacle.NoNight());
        assertThat(closes.lastSignedOff()).isEmpty();
    }

    @Test
    void anOperatorDoesNotSignOff() {
        books.night(MONDAY);
        assertThat(closes.signOff(MONDAY, "olga")).containsExactly(new Obstacle.NoRight());
        assertThat(closes.signOff(MONDAY, "nobody")).containsExactly(new Obstacle.NoRight());
    }

    @Test
    void theSchemaRefusesASignOffOfADateThatIsNotClean() {
        books.night(MONDAY).proof(MONDAY, "1.00", "0.00");
        assertThatThrownBy(
                        () -> postgres.dsl().execute("insert into ledger.signed_off values (?, now(), 'ada')", MONDAY))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("2026-11-16 cannot be signed off");
    }

    @Test
    void theRuleSignsOffEarlierCleanDatesInTheirOrder() {
        books.night(MONDAY).night(TUESDAY).night(WEDNESDAY);
        assertThat(closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE)).containsExactly(MONDAY, TUESDAY);
        assertThat(closes.find(TUESDAY).map(ClosingDate::signOff))
                .contains(new ClosingDate.SignOff(CLOCK.instant(), null));
        assertThat(closes.next().map(ClosingDate::businessDate)).contains(WEDNESDAY);
        assertThat(closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE)).isEmpty();
    }

    @Test
    void theRuleStopsAtADateWithADifferenceOrALargeOpenCase() {
        books.night(MONDAY).night(TUESDAY).night(WEDNESDAY);
        ACase.ofBreak("UNPAID_ORDER", "order-payment:o-1")
                .worth("1000.00", "BRL")
                .openedOn("2026-11-16")
                .insert(postgres.dsl());
        ACase.ofBreak("UNPAID_ORDER", "order-payment:o-2")
                .worth("1000.01", "BRL")
                .openedOn("2026-11-17")
                .insert(postgres.dsl());
        assertThat(closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE)).containsExactly(MONDAY);
        books.proof(TUESDAY, "1.00", "0.00");
        postgres.dsl().execute("update casework.work_case set amount = 1");
        assertThat(closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE)).isEmpty();
    }

    @Test
    void nothingIsPostedAndNoNightRunsOnASignedOffDate() {
        books.night(MONDAY);
        closes.signOff(MONDAY, "ada");
        assertThatThrownBy(() -> postgres.dsl()
                        .execute(
                                "insert into ledger.journal (journal_id, legal_entity_id, business_date, rule, posted_at)"
                                        + " values (gen_random_uuid(), 1, ?, 'order', now())",
                                MONDAY))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the books are signed off up to 2026-11-16");
        assertThatThrownBy(() -> postgres.dsl()
                        .execute(
                                "update jobcontrol.night set status = 'RUNNING', ended_at = null where business_date = ?",
                                MONDAY))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the night of 2026-11-16 cannot run");
    }

    @Test
    void twoPeopleReopenADateAndThoseAfterIt() {
        books.night(MONDAY).night(TUESDAY).night(WEDNESDAY);
        closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE);
        assertThat(reopenings.propose(WEDNESDAY, "Why not.", "ada")).isEqualTo(Outcome.NOT_SIGNED_OFF);
        assertThat(reopenings.propose(MONDAY, " ", "ada")).isEqualTo(Outcome.NO_REASON);
        assertThat(reopenings.propose(MONDAY, "A wrong rate.", "ada")).isEqualTo(Outcome.DONE);
        assertThat(reopenings.propose(MONDAY, "Again.", "olga")).isEqualTo(Outcome.WAITS_ALREADY);
        long proposal = reopenings.waiting().get(0).id();
        assertThat(reopenings.approve(proposal, "ada")).isEqualTo(Outcome.OWN_PROPOSAL);
        assertThat(reopenings.approve(proposal, "olga")).isEqualTo(Outcome.NO_APPROVER);

        assertThat(reopenings.approve(proposal, "adam")).isEqualTo(Outcome.DONE);

        assertThat(closes.lastSignedOff()).isEmpty();
        assertThat(reopenings.history(YearMonth.of(2026, 11)))
                .containsExactly(new Reopening(
                        proposal, List.of(MONDAY, TUESDAY), "A wrong rate.", "ada", "adam", CLOCK.instant()));
        assertThat(closes.signOffBefore(WEDNESDAY, Closes.LARGEST_OPEN_CASE))
                .as("what people reopened is theirs to sign off")
                .isEmpty();
        assertThat(closes.signOff(MONDAY, "ada")).isEmpty();
    }

    @Test
    void aProposalIsStaleWhereMoreDatesWouldBeReopened() {
        books.night(MONDAY).night(TUESDAY);
        closes.signOff(MONDAY, "ada");
        reopenings.propose(MONDAY, "A wrong rate.", "ada");
        closes.signOff(TUESDAY, "ada");
        assertThat(reopenings.approve(reopenings.waiting().get(0).id(), "adam")).isEqualTo(Outcome.STALE);
        assertThat(closes.lastSignedOff()).contains(TUESDAY);
    }

    @Test
    void theSchemaRefusesAReopeningByOnePersonOrWithoutHistory() {
        books.night(MONDAY);
        closes.signOff(MONDAY, "ada");
        reopenings.propose(MONDAY, "A wrong rate.", "ada");
        long proposal = reopenings.waiting().get(0).id();
        assertThatThrownBy(() -> postgres.dsl()
                        .execute("update approval.request set outcome = 'APPROVED', decided_by = requested_by,"
                                + " decided_at = now(), decided_sha256 = payload_sha256"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
        assertThatThrownBy(() ->
                        postgres.dsl().execute("insert into ledger.reopening values (?, ?, now())", proposal, MONDAY))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("another person must approve");
        assertThatThrownBy(() -> postgres.dsl().execute("delete from ledger.signed_off"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("keeps it in the history");
    }
}
