package dev.comanda.batch.outstanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ledger.JournalRow;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.Proof;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import dev.comanda.ops.posting.persistence.JooqPosting;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was outstanding at go-live opens the books: day one clears it as it clears what the feeds brought. */
class OpeningBalancesIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 17);
    private static final LocalDate DAY_ONE = AS_OF.plusDays(1);

    private static final String ITEMS =
            """
            reconciliation,id,business_date,amount,currency,psp,psp_reference,merchant_reference,bank_reference,order_id,party_id
            payment-settlement,pay_1,2026-11-16,50.00,BRL,pix,E1,tx1,,ord_1,
            payment-settlement,pay_2,2026-11-12,70.00,BRL,pix,E2,tx2,,ord_2,
            psp-payout,PO1,2026-11-17,900.00,BRL,stripe,,,,,
            restaurant-payout,rp_1,2026-11-17,300.00,BRL,,,,REST77,,rest_1
            courier-payout,cp_1,2026-11-17,120.00,BRL,,,,COUR88,,cour_1
            restaurant-accrual,ord_3,2026-11-17,,,,,,,,rest_1
            courier-accrual,del_1,2026-11-17,,,,,,,ord_3,cour_1
            """;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void eachItemOpensItsClearingAccountAndWhatIsNotClearedStaysOnIt(@TempDir Path folder) throws IOException {
        DSLContext database = postgres.dsl();
        new BankDays(database).ensureFilled();
        new OutstandingImport(database, LegalEntity.DEFAULT, CLOCK)
                .run(Files.writeString(folder.resolve("items.csv"), ITEMS), AS_OF);
        DayOne.write(folder.resolve("inbox"));
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(folder.resolve("inbox")), path -> {});
        JooqReconciliations reconciliations = new JooqReconciliations(database, Lags.standard(), CLOCK);
        reconciliations.takeSources(DAY_ONE);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, DAY_ONE));
        Ledger ledger = new JooqLedger(database);

        assertThat(new JooqPosting(database, ledger, CLOCK).post(DAY_ONE).differing())
                .isEmpty();

        List<JournalRow> rows = new ArrayList<>();
        ledger.export(DAY_ONE, rows::add);
        assertThat(rows.stream().filter(row -> row.rule().equals("opening")).map(OpeningBalancesIT::transfer))
                .containsExactlyInAnyOrder(
                        "psp-clearing pix, opening-balances, 120.00, 2 items",
                        "psp-payout-clearing stripe, opening-balances, 900.00, 1 items",
                        "opening-balances, restaurant-payout-clearing rest_1, 300.00, 1 items",
                        "opening-balances, courier-payout-clearing cour_1, 120.00, 1 items");
        assertThat(rows)
                .extracting(JournalRow::rule)
                .doesNotContain("payment-captured", "psp-payout", "payout-instructed", "order-completed");
        assertThat(ledger.proofs(DAY_ONE).stream()
                        .filter(proof -> proof.balance().signum() != 0)
                        .map(Proof::account))
                .as("what pay_2 still waits for")
                .containsExactly("psp-clearing");
    }

    private static String transfer(JournalRow row) {
        return "%s, %s, %s, %d items"
                .formatted(
                        (row.transfer().debitAccount() + " " + row.transfer().debitParty()).strip(),
                        (row.transfer().creditAccount() + " " + row.transfer().creditParty()).strip(),
                        row.transfer().amount().toPlainString(),
                        row.transfer().items());
    }
}
