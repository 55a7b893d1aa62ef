package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.psp.FeeContract;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.loading.FeeContracts;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Fees beyond the contract that a policy claims back, and that they are taken back with their decision. */
class LedgerClaimedFeesIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final LegalEntity SUBSIDIARY = new LegalEntity("Comanda Entregas Ltda");
    private static final BigDecimal RATE = new BigDecimal("0.001");

    /** What the lines say, asked without findings and cases; takes the rate. What is kept too little is for people. */
    private static final String OVERCHARGED =
            """
            select e.name, l.psp, l.currency, sum(l.fee - agreed.fee)
            from psp.line l
            cross join lateral (select money.rounded(l.amount * ?, l.currency) as fee) as agreed
            join ingest.source s on s.source_id = l.source_id
            join ingest.legal_entity e on e.legal_entity_id = s.legal_entity_id
            where l.kind = 'SALE' and l.psp in ('adyen', 'stripe') and l.fee > agreed.fee
            group by e.name, l.psp, l.currency
            order by l.psp
            """;

    private static final String CLAIMED =
            """
            select e.name, side.psp, t.currency, sum(side.amount)
            from ledger.transfer t
            join ledger.journal j on j.journal_id = t.journal_id
            join ingest.legal_entity e on e.legal_entity_id = j.legal_entity_id
            cross join lateral (values (t.debit_account, t.debit_party, t.credit_account, t.amount),
                                       (t.credit_account, t.credit_party, t.debit_account, - t.amount))
                as side (account, psp, counter_account, amount)
            where side.account = 'psp-claims' and side.counter_account = 'psp-fees'
            group by e.name, side.psp, t.currency
            having sum(side.amount) <> 0
            order by side.psp
            """;

    private static final String ONE_CLAIM =
            """
            select c.case_id, c.amount, f.psp from casework.work_case c
            join reconciliation.finding f on f.law = c.cause and 'laws:' || f.ref = c.subject
            where c.cause = 'FEE_CONTRACT' and c.resolution = 'CLAIM'
            order by c.amount desc, c.case_id limit 1
            """;

    private static final String REOPEN =
            """
            update casework.work_case
            set status = 'OPEN', resolution = null, closed_at = null, closed_on = null, due_at = opened_at, is_touched = true
            where case_id = ?
            """;

    @RegisterExtension
    static final PostgresExtension reopened = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension corrected = new PostgresExtension();

    private Path inbox;

    @BeforeEach
    void simulateADay(@TempDir Path folder) throws IOException {
        inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, 120, 1, inbox);
    }

    @Test
    void aClaimedFeeIsOwedByItsProviderUntilItsCaseIsOpenedAgain() {
        DSLContext database = reopened.dsl();
        NightOnDatabase nights = new NightOnDatabase(database);
        claim(nights, database);

        List<String> claims = claims(database, CLAIMED);
        assertThat(claims)
                .hasSize(2)
                .allMatch(line -> line.startsWith(SUBSIDIARY.name()))
                .isEqualTo(claims(database, OVERCHARGED, RATE));
        assertThat(nights.post(DATE)).isEmpty();
        assertThat(claims(database, CLAIMED)).as("posted again").isEqualTo(claims);

        var claim = database.fetchSingle(ONE_CLAIM);
        database.execute(REOPEN, claim.get("case_id"));
        assertThat(nights.post(DATE)).isEmpty();
        assertThat(claims(database, CLAIMED))
                .as("what was reopened today is the next night's")
                .isEqualTo(claims);
        nights.reconcile(NEXT);
        nights.decide(NEXT);
        assertThat(nights.post(NEXT)).isEmpty();

        assertThat(claims(database, CLAIMED))
                .isEqualTo(less(claims, claim.get("psp", String.class), claim.get("amount", BigDecimal.class)));
        assertThat(database.fetchValue(
                        """
                        select count(*) from ledger.journal later
                        join ledger.journal first on first.journal_id = later.corrects and first.case_id = later.case_id
                        where later.business_date = ? and later.case_id = ?
                        """,
                        NEXT,
                        claim.get("case_id")))
                .as("journals that correct the one of the case")
                .isEqualTo(1L);
    }

    @Test
    void aFeeThatIsAsContractedAfterAllIsClaimedNoMore() {
        DSLContext database = corrected.dsl();
        NightOnDatabase nights = new NightOnDatabase(database);
        claim(nights, database);
        assertThat(claims(database, CLAIMED)).isNotEmpty();

        new FeeContracts(database).replaceBy(List.of());
        nights.reconcile(DATE);
        nights.decide(DATE);

        assertThat(nights.post(DATE)).isEmpty();
        assertThat(claims(database, CLAIMED)).isEmpty();
    }

    private void claim(NightOnDatabase nights, DSLContext database) {
        new FeeContracts(database)
                .replaceBy(Stream.of(Psp.ADYEN, Psp.STRIPE)
                        .map(psp -> new FeeContract(psp, "BRL", LocalDate.of(2026, 1, 1), RATE, BigDecimal.ZERO))
                        .toList());
        nights.read(inbox, SUBSIDIARY);
        nights.reconcile(DATE);
        nights.decide(DATE);
        assertThat(nights.post(DATE)).isEmpty();
    }

    private static List<String> claims(DSLContext database, String statement, Object... bindings) {
        return database.fetch(statement, bindings)
                .map(row -> String.join(
                        " ",
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        plain(row.get(3, BigDecimal.class))));
    }

    private static List<String> less(List<String> claims, String psp, BigDecimal amount) {
        return claims.stream()
                .map(line -> {
                    int last = line.lastIndexOf(' ') + 1;
                    BigDecimal claimed = new BigDecimal(line.substring(last));
                    return line.contains(" " + psp + " ")
                            ? line.substring(0, last) + plain(claimed.subtract(amount))
                            : line;
                })
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
