package dev.comanda.ops.chargeback.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.casework.persistence.JooqCasework;
import dev.comanda.ops.casework.persistence.JooqTimeline;
import dev.comanda.ops.chargeback.Chargebacks;
import dev.comanda.ops.chargeback.Deadlines;
import dev.comanda.ops.chargeback.Dispute;
import dev.comanda.ops.chargeback.DisputeState;
import dev.comanda.ops.chargeback.Disputes;
import dev.comanda.ops.chargeback.Disputes.Outcome;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chargeback of 20 November 2026, a Friday. */
class JooqChargebacksIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);

    private DSLContext database = postgres.dsl();
    private Chargebacks chargebacks = chargebacks(database);
    private Disputes disputes = disputes(database);

    private static Chargebacks chargebacks(DSLContext sql) {
        return new JooqChargebacks(sql, Deadlines.standard(), CLOCK);
    }

    private static Disputes disputes(DSLContext sql) {
        JooqDisputes.Within within = new JooqDisputes.Within(
                transaction -> new JooqCasework(transaction, Set.of("DISPUTES"), CLOCK),
                transaction -> new JooqTimeline(transaction, CLOCK));
        return new JooqDisputes(sql, within, CLOCK);
    }

    @BeforeAll
    static void prepare() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        postgres.dsl()
                .execute(
                        """
                        insert into calendar.bank_day (day, is_business, ordinal)
                        select d::date, extract(isodow from d) < 6, row_number() over (order by d)
                        from generate_series('2026-11-01'::date, '2027-03-01', '1 day') as d
                        on conflict do nothing
                        """);
        postgres.dsl()
                .execute(
                        "insert into ingest.source (path, kind, sha256, size_bytes, read_at) values ('adyen.csv', 'adyen',"
                                + " sha256('a'), 1, now())");
    }

    @BeforeEach
    void noChargebacks() {
        database = postgres.dsl();
        chargebacks = chargebacks(database);
        disputes = disputes(database);
        database.execute(
                """
                truncate casework.work_case, casework.entry, casework.attachment, reconciliation.break, reconciliation.resolution,
                    reconciliation.open_item, psp.line, marketplace.payment, marketplace.food_order, marketplace.delivery,
                    marketplace.restaurant_accrual, marketplace.pending_event cascade
                """);
    }

    /** A line of the PSP about payment R-1 that is a break with a case for people. */
    private UUID line(int position, String amount, String scheme, String date) {
        UUID id = ACase.ofBreak("CHARGEBACK", "payment-settlement:adyen.csv#" + position)
                .of("DISPUTES")
                .dueAt("2026-12-30T12:00:00Z")
                .insert(database);
        database.execute(
                """
                with b as (
                    insert into reconciliation.break (definition_id, type, raised_on, currency, right_amount, digest, case_id)
                    values (2, 'CHARGEBACK', ?::date, 'BRL', ?::numeric, gen_random_uuid(), ?) returning break_id
                ), l as (
                    insert into psp.line (source_id, position, psp, kind, type_as_written, psp_reference, amount, currency,
                                          created_at, business_date, scheme)
                    values ((select min(source_id) from ingest.source), ?, 'adyen', 'CHARGEBACK', 'Chargeback', 'R-1', ?::numeric,
                            'BRL', now(), ?::date, ?) returning item_id
                )
                insert into reconciliation.open_item (role_id, item_id, definition_id, status, break_id, from_date)
                select 4, l.item_id, 2, 'BREAK', b.break_id, ?::date from b, l
                """,
                date,
                amount,
                id,
                position,
                amount,
                date,
                scheme,
                date);
        return id;
    }

    private void paid() {
        database.execute(
                """
                insert into marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,
                    merchant_reference, method, amount, currency, captured_at, business_date)
                values (1, 1, 'P-1', gen_random_uuid(), 'O-1', 'adyen', 'R-1', 'M', 'CARD', 100.00, 'BRL', '2026-11-10T15:00:00Z',
                        '2026-11-10');
                insert into marketplace.delivery (source_id, line, delivery_id, content, order_id, courier_id, delivered_at,
                    distance_meters, proof, business_date)
                values (1, 1, 'D-1', gen_random_uuid(), 'O-1', 'C-1', '2026-11-10T15:40:00Z', 1200, 'PIN', '2026-11-10')
                """);
    }

    private Dispute dispute(UUID id) {
        return disputes.find(id).orElseThrow();
    }

    private DisputeState state(UUID id) {
        return dispute(id).state();
    }

    @ParameterizedTest
    @CsvSource({"visa,2026-12-08", "mc,2026-12-30", "elo,2026-12-08", ",2026-12-08"})
    void aDisputeSaysUntilWhenItCanBeContested(String scheme, LocalDate respondBy) {
        UUID id = line(1, "-100.00", scheme, "2026-11-20");
        assertThat(chargebacks.follow(NIGHT)).isZero();
        assertThat(dispute(id).respondBy()).isEqualTo(respondBy);
        assertThat(dispute(id).amount()).isEqualByComparingTo("100.00");
        assertThat(state(id)).isEqualTo(DisputeState.OPEN);
    }

    @Test
    void itsCaseIsDueOnTheLastBusinessDayBeforeUnlessItIsDueEarlier() {
        UUID late = line(1, "-100.00", "amex", "2026-11-23");
        UUID early = line(2, "-80.00", "mc", "2026-11-20");
        chargebacks.follow(NIGHT);
        // Fourteen days after 23 November is Monday the 7th; the business day before it is Friday the 4th.
        assertThat(due(late)).isEqualTo(Instant.parse("2026-12-04T21:00:00Z"));
        assertThat(due(early)).isEqualTo(Instant.parse("2026-12-29T21:00:00Z"));
        database.execute("update casework.work_case set due_at = '2026-11-25T12:00:00Z'");
        chargebacks.follow(NIGHT);
        assertThat(due(late)).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
    }

    private Instant due(UUID id) {
        return database.fetchSingle("select due_at from casework.work_case where case_id = ?", id)
                .get(0, OffsetDateTime.class)
                .toInstant();
    }

    @Test
    void theReversalOfTheSamePaymentWinsAndClosesBothCases() {
        UUID taken = line(1, "-100.00", "visa", "2026-11-20");
        UUID other = line(2, "-30.00", "visa", "2026-11-20");
        chargebacks.follow(NIGHT);
        UUID back = line(3, "100.00", "visa", "2026-11-25");

        assertThat(chargebacks.follow(NIGHT.plusDays(5))).isEqualTo(1);

        assertThat(state(taken)).isEqualTo(DisputeState.WON);
        assertThat(state(other)).isEqualTo(DisputeState.OPEN);
        assertThat(disputes.find(back)).isEmpty();
        assertThat(closed()).containsExactlyInAnyOrder(taken, back);
        assertThat(database.fetch("select action from reconciliation.resolution")
                        .getValues(0, String.class))
                .containsExactly("WON", "WON");
        assertThat(database.fetch("select resolution from casework.work_case where status = 'CLOSED'")
                        .getValues(0, String.class))
                .containsExactly("WON", "WON");
    }

    private List<UUID> closed() {
        return database.fetch("select case_id from casework.work_case where status = 'CLOSED'")
                .getValues(0, UUID.class);
    }

    @Test
    void theSameNightAgainSaysTheSame() {
        UUID taken = line(1, "-100.00", "visa", "2026-11-20");
        LocalDate after = LocalDate.of(2026, 12, 9);
        assertThat(chargebacks.follow(after)).isEqualTo(1);
        assertThat(chargebacks.follow(after)).isEqualTo(1);
        assertThat(state(taken)).isEqualTo(DisputeState.EXPIRED);
        assertThat(chargebacks.follow(NIGHT)).isZero();
    }

    @Test
    void whatNobodyContestsExpiresAfterItsLastDayAndSaysSo() {
        UUID id = line(1, "-100.00", "visa", "2026-11-20");
        chargebacks.follow(LocalDate.of(2026, 12, 8));
        assertThat(state(id)).isEqualTo(DisputeState.OPEN);
        chargebacks.follow(LocalDate.of(2026, 12, 9));
        assertThat(state(id)).isEqualTo(DisputeState.EXPIRED);
        assertThat(database.fetchValue("select detail from casework.entry where kind = 'EXPIRED'"))
                .isEqualTo("2026-12-08");
        assertThat(disputes.contest(id, "Too late", "olga")).isEqualTo(Outcome.NOT_OPEN);
    }

    @Test
    void contestingFreezesTheEvidenceOnTheCase() {
        paid();
        UUID id = line(1, "-100.00", "visa", "2026-11-20");
        chargebacks.follow(NIGHT);

        assertThat(disputes.contest(id, "The courier has the PIN.", "olga")).isEqualTo(Outcome.DONE);

        assertThat(dispute(id).contestedBy()).isEqualTo("olga");
        byte[] kept = (byte[]) database.fetchValue("select content from casework.attachment where case_id = ?", id);
        assertThat(kept).isEqualTo(disputes.evidence(id).toJson());
        assertThat(new String(kept, StandardCharsets.UTF_8))
                .contains(
                        "\"capturedAt\":\"2026-11-10T15:00:00.000000Z\"", "\"proof\":\"PIN\"", "\"amount\":\"100.00\"");
        assertThat(database.fetchValue("select detail from casework.entry where kind = 'CONTESTED'"))
                .isEqualTo("evidence.json\nThe courier has the PIN.");
        assertThat(disputes.contest(id, "Again", "olga")).isEqualTo(Outcome.NOT_OPEN);
        chargebacks.follow(LocalDate.of(2027, 1, 20));
        assertThat(state(id)).isEqualTo(DisputeState.CONTESTED);
    }

    @Test
    void contestingAsksForWordsEvidenceAndSomebodyWhoWorksOnCases() {
        UUID id = line(1, "-100.00", "visa", "2026-11-20");
        chargebacks.follow(NIGHT);
        assertThat(disputes.contest(id, " ", "olga")).isEqualTo(Outcome.NO_WORDS);
        assertThat(disputes.contest(id, "Why", "olga")).isEqualTo(Outcome.NO_EVIDENCE);
        paid();
        assertThat(disputes.contest(id, "Why", "nobody")).isEqualTo(Outcome.NO_SUCH_PERSON);
        assertThat(disputes.contest(new UUID(0, 0), "Why", "olga")).isEqualTo(Outcome.NOT_FOUND);
        assertThat(state(id)).isEqualTo(DisputeState.OPEN);
    }

    @Test
    void anAcceptedLossIsLostWhereItWasContested() {
        paid();
        UUID contested = line(1, "-100.00", "visa", "2026-11-20");
        UUID accepted = line(2, "-30.00", "visa", "2026-11-20");
        chargebacks.follow(NIGHT);
        disputes.contest(contested, "Why", "olga");
        database.execute(
                "update casework.work_case set status = 'CLOSED', resolution = 'ACCEPT_LOSS', closed_at = now()");

        chargebacks.follow(NIGHT.plusDays(1));

        assertThat(state(contested)).isEqualTo(DisputeState.LOST);
        assertThat(state(accepted)).isEqualTo(DisputeState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"true,LOST", "false,ACCEPTED"})
    void whatAPersonClosedIsAnOutcomeAtOnceAndNoneAnyMoreWhenItIsOpenAgain(boolean isContested, DisputeState outcome) {
        paid();
        UUID id = line(1, "-100.00", "visa", "2026-11-20");
        chargebacks.follow(NIGHT);
        if (isContested) {
            disputes.contest(id, "Why", "olga");
        }
        DisputeState before = state(id);
        database.execute(
                "update casework.work_case set status = 'CLOSED', resolution = 'ACCEPT_LOSS', closed_at = now()");
        assertThat(state(id)).isEqualTo(outcome);
        assertThat(chargebacks.follow(NIGHT.plusDays(1))).isEqualTo(1);
        assertThat(state(id)).isEqualTo(outcome);

        database.execute("update casework.work_case set status = 'OPEN', resolution = null, closed_at = null");
        assertThat(state(id)).isEqualTo(before);
        chargebacks.follow(NIGHT.plusDays(2));
        line(2, "100.00", "visa", "2026-11-23");

        assertThat(chargebacks.follow(NIGHT.plusDays(3))).isEqualTo(1);
        assertThat(state(id)).isEqualTo(DisputeState.WON);
    }
}
