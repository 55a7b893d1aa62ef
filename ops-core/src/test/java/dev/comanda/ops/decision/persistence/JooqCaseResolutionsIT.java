package dev.comanda.ops.decision.persistence;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.approval.persistence.JooqProposals;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.persistence.JooqCases;
import dev.comanda.ops.casework.persistence.JooqCasework;
import dev.comanda.ops.casework.persistence.JooqTimeline;
import dev.comanda.ops.decision.CaseResolutions;
import dev.comanda.ops.decision.CaseResolutions.Closed;
import dev.comanda.ops.decision.CaseResolutions.Many;
import dev.comanda.ops.decision.CaseResolutions.Outcome;
import dev.comanda.ops.decision.CaseResolutions.Proposed;
import dev.comanda.ops.decision.CaseResolutions.Reason;
import dev.comanda.ops.decision.CaseResolutions.Refused;
import dev.comanda.ops.decision.CaseResolutions.TurnedDown;
import dev.comanda.ops.decision.CaseResolutions.Waiting;
import dev.comanda.ops.decision.Resolution;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCaseResolutionsIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    /** Past midnight in UTC, and still Monday in São Paulo. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    private static final String WHY = "Talked to the customer.";

    private final JooqCases cases = new JooqCases(postgres.dsl(), CLOCK);
    private final Casework casework = new JooqCasework(postgres.dsl(), Set.of(), CLOCK);
    private final CaseResolutions resolutions = new JooqCaseResolutions(
            postgres.dsl(),
            new WithinTransaction(
                    sql -> new JooqCases(sql, CLOCK),
                    sql -> new JooqTimeline(sql, CLOCK),
                    sql -> new JooqProposals(sql, CLOCK)),
            CLOCK);

    @BeforeAll
    static void letPeopleIn() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        ACase.person(postgres.dsl(), "otto", "OPERATOR");
        ACase.person(postgres.dsl(), "ada", "APPROVER");
        ACase.person(postgres.dsl(), "vera", "VIEWER");
    }

    @BeforeEach
    void forgetCases() {
        ACase.forgetAll(postgres.dsl());
    }

    private static UUID undercaptured(String order, String amount) {
        return ACase.ofBreak("UNDERCAPTURED", "order-payment:" + order)
                .worth(amount, "BRL")
                .insert(postgres.dsl());
    }

    private Outcome writeOff(UUID id, String person) {
        return resolutions.resolve(id, Resolution.WRITE_OFF, WHY, person);
    }

    private long proposalOf(UUID id) {
        return resolutions.waitingFor(id).orElseThrow().proposal().id();
    }

    private CaseStatus status(UUID id) {
        return cases.find(id).orElseThrow().status();
    }

    private List<String> told(UUID id) {
        return cases.timeline(id, 100).stream()
                .map(entry -> entry.actor() + " " + entry.kind() + " " + entry.code())
                .toList();
    }

    private static @Nullable Object value(String query) {
        return postgres.dsl().fetchValue(query);
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, null);
    }

    @Test
    void aPersonWritesOffALittleAndTheDayCountsIt() {
        UUID id = undercaptured("O-1", "99.90");
        assertThat(writeOff(id, "olga")).isEqualTo(new Closed());
        assertThat(cases.find(id).orElseThrow().closedBy()).isEqualTo("olga");
        assertThat(told(id)).containsExactly("olga CLOSED WRITE_OFF");
        assertThat(value("select business_date || ' ' || authority || ' ' || used from policy.write_off_day"))
                .isEqualTo("2026-11-23 OPERATOR 99.90");
        assertThat(value("select closed_on from casework.work_case")).isNull();
    }

    @Test
    void theSameFormSentTwiceDoesNothingTwice() {
        UUID small = undercaptured("O-1", "1.00");
        UUID large = undercaptured("O-2", "500.00");
        for (int time = 0; time < 2; time++) {
            Many many = resolutions.resolveAll(List.of(small, large, small), Resolution.WRITE_OFF, WHY, "olga");
            assertThat(many).isEqualTo(new Many(1, 1, List.of()));
        }
        assertThat(told(small)).hasSize(1);
        assertThat(told(large)).hasSize(1);
        assertThat(value("select count(*) from policy.write_off")).isEqualTo(1L);
    }

    @Test
    void ofTwoWhoCloseAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        UUID id = undercaptured("O-1", "1.00");
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Outcome> olga = two.submit(() -> writeOff(id, "olga"));
        Future<Outcome> otto = two.submit(() -> writeOff(id, "otto"));
        assertThat(List.of(olga.get(), otto.get())).containsExactlyInAnyOrder(new Closed(), refused(Reason.IS_CLOSED));
        two.shutdown();
    }

    @Test
    void whatIsMoreThanOnePersonMayIsProposedAndAnotherOneCloses() {
        UUID id = undercaptured("O-1", "500.00");
        assertThat(writeOff(id, "olga")).extracting("limit.perCase").isEqualTo(new BigDecimal("100.00"));
        assertThat(status(id)).isEqualTo(CaseStatus.OPEN);
        assertThat(resolutions.waiting(0, 9))
                .singleElement()
                .extracting(Waiting::resolution, Waiting::isStale)
                .containsExactly(Resolution.WRITE_OFF, false);
        assertThat(writeOff(id, "otto")).isEqualTo(refused(Reason.PROPOSAL_WAITS));
        assertThat(resolutions.approve(proposalOf(id), "otto")).isEqualTo(refused(Reason.NO_APPROVER));
        long proposal = proposalOf(id);
        assertThat(resolutions.approve(proposal, "ada")).isEqualTo(new Closed());
        assertThat(resolutions.approve(proposal, "ada")).isEqualTo(refused(Reason.NO_PROPOSAL));
        assertThat(told(id))
                .containsExactly("olga PROPOSED WRITE_OFF", "ada APPROVED WRITE_OFF", "ada CLOSED WRITE_OFF");
        assertThat(value("select authority || ' ' || used from policy.write_off_day where used > 0"))
                .isEqualTo("FOUR_EYES 500.00");
    }

    @Test
    void nobodyApprovesWhatHeProposedHimself() {
        UUID id = undercaptured("O-1", "500.00");
        writeOff(id, "ada");
        assertThat(resolutions.approve(proposalOf(id), "ada")).isEqualTo(refused(Reason.OWN_PROPOSAL));
        assertThat(resolutions.refuse(proposalOf(id), "no", "ada")).isEqualTo(refused(Reason.OWN_PROPOSAL));
        assertThatThrownBy(() -> postgres.dsl()
                        .execute("update approval.request set outcome = 'APPROVED', decided_by = requested_by,"
                                + " decided_at = now(), decided_sha256 = payload_sha256"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
    }

    @Test
    void aProposalWhoseCaseHasChangedCanOnlyBeRefused() {
        UUID id = undercaptured("O-1", "500.00");
        long broken = ACase.breakOf(postgres.dsl(), id, "500.00");
        writeOff(id, "olga");
        postgres.dsl().execute("update reconciliation.break set left_amount = 499 where break_id = ?", broken);
        assertThat(resolutions.waitingFor(id).orElseThrow().isStale()).isTrue();
        assertThat(resolutions.approve(proposalOf(id), "ada")).isEqualTo(refused(Reason.STALE));
        assertThat(status(id)).isEqualTo(CaseStatus.OPEN);
        assertThat(resolutions.refuse(proposalOf(id), " ", "ada")).isEqualTo(refused(Reason.NO_WORDS));
        assertThat(resolutions.refuse(proposalOf(id), "It changed.", "ada")).isEqualTo(new TurnedDown());
        assertThat(writeOff(id, "olga")).isInstanceOf(Proposed.class);
        assertThat(told(id))
                .containsExactly("olga PROPOSED WRITE_OFF", "ada REFUSED WRITE_OFF", "olga PROPOSED WRITE_OFF");
    }

    @Test
    void moneyBeyondTenThousandNeedsASecondPersonWhateverTheResolution() {
        UUID exact = undercaptured("O-1", "10000.00");
        UUID above = undercaptured("O-2", "10000.01");
        assertThat(resolutions.resolve(exact, Resolution.RECOVER, WHY, "olga")).isEqualTo(new Closed());
        assertThat(resolutions.resolve(above, Resolution.RECOVER, WHY, "olga")).isEqualTo(new Proposed(null));
        assertThat(writeOff(undercaptured("O-3", "10000.01"), "olga"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.ABOVE_LIMIT_PER_CASE));
    }

    @Test
    void whenTheDaysRoomIsUsedUpASecondPersonIsAskedAndThenRefused() {
        UUID id = undercaptured("O-1", "60.00");
        used("OPERATOR", "5000", "4950");
        assertThat(writeOff(id, "olga")).extracting("limit.ofDay").isEqualTo(true);
        used("FOUR_EYES", "100000", "99950");
        assertThat(resolutions.approve(proposalOf(id), "ada"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.ABOVE_LIMIT_PER_DAY));
        assertThat(status(id)).isEqualTo(CaseStatus.OPEN);
    }

    private static void used(String authority, String perDay, String used) {
        postgres.dsl()
                .execute(
                        "insert into policy.write_off_day values ('2026-11-23', 1, ?, 'BRL', ?::numeric, ?::numeric)"
                                + " on conflict (business_date, legal_entity_id, authority, currency)"
                                + " do update set used = excluded.used",
                        authority,
                        perDay,
                        used);
    }

    @Test
    void theSchemaRefusesWhatIsBeyondALimitWhoeverAsks() {
        UUID id = undercaptured("O-1", "60.00");
        used("OPERATOR", "5000", "4950");
        assertThatThrownBy(() -> postgres.dsl()
                        .execute(
                                "insert into policy.write_off values (?, '2026-11-23', 1, 'OPERATOR', 'BRL', 60, 100)",
                                id))
                .hasMessageContaining("daily_limit");
        used("OPERATOR", "5000", "0");
        postgres.dsl().execute("update casework.work_case set amount = 101");
        assertThatThrownBy(() -> postgres.dsl()
                        .execute(
                                "insert into policy.write_off values (?, '2026-11-23', 1, 'OPERATOR', 'BRL', 101, 100)",
                                id))
                .hasMessageContaining("limit_per_case");
    }

    @Test
    void whatCannotBeDecidedSaysWhy() {
        UUID id = undercaptured("O-1", "1.00");
        assertThat(resolutions.resolve(id, Resolution.DISMISS, WHY, "olga")).isEqualTo(refused(Reason.NOT_OFFERED));
        assertThat(resolutions.resolve(id, Resolution.WRITE_OFF, "  ", "olga")).isEqualTo(refused(Reason.NO_WORDS));
        assertThat(writeOff(id, "vera")).isEqualTo(refused(Reason.NO_SUCH_PERSON));
        assertThat(writeOff(UUID.randomUUID(), "olga")).isEqualTo(refused(Reason.NOT_FOUND));
        assertThat(resolutions.approve(999_999, "ada")).isEqualTo(refused(Reason.NO_PROPOSAL));
        casework.claim(id, "otto");
        assertThat(writeOff(id, "olga")).isEqualTo(refused(Reason.ASSIGNED_TO_ANOTHER));
        UUID dollars = ACase.ofBreak("UNDERCAPTURED", "order-payment:O-2")
                .worth("1.00", "USD")
                .insert(postgres.dsl());
        assertThat(writeOff(dollars, "olga")).isEqualTo(refused(Reason.NO_LIMIT));
    }

    @Test
    void aReopenedWriteOffGivesItsRoomBackAndIsDecidedAnew() {
        UUID id = undercaptured("O-1", "80.00");
        writeOff(id, "olga");
        casework.reopen(id, "It was paid in cash.", "otto");
        assertThat(value("select used from policy.write_off_day")).asString().isEqualTo("0.00");
        assertThat(writeOff(id, "olga")).isEqualTo(new Closed());
        assertThat(postgres.dsl().fetchValue(WORK_CASE.REOPENINGS, WORK_CASE.CASE_ID.eq(id)))
                .isEqualTo((short) 1);
    }
}
