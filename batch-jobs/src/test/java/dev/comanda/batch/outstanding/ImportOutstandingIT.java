package dev.comanda.batch.outstanding;

import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.sql.ingest.tables.records.SourceRecord;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Day one after a go-live: rights come for lefts of before. */
class ImportOutstandingIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);

    /** A Tuesday; the first night is Wednesday's. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 17);

    private static final LocalDate DAY_ONE = AS_OF.plusDays(1);

    private static final String TITLES =
            "reconciliation,id,business_date,amount,currency,psp,psp_reference,merchant_reference,bank_reference,order_id,party_id\n";

    private static final String ITEMS =
            """
            payment-settlement,pay_1,2026-11-16,50.00,BRL,pix,E1,tx1,,ord_1,
            payment-settlement,pay_2,2026-11-12,70.00,BRL,pix,E2,tx2,,ord_2,
            psp-payout,PO1,2026-11-17,900.00,BRL,stripe,,,,,
            restaurant-payout,rp_1,2026-11-17,300.00,BRL,,,,REST77,,rest_1
            courier-payout,cp_1,2026-11-17,120.00,BRL,,,,COUR88,,cour_1
            restaurant-accrual,ord_3,2026-11-17,,,,,,,,rest_1
            courier-accrual,del_1,2026-11-17,,,,,,,ord_3,cour_1
            """;

    @TempDir
    private Path folder;

    private DSLContext database;
    private OutstandingImport outstanding;

    @BeforeEach
    void beginEmpty() throws IOException {
        database = postgres.dsl();
        outstanding = new OutstandingImport(database, LegalEntity.DEFAULT, CLOCK);
        new BankDays(database).ensureFilled();
        database.execute(
                """
                truncate ingest.source, ingest.event_identity, marketplace.food_order, marketplace.order_version,
                    marketplace.payment, marketplace.payout, marketplace.delivery, marketplace.restaurant_accrual,
                    marketplace.courier_earning, reconciliation.result, reconciliation.match_group, reconciliation.group_member,
                    reconciliation.open_item, reconciliation.break, reconciliation.finding cascade
                """);
        DayOne.write(folder.resolve("inbox"));
    }

    @Test
    void withoutTheItemsEveryRightOfDayOneIsABreak() {
        assertThat(night(DAY_ONE))
                .containsExactlyInAnyOrder(
                        "payment-settlement BREAK UNKNOWN_SETTLEMENT",
                        "psp-payout BREAK UNEXPECTED_CREDIT",
                        "restaurant-payout BREAK UNEXPECTED_DEBIT",
                        "restaurant-payout BREAK UNEXPECTED_DEBIT",
                        "restaurant-accrual BREAK ACCRUAL_WITHOUT_ORDER",
                        "courier-accrual BREAK ACCRUAL_WITHOUT_ORDER");
    }

    @Test
    void withThemDayOneMatchesAndOnlyWhatIsLateIsABreak() throws IOException {
        imported(TITLES + ITEMS);
        List<String> expected = List.of(
                "payment-settlement MATCHED exact pay_1",
                "payment-settlement BREAK MISSING_SETTLEMENT pay_2",
                "psp-payout MATCHED exact outstanding/items.csv#4",
                "restaurant-payout MATCHED exact rp_1",
                "courier-payout MATCHED exact cp_1",
                "restaurant-accrual MATCHED exact ord_3",
                "courier-accrual MATCHED exact del_1");

        assertThat(night(DAY_ONE)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(database.fetchValue("select count(*) from reconciliation.finding"))
                .isEqualTo(0L);

        // A late file has the date run again: what belongs to no order still is no item there.
        Files.writeString(folder.resolve("inbox/events/late.ndjson"), "{}\n");
        assertThat(night(DAY_ONE)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(night(DAY_ONE.plusDays(1))).containsExactly("payment-settlement BREAK MISSING_SETTLEMENT pay_2");
        assertThat(database.fetchValue("select count(*) from reconciliation.finding"))
                .isEqualTo(0L);
    }

    @Test
    void anItemIsInTransitUntilItIsDue() throws IOException {
        imported(TITLES + "payment-settlement,pay_9,2026-11-17,50.00,BRL,adyen,A9,m9,,ord_9,\n");

        assertThat(night(DAY_ONE)).contains("payment-settlement IN_TRANSIT pay_9");
        assertThat(night(AS_OF.plusDays(2))).contains("payment-settlement IN_TRANSIT pay_9");
        assertThat(night(AS_OF.plusDays(3))).contains("payment-settlement BREAK MISSING_SETTLEMENT pay_9");
    }

    @Test
    void theSameFileAgainAddsNothingAlsoWhenADateIsPublished() throws IOException {
        imported(TITLES + ITEMS);
        night(DAY_ONE);
        imported(TITLES + ITEMS);
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("outstanding"))).isEqualTo(1);

        assertThatThrownBy(() -> imported(TITLES + "psp-payout,PO2,2026-11-17,1.00,BRL,stripe,,,,,\n"))
                .isInstanceOf(OpsException.class)
                .hasMessageContaining("2026-11-18 is published already");
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("outstanding"))).isEqualTo(1);
    }

    @Test
    void aBadRowIsARejectWithItsLineAndNeverStopsTheRest() throws IOException {
        SourceRecord source = imported(
                TITLES
                        + """
                payment-settlement,pay_1,2026-11-16,50.005,BRL,pix,E1,tx1,,ord_1,
                payment-settlement,pay_2,2026-11-18,50.00,BRL,pix,E1,tx1,,ord_1,
                order-payment,ord_4,2026-11-16,50.00,BRL,,,,,,
                restaurant-payout,rp_9,2026-11-16,-1.00,BRL,,,,X9,,rest_1
                psp-payout,PO1,2026-11-17,-5.00,BRL,stripe,,,,,
                courier-accrual,del_1,2026-11-17,,,,,,,,cour_1
                what is this
                """);
        assertThat(source.getAccepted()).isEqualTo(1);
        assertThat(database.select(REJECT.LINE, REJECT.SENTENCE)
                        .from(REJECT)
                        .orderBy(REJECT.LINE)
                        .fetch(row -> row.value1() + " " + row.value2()))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("2 column 'amount' is '50.005'"),
                        two -> assertThat(two).startsWith("3 column 'business_date' is '2026-11-18'"),
                        three -> assertThat(three).startsWith("4 nothing is outstanding in order-payment"),
                        four -> assertThat(four).startsWith("5 column 'amount' is '-1.00'"),
                        five -> assertThat(five).startsWith("7 column 'order_id' is empty"),
                        six -> assertThat(six).startsWith("8 the row has 1 fields"));
    }

    @Test
    void aRepeatedRowIsADuplicateAndAnotherOneUnderItsIdAConflict() throws IOException {
        imported(TITLES + ITEMS);
        SourceRecord again = imported(
                TITLES
                        + ITEMS
                        + ITEMS
                        + """
                payment-settlement,pay_1,2026-11-16,51.00,BRL,pix,E1,tx1,,ord_1,
                psp-payout,PO1,2026-11-17,901.00,BRL,stripe,,,,,
                courier-payout,rp_1,2026-11-17,300.00,BRL,,,,REST77,,rest_1
                restaurant-accrual,ord_3,2026-11-16,,,,,,,,rest_1
                courier-accrual,del_2,2026-11-17,,,,,,,ord_3,cour_1
                courier-accrual,del_2,2026-11-17,,,,,,,ord_3,cour_2
                """);

        assertThat(again.getAccepted()).isEqualTo(1);
        assertThat(again.getDuplicates()).isEqualTo(14);
        assertThat(again.getRejected()).isEqualTo(5);
        assertThat(again.getRead()).isEqualTo(20);
        assertThat(database.fetchValues(REJECT.REASON)).containsOnly("CONFLICTING_DUPLICATE");
        assertThat(database.fetchValues(REJECT.LINE)).containsExactly(16L, 17L, 18L, 19L, 21L);
    }

    @Test
    void aFileWithoutItsTitlesIsRefusedWhole() {
        assertThatThrownBy(() -> imported("payment-settlement,pay_1\n"))
                .isInstanceOf(OpsException.class)
                .hasMessageContaining("its title row lacks reconciliation, id, business_date");
        assertThat(database.fetchCount(SOURCE)).isZero();
    }

    private SourceRecord imported(String content) throws IOException {
        Path file = folder.resolve("items.csv");
        Files.writeString(file, content);
        String sha256 = outstanding.run(file, AS_OF);
        return database.fetchSingle(
                SOURCE, SOURCE.SHA256.eq(java.util.HexFormat.of().parseHex(sha256)));
    }

    /** The night's rows: reconciliation, status, type or rule, and what is left. */
    private List<String> night(LocalDate date) {
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(folder.resolve("inbox")), path -> {});
        JooqReconciliations reconciliations = new JooqReconciliations(database, Lags.standard(), CLOCK);
        reconciliations.takeSources(date);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, date));
        reconciliations.checkLaws(date);
        List<String> lines = new ArrayList<>();
        for (Reconciliation each : Reconciliation.values()) {
            new JooqExports(database)
                    .rows(
                            each,
                            date,
                            row -> lines.add(String.join(
                                            " ",
                                            row.reconciliation(),
                                            row.status(),
                                            row.type() + row.rule(),
                                            row.leftRefs())
                                    .strip()
                                    .replaceAll(" +", " ")));
        }
        return lines;
    }
}
