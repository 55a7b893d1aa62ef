package dev.comanda.ops.ledger.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.ledger.AccountStatement;
import dev.comanda.ops.ledger.AccountStatement.Movement;
import dev.comanda.ops.testing.PostgresExtension;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database refuses, whoever asks, and what it tells. */
class JournalInvariantsIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final UUID POSTED = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    private static final String JOURNAL =
            """
            insert into ledger.journal (journal_id, legal_entity_id, business_date, rule, posted_at)
            values ('%s', 1, '%s', 'payment-captured', now());
            """;

    private static final String TRANSFER =
            """
            insert into ledger.transfer (journal_id, line, debit_account, debit_party, credit_account, currency, amount, items)
            values ('%s', %d, 'psp-clearing', 'pix', 'order-clearing', 'BRL', %s, 3);
            """;

    @BeforeAll
    static void postAJournal() {
        execute(JOURNAL.formatted(POSTED, DATE) + TRANSFER.formatted(POSTED, 1, "25.90"));
        execute(
                """
                insert into jobcontrol.night (business_date, status, started_at, ended_at)
                values ('2026-11-10', 'COMPLETED', now(), now());
                insert into ledger.posted_date values ('2026-11-10', now(), 0);
                insert into ledger.signed_off values ('2026-11-10', now(), null);
                """);
    }

    @Test
    void aJournalIsNeitherChangedNorRemoved() {
        assertRefused("update ledger.journal set rule = 'other'", "the ledger is insert-only");
        assertRefused("delete from ledger.journal", "the ledger is insert-only");
        assertRefused("truncate ledger.journal cascade", "the ledger is insert-only");
    }

    @Test
    void aTransferIsNeitherChangedNorRemoved() {
        assertRefused("update ledger.transfer set amount = 1", "the ledger is insert-only");
        assertRefused("delete from ledger.transfer", "the ledger is insert-only");
        assertRefused("truncate ledger.transfer", "the ledger is insert-only");
    }

    @Test
    void aJournalIsNotAddedToAfterItsTransaction() {
        assertRefused(TRANSFER.formatted(POSTED, 2, "1.00"), "not added to after its transaction");
    }

    @Test
    void anAmountThatIsNotPositiveIsRefused() {
        assertRefused(whole(DATE, "0"), "transfer_amount_check");
        assertRefused(whole(DATE, "-1.00"), "transfer_amount_check");
    }

    @Test
    void aSignedOffDateAndThoseBeforeItTakeNoJournal() {
        assertRefused(whole(LocalDate.of(2026, 11, 10), "1.00"), "signed off up to 2026-11-10");
        assertRefused(whole(LocalDate.of(2026, 11, 9), "1.00"), "signed off up to 2026-11-10");
    }

    @Test
    void anAccountWithoutPartiesIsGivenNone() {
        assertRefused(whole(DATE, "1.00").replace("'psp-clearing'", "'exceptions'"), "was given a party");
    }

    @Test
    void anAccountsStatementShowsEachSideOfATransfer() {
        JooqLedger ledger = new JooqLedger(postgres.dsl());
        AccountStatement credited = ledger.statement(
                new AccountStatement.Query("Comanda", "order-clearing", null, DATE, DATE.plusDays(1), 0, 10));
        assertThat(credited.total()).isEqualTo(1);
        assertThat(credited.movements()).singleElement().satisfies(JournalInvariantsIT::isTheOtherSide);
        assertThat(ledger.statement(new AccountStatement.Query(
                                "Comanda", "psp-clearing", "adyen", DATE, DATE.plusDays(1), 0, 10))
                        .movements())
                .isEmpty();
        assertThat(ledger.journal(POSTED))
                .hasValueSatisfying(journal -> assertThat(journal.transfers()).hasSize(1));
        assertThat(ledger.trialBalance(DATE)).hasSize(2);
        assertThat(ledger.balancesByParty("psp-clearing", DATE))
                .singleElement()
                .satisfies(balance -> assertThat(balance.balance()).isEqualByComparingTo("25.90"));
    }

    private static void isTheOtherSide(Movement movement) {
        assertThat(movement.counterAccount() + " " + movement.counterParty()).isEqualTo("psp-clearing pix");
        assertThat(movement.amount()).isEqualByComparingTo("-25.90");
        assertThat(movement.items()).isEqualTo(3);
    }

    private static String whole(LocalDate date, String amount) {
        UUID id = UUID.randomUUID();
        return JOURNAL.formatted(id, date) + TRANSFER.formatted(id, 1, amount);
    }

    private static void execute(String statements) {
        postgres.dsl().transaction(transaction -> transaction.dsl().execute(statements));
    }

    private static void assertRefused(String statements, String sentence) {
        assertThatThrownBy(() -> execute(statements)).hasMessageContaining(sentence);
    }
}
