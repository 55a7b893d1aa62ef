package dev.comanda.ops.casework.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.casework.CaseQuery;
import dev.comanda.ops.casework.CaseStatus;
import dev.comanda.ops.casework.CaseView;
import dev.comanda.ops.casework.Cases;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCasesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static UUID urgent;
    private static UUID large;
    private static UUID small;
    private static UUID waiting;

    private final Cases cases = new JooqCases(postgres.dsl(), CLOCK);

    @BeforeAll
    static void openCases() {
        ACase.person(postgres.dsl(), "olga", "OPERATOR");
        urgent = ACase.ofBreak("MISSING_SETTLEMENT", "payment-settlement:pay_1")
                .of("PSP_OPERATIONS")
                .dueAt("2026-11-24T12:00:00Z")
                .worth("50.00", "USD")
                .insert(postgres.dsl());
        large = ACase.ofBreak("UNPAID_ORDER", "order-payment:O-1")
                .dueAt("2026-11-24T18:00:00Z")
                .worth("900.00", "BRL")
                .insert(postgres.dsl());
        small = ACase.ofBreak("UNPAID_ORDER", "order-payment:O-2")
                .dueAt("2026-11-24T18:00:00Z")
                .openedOn("2026-11-13")
                .worth("9.00", "BRL")
                .insert(postgres.dsl());
        waiting = ACase.ofBreak("UNPAID_ORDER", "order-payment:P%_3").waiting().insert(postgres.dsl());
        ACase.ofBreak("UNPAID_ORDER", "order-payment:O-4")
                .closedWith("ACCEPT_LOSS")
                .insert(postgres.dsl());
        ACase.ofReject("MALFORMED_JSON", "events/" + "x".repeat(9000))
                .dueAt("2026-11-30T12:00:00Z")
                .insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                update casework.work_case set assignee = 'olga', is_touched = true where subject = 'order-payment:O-2';
                insert into casework.work_case (case_id, legal_entity_id, kind, cause, subject, subject_key, opened_on, opened_at, amount,
                    status, owner, priority, resolution, closed_at, closed_on, is_touched)
                values (gen_random_uuid(), 1, 'FINDING', 'ORDER_TOTAL', 'laws:O-5', gen_random_uuid(), '2026-11-20', now(), 1, 'CLOSED',
                    'PAYMENTS', 4, 'DISMISS', now(), '2026-11-20', true);
                insert into calendar.bank_day
                select day, extract(isodow from day) < 6, count(*) filter (where extract(isodow from day) < 6) over (order by day)
                from generate_series(date '2026-11-09', date '2026-11-30', interval '1 day') day
                """);
    }

    private List<UUID> found(CaseQuery query) {
        return cases.find(query, 0, 10).stream().map(CaseView::id).toList();
    }

    private static CaseQuery query(Optional<CaseStatus> status, String text) {
        return new CaseQuery(
                status, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), text);
    }

    @Test
    void theQueueOfPeopleBeginsWithWhatIsDueFirstAndThenWithMoney() {
        assertThat(found(CaseQuery.ofPeople())).startsWith(urgent).containsSubsequence(urgent, large, small);
        assertThat(cases.find(query(Optional.empty(), ""), 0, 10))
                .extracting(CaseView::status)
                .startsWith(CaseStatus.OPEN)
                .endsWith(CaseStatus.WAITING, CaseStatus.CLOSED, CaseStatus.CLOSED);
    }

    @Test
    void aQueueIsNarrowedByEveryOneOfItsFilters() {
        CaseQuery all = CaseQuery.ofPeople();
        assertThat(found(CaseQuery.of("olga"))).containsExactly(small);
        assertThat(found(new CaseQuery(
                        all.status(),
                        Optional.of("PSP_OPERATIONS"),
                        all.cause(),
                        all.assignee(),
                        true,
                        true,
                        Optional.of(new BigDecimal("50")),
                        "pay_")))
                .containsExactly(urgent);
        assertThat(found(new CaseQuery(
                        all.status(),
                        all.owner(),
                        Optional.of("UNPAID_ORDER"),
                        all.assignee(),
                        true,
                        false,
                        Optional.empty(),
                        "")))
                .containsExactly(large);
    }

    @Test
    void aTextIsTheBeginningOfTheReferenceTheSubjectOrTheId() {
        Optional<CaseStatus> any = Optional.empty();
        assertThat(found(query(any, "O-2"))).containsExactly(small);
        assertThat(found(query(any, "order-payment:O-1"))).containsExactly(large);
        assertThat(found(query(any, small.toString().substring(0, 8)))).containsExactly(small);
        assertThat(found(query(any, small.toString()))).containsExactly(small);
        assertThat(found(query(any, "P%_"))).containsExactly(waiting);
        assertThat(found(query(any, "%"))).isEmpty();
        assertThat(found(query(any, "x".repeat(500)))).isEmpty();
    }

    @Test
    void theTotalKeepsCurrenciesApart() {
        assertThat(cases.total(CaseQuery.ofPeople()).cases()).isEqualTo(4);
        assertThat(cases.total(CaseQuery.ofPeople()).amounts())
                .extracting(amount -> amount.amount() + " " + amount.currency())
                .containsExactly("909.00 BRL", "50.00 USD");
        assertThat(cases.total(List.of(large, small)).amounts()).hasSize(1);
    }

    @Test
    void theNextCaseKeepsTheFilter() {
        assertThat(cases.next(urgent, CaseQuery.ofPeople())).contains(large);
        assertThat(cases.next(large, CaseQuery.ofPeople())).contains(small);
        assertThat(cases.next(urgent, CaseQuery.of("olga"))).contains(small);
        assertThat(cases.next(small, CaseQuery.of("olga"))).isEmpty();
    }

    @Test
    void whatIsOpenStandsByOwnerAndAgesInBusinessDays() {
        assertThat(cases.standing())
                .filteredOn(standing -> standing.cause().equals("UNPAID_ORDER"))
                .singleElement()
                .isEqualTo(new Cases.Standing("PAYMENTS", "UNPAID_ORDER", 1, 2, 0, 1));
        // From Friday the 13th to Tuesday the 24th there are seven business days, from Friday the 20th two.
        assertThat(cases.ageing(TODAY))
                .filteredOn(bucket -> bucket.amounts().stream()
                        .anyMatch(amount -> amount.currency().equals("BRL")))
                .extracting(bucket -> bucket.owner() + " " + bucket.upTo() + " " + bucket.cases())
                .containsExactly("PAYMENTS 5 3", "PAYMENTS 10 1");
    }

    @Test
    void automaticIsWhatNobodyTouched() {
        assertThat(cases.automation(TODAY.minusDays(30), TODAY))
                .containsExactly(
                        new Cases.Automation(LocalDate.of(2026, 11, 20), "ORDER_TOTAL", 1, 0),
                        new Cases.Automation(LocalDate.of(2026, 11, 20), "UNPAID_ORDER", 1, 1));
        assertThat(cases.causes())
                .containsExactly("MALFORMED_JSON", "MISSING_SETTLEMENT", "ORDER_TOTAL", "UNPAID_ORDER");
    }
}
