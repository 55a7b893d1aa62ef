package dev.comanda.ops.close.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.close.MonthEndPack;
import dev.comanda.ops.close.MonthEndPack.Age;
import dev.comanda.ops.close.MonthEndPack.OpenItems;
import dev.comanda.ops.close.MonthEndPack.WriteOff;
import dev.comanda.ops.ledger.AccountStatement;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import dev.comanda.ops.testing.ACase;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMonthEndIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 13);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID BY_POLICY = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID BY_PERSON = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    private final Ledger ledger = new JooqLedger(postgres.dsl());
    private final JooqMonthEnd monthEnd = new JooqMonthEnd(postgres.dsl(), ledger);

    @BeforeAll
    static void keepBooks() {
        new BankDays(postgres.dsl()).ensureFilled();
        ACase.person(postgres.dsl(), "ada", "APPROVER");
        new ClosedBooks(postgres.dsl()).night(FRIDAY).night(TUESDAY);
        ACase.ofBreak("UNDERCAPTURED", "order-payment:o-1")
                .withId(BY_POLICY.toString())
                .closedWith("WRITE_OFF")
                .insert(postgres.dsl());
        ACase.ofBreak("UNDERCAPTURED", "order-payment:o-2")
                .withId(BY_PERSON.toString())
                .closedWith("WRITE_OFF")
                .insert(postgres.dsl());
        postgres.dsl()
                .execute(
                        """
                        insert into policy.version values
                            ('00000000-0000-4000-8000-0000000000ff', 'order-payment', 'order-payment v1', '', '{}', '2026-11-13');
                        insert into policy.decision values
                            ('00000000-0000-4000-8000-00000000000a', '2026-11-13', '00000000-0000-4000-8000-0000000000ff', 'cents',
                             'WRITE_OFF', 'PAYMENTS', '{}'),
                            ('00000000-0000-4000-8000-00000000000b', '2026-11-13', '00000000-0000-4000-8000-0000000000ff', 'rest',
                             'ESCALATE', 'PAYMENTS', '{}');
                        insert into casework.entry (case_id, happened_at, actor, kind, detail) values
                            ('00000000-0000-4000-8000-00000000000b', now(), 'ada', 'CLOSED', E'WRITE_OFF\\nToo old to claim.');
                        begin;
                        insert into ledger.journal (journal_id, legal_entity_id, business_date, rule, case_id, posted_at) values
                            ('00000000-0000-4000-8000-000000000001', 1, '2026-11-13', 'WRITE_OFF', '00000000-0000-4000-8000-00000000000a', now()),
                            ('00000000-0000-4000-8000-000000000002', 1, '2026-11-17', 'WRITE_OFF', '00000000-0000-4000-8000-00000000000b', now());
                        insert into ledger.transfer values
                            ('00000000-0000-4000-8000-000000000001', 1, 'write-offs', '', 'exceptions', '', 'BRL', 0.03, 1),
                            ('00000000-0000-4000-8000-000000000002', 1, 'exceptions', '', 'write-offs', '', 'BRL', 40.5, 1);
                        commit;
                        insert into ingest.source (path, kind, sha256, size_bytes, read_at, read, accepted, rejected)
                        values ('events/payments.ndjson', 'events', sha256('a'), 9, now(), 2, 2, 0);
                        insert into marketplace.payment (source_id, line, payment_id, content, order_id, psp, psp_reference,
                            merchant_reference, method, amount, currency, captured_at, business_date)
                        select 1, n, 'P-' || n, gen_random_uuid(), 'O-1', 'adyen', 'R', 'M', 'CARD', n * 10, 'BRL', now(), '2026-11-13'
                        from generate_series(1, 2) n;
                        insert into reconciliation.open_item (role_id, item_id, definition_id, status, from_date, to_date)
                        select 3, item_id, 2, 'IN_TRANSIT', case line when 1 then date '2026-11-13' else date '2026-11-17' end, null
                        from marketplace.payment;
                        """);
    }

    @Test
    void aMonthIsItsBalancesItsOpenItemsByAgeAndItsWriteOffs() {
        MonthEndPack pack = monthEnd.pack(NOVEMBER).orElseThrow();
        assertThat(pack.lastDate()).isEqualTo(TUESDAY);
        assertThat(pack.isFinal()).isFalse();
        assertThat(pack.trialBalance()).isEqualTo(ledger.trialBalance(TUESDAY)).hasSize(2);
        assertThat(pack.openItems())
                .containsExactly(
                        new OpenItems("Comanda", "psp-clearing", "PSP", "BRL", Age.DAYS_0_1, 1, new BigDecimal("20")),
                        new OpenItems("Comanda", "psp-clearing", "PSP", "BRL", Age.DAYS_2_5, 1, new BigDecimal("10")));
        assertThat(pack.writeOffs())
                .containsExactly(
                        new WriteOff(
                                FRIDAY,
                                "Comanda",
                                BY_POLICY,
                                "UNDERCAPTURED",
                                "order-payment:o-1",
                                "BRL",
                                new BigDecimal("0.03"),
                                "order-payment v1, cents",
                                null,
                                null,
                                null),
                        new WriteOff(
                                TUESDAY,
                                "Comanda",
                                BY_PERSON,
                                "UNDERCAPTURED",
                                "order-payment:o-2",
                                "BRL",
                                new BigDecimal("-40.5"),
                                null,
                                "Too old to claim.",
                                "ada",
                                null));
    }

    @Test
    void aMonthWithoutPostingsHasNoPack() {
        assertThat(monthEnd.pack(NOVEMBER.plusMonths(1))).isEmpty();
    }

    @Test
    void aStatementRunsOnFromWhatWasBeforeIt() {
        AccountStatement statement = ledger.statement(
                new AccountStatement.Query("Comanda", "write-offs", null, TUESDAY, TUESDAY.plusDays(1), 0, 10));
        assertThat(statement.movements()).singleElement().satisfies(movement -> assertThat(movement.balance())
                .isEqualByComparingTo("-40.47"));
        assertThat(ledger.correctionsOf(FIRST)).isEqualTo(List.of());
    }
}
