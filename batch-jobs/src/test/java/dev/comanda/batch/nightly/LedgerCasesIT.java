package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.ledger.AccountBalance;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What cases closed by an action move, and that it is taken back whole. */
class LedgerCasesIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final List<String> ACTION_ACCOUNTS =
            List.of("write-offs", "psp-claims", "customer-refunds", "recoveries", "chargeback-losses", "suspense");

    /** Every break of the night gets a case, and the actions in turn; what a person dismisses moves nothing. */
    private static final String RESOLVE =
            """
            update reconciliation.break set case_id = md5(break_id::text)::uuid;
            insert into reconciliation.resolution (break_id, resolved_on, action)
            select break_id, raised_on,
                   (array['WRITE_OFF', 'CLAIM', 'REFUND', 'RECOVER', 'ACCEPT_LOSS', 'HOLD', 'REINSTATE', 'DISMISS'])[1 + break_id % 8]
            from reconciliation.break;
            """;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void whatAnActionMovedIsTakenBackWhenItsCaseIsOpenedAgain(@TempDir Path folder) throws Exception {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, 200, 1, inbox);
        NightOnDatabase nights = new NightOnDatabase(postgres.dsl());
        DSLContext database = postgres.dsl();
        nights.run(DATE, inbox);
        database.execute(RESOLVE);

        assertThat(nights.post(DATE)).isEmpty();

        assertThat(moved(nights, DATE)).hasSizeGreaterThan(4).contains("suspense");
        List<String> journals = nights.journals(DATE);
        assertThat(nights.post(DATE)).isEmpty();
        assertThat(nights.journals(DATE)).as("posted again").isEqualTo(journals);

        nights.run(NEXT, inbox);
        database.execute("update reconciliation.resolution set reopened_on = ?", NEXT);

        assertThat(nights.post(NEXT)).isEmpty();

        assertThat(moved(nights, NEXT)).isEmpty();
        assertThat(database.fetchValue(
                        """
                        select count(*) from ledger.journal later
                        left join ledger.journal first on first.journal_id = later.corrects
                        where later.business_date = ? and later.case_id is not null
                          and first.case_id is distinct from later.case_id
                        """,
                        NEXT))
                .as("journals that take a case's posting back and do not name it")
                .isEqualTo(0L);
    }

    private static List<String> moved(NightOnDatabase nights, LocalDate date) {
        return nights.ledger().trialBalance(date).stream()
                .filter(each -> ACTION_ACCOUNTS.contains(each.account()))
                .filter(each -> each.balance().compareTo(BigDecimal.ZERO) != 0)
                .map(AccountBalance::account)
                .distinct()
                .toList();
    }
}
