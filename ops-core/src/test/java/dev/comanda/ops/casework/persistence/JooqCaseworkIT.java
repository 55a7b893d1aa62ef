package dev.comanda.ops.casework.persistence;

import static dev.comanda.sql.casework.Tables.ATTACHMENT;
import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.casework.Attachment;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Casework;
import dev.comanda.ops.casework.Casework.Outcome;
import dev.comanda.ops.casework.NewAttachment;
import dev.comanda.ops.casework.TimelineEntry;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCaseworkIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    /** A Monday, at nine in São Paulo. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private static final String SUBJECT = "order-payment:O-1";

    private final Casework casework = new JooqCasework(postgres.dsl(), Set.of("PAYMENTS", "TREASURY"), CLOCK);
    private final JooqCases cases = new JooqCases(postgres.dsl(), CLOCK);

    @BeforeAll
    static void letPeopleIn() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        ACase.person(postgres.dsl(), "ada", "VIEWER", "APPROVER");
        ACase.person(postgres.dsl(), "vera", "VIEWER");
    }

    @BeforeEach
    void forgetCases() {
        ACase.forgetAll(postgres.dsl());
    }

    private UUID open() {
        return ACase.ofBreak("UNPAID_ORDER", SUBJECT).insert(postgres.dsl());
    }

    private CaseView view(UUID id) {
        return cases.find(id).orElseThrow();
    }

    private List<String> told(UUID id) {
        return cases.timeline(id, 100).stream()
                .map(entry -> entry.actor() + " " + entry.kind() + " " + entry.detail())
                .toList();
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsTheCase() throws Exception {
        UUID id = open();
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Outcome> olga = two.submit(() -> casework.claim(id, "olga"));
        Future<Outcome> ada = two.submit(() -> casework.claim(id, "ada"));
        assertThat(List.of(olga.get(), ada.get())).containsExactlyInAnyOrder(Outcome.DONE, Outcome.ASSIGNED_TO_ANOTHER);
        two.shutdown();
        assertThat(told(id)).hasSize(1);
    }

    @Test
    void whatAPersonDoesIsOnTheTimelineAndInTheAuditTrail() {
        UUID id = open();
        assertThat(casework.claim(id, "olga")).isEqualTo(Outcome.DONE);
        assertThat(casework.claim(id, "olga")).isEqualTo(Outcome.DONE);
        assertThat(casework.comment(id, " Asked the customer. ", "olga")).isEqualTo(Outcome.DONE);
        assertThat(casework.release(id, "ada")).isEqualTo(Outcome.ASSIGNED_TO_ANOTHER);
        assertThat(casework.assign(id, "ada", "olga")).isEqualTo(Outcome.DONE);
        assertThat(casework.release(id, "ada")).isEqualTo(Outcome.DONE);
        assertThat(told(id))
                .containsExactly(
                        "olga ASSIGNED olga",
                        "olga COMMENTED Asked the customer.",
                        "olga ASSIGNED ada",
                        "ada RELEASED ");
        assertThat(postgres.dsl()
                        .fetch("select action from audit.entry where subject = ? order by entry_id", "case " + id)
                        .getValues(0))
                .asString()
                .isEqualTo("[case assigned, case commented, case assigned, case released]");
        assertThat(postgres.dsl().fetchValue(WORK_CASE.IS_TOUCHED, WORK_CASE.CASE_ID.eq(id)))
                .isTrue();
    }

    @Test
    void onlyThoseWhoMayWorkDo() {
        UUID id = open();
        assertThat(casework.claim(id, "vera")).isEqualTo(Outcome.NO_SUCH_PERSON);
        assertThat(casework.claim(id, "nobody")).isEqualTo(Outcome.NO_SUCH_PERSON);
        assertThat(casework.assign(id, "vera", "olga")).isEqualTo(Outcome.NO_SUCH_PERSON);
        assertThat(casework.claimAll(List.of(id), "vera")).isZero();
        assertThat(cases.people()).extracting(person -> person.username()).containsExactly("ada", "olga");
    }

    @Test
    void manyAreTakenButForThoseThatSomebodyHasOrThatAreClosed() {
        UUID free = open();
        UUID taken = ACase.ofBreak("UNPAID_ORDER", "order-payment:O-2").insert(postgres.dsl());
        UUID closed = ACase.ofBreak("UNPAID_ORDER", "order-payment:O-3")
                .closedWith("REFUND")
                .insert(postgres.dsl());
        casework.claim(taken, "ada");
        assertThat(casework.claimAll(List.of(free, taken, closed, UUID.randomUUID()), "olga"))
                .isEqualTo(1);
        assertThat(view(free).assignee()).isEqualTo("olga");
        assertThat(view(taken).assignee()).isEqualTo("ada");
    }

    @Test
    void aCaseThatIsHandedOverIsNobodysAndDueAnew() {
        UUID id = open();
        casework.claim(id, "olga");
        assertThat(casework.handOver(id, "NOBODY", "why", "olga")).isEqualTo(Outcome.NO_SUCH_TEAM);
        assertThat(casework.handOver(id, "TREASURY", " ", "olga")).isEqualTo(Outcome.NO_WORDS);
        assertThat(casework.handOver(id, "TREASURY", "It is a transfer.", "olga"))
                .isEqualTo(Outcome.DONE);
        assertThat(view(id).owner()).isEqualTo("TREASURY");
        assertThat(view(id).assignee()).isNull();
        // 27 hours of work after Monday nine o'clock: Wednesday at closing time.
        assertThat(view(id).dueAt()).isEqualTo(Instant.parse("2026-11-25T21:00:00Z"));
        TimelineEntry last = cases.timeline(id, 9).get(1);
        assertThat(last.code()).isEqualTo("TREASURY");
        assertThat(last.words()).isEqualTo("It is a transfer.");
    }

    @Test
    void aFileIsKeptWithItsDigestUnderACleanName() {
        UUID id = open();
        NewAttachment file =
                new NewAttachment("C:\\temp\\..\\pro\u202Eof\r\n\".pdf", "text/html; x", new byte[] {1, 2});
        assertThat(casework.attach(id, file, "olga")).isEqualTo(Outcome.DONE);
        Attachment kept = cases.attachments(id).get(0);
        assertThat(kept.name()).isEqualTo("proof.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/octet-stream");
        assertThat(kept.size()).isEqualTo(2);
        assertThat(kept.sha256()).startsWith("a12871fee210fb86");
        assertThat(cases.content(id, kept.id())).contains(new byte[] {1, 2});
        assertThat(cases.content(UUID.randomUUID(), kept.id())).isEmpty();
    }

    @Test
    void aFileThatIsEmptyOrTooLargeOrOneTooManyIsRefused() {
        UUID id = open();
        byte[] tooLarge = new byte[Attachment.MOST_BYTES + 1];
        assertThat(casework.attach(id, new NewAttachment("a", "a/b", new byte[0]), "olga"))
                .isEqualTo(Outcome.UNUSABLE_FILE);
        assertThat(casework.attach(id, new NewAttachment("a", "a/b", tooLarge), "olga"))
                .isEqualTo(Outcome.UNUSABLE_FILE);
        postgres.dsl()
                .execute(
                        "insert into casework.attachment (case_id, name, media_type, content, sha256, attached_by, attached_at)"
                                + " select ?, 'n', 'a/b', 'x', sha256('x'), 'olga', now() from generate_series(1, 50)",
                        id);
        assertThat(casework.attach(id, new NewAttachment("a", "a/b", new byte[1]), "olga"))
                .isEqualTo(Outcome.UNUSABLE_FILE);
        assertThat(postgres.dsl().fetchCount(ATTACHMENT)).isEqualTo(50);
    }

    @Test
    void whatPeopleDidCannotBeChangedOrTakenAway() {
        UUID id = open();
        casework.comment(id, "I was here.", "olga");
        assertThatThrownBy(() -> postgres.dsl().execute("update casework.entry set detail = 'no'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("what a person did stays");
        assertThatThrownBy(() -> postgres.dsl().execute("delete from casework.entry"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("what a person did stays");
    }

    @Test
    void aClosedCaseIsReopenedForPeopleAndItsWriteOffTakenBack() {
        UUID id = ACase.ofBreak("UNDERCAPTURED", SUBJECT).worth("3.00", "BRL").insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                insert into policy.write_off_day values ('2026-11-20', 1, 'POLICY', 'BRL', 1000, 0);
                insert into policy.write_off select case_id, '2026-11-20', 1, 'POLICY', 'BRL', 3, 5 from casework.work_case;
                update casework.work_case set status = 'CLOSED', resolution = 'WRITE_OFF', closed_at = now(),
                    closed_on = '2026-11-20';
                """);
        assertThat(casework.comment(id, "late", "olga")).isEqualTo(Outcome.IS_CLOSED);
        assertThat(casework.reopen(id, "", "olga")).isEqualTo(Outcome.NO_WORDS);
        assertThat(casework.reopen(id, "The tip is missing.", "olga")).isEqualTo(Outcome.DONE);
        assertThat(casework.reopen(id, "Again", "olga")).isEqualTo(Outcome.IS_OPEN);
        CaseView item = view(id);
        assertThat(item.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(item.reopenings()).isEqualTo(1);
        assertThat(item.resolution()).isNull();
        assertThat(item.dueAt()).isEqualTo(Instant.parse("2026-11-25T21:00:00Z"));
        assertThat(told(id)).containsExactly("olga REOPENED WRITE_OFF\nThe tip is missing.");
        assertThat(postgres.dsl().fetchValue("select count(*) from policy.write_off"))
                .isEqualTo(0L);
        assertThat(postgres.dsl().fetchValue("select used from policy.write_off_day"))
                .asString()
                .isEqualTo("0");
    }

    @Test
    void whatHasEndedByItselfOrIsOpenAnewIsNotReopened() {
        UUID matched =
                ACase.ofBreak("UNPAID_ORDER", SUBJECT).closedWith("MATCHED").insert(postgres.dsl());
        assertThat(casework.reopen(matched, "why", "olga")).isEqualTo(Outcome.ENDED_BY_ITSELF);
        UUID refunded = ACase.ofBreak("UNPAID_ORDER", "order-payment:O-2")
                .closedWith("REFUND")
                .openedOn("2026-11-19")
                .insert(postgres.dsl());
        ACase.ofBreak("UNPAID_ORDER", "order-payment:O-2").insert(postgres.dsl());
        assertThat(casework.reopen(refunded, "why", "olga")).isEqualTo(Outcome.ANOTHER_IS_OPEN);
        assertThat(casework.reopen(UUID.randomUUID(), "why", "olga")).isEqualTo(Outcome.NOT_FOUND);
    }
}
