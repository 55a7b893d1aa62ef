package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ledger.AccountBalance;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file that comes after a policy gave up waiting for it and moved money. */
class LateMatchIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final int NIGHTS_MAX = 20;

    private static final String ORDERED = event(
                    "placed",
                    "ordering.order.placed.v1",
                    """
                            {"orderId":"o1","version":1,"placedAt":"2026-11-16T11:00:00-03:00","market":"BR","city":"Recife",\
                            "customerId":"c1","restaurantId":"r1","currency":"BRL","items":[{"lineId":"1","sku":"s","name":"n",\
                            "quantity":1,"unitPrice":"25.90"}],"amounts":{"items":"25.90","deliveryFee":"0.00",\
                            "serviceFee":"0.00","tip":"0.00","discount":"0.00","total":"25.90"}}""")
            + event(
                    "completed",
                    "ordering.order.completed.v1",
                    "{\"orderId\":\"o1\",\"version\":2,\"completedAt\":\"2026-11-16T12:00:00-03:00\"}");

    private static final String SETTLED =
            """
            {"parametros":{"inicio":"2026-11-16T00:00:00Z","fim":"2026-11-17T00:00:00Z","paginacao":{"paginaAtual":0,\
            "itensPorPagina":100,"quantidadeDePaginas":1,"quantidadeTotalDeItens":1}},"pix":[{"endToEndId":"E1",\
            "txid":"m1","valor":"25.90","horario":"2026-11-16T12:00:00.000-03:00"}]}
            """;

    private static final String MATCHED = "MATCHED,,exact,p1,psp/pix/late.json#1,25.90,25.90,BRL,0.00";

    private static final String CORRECTIONS =
            """
            select count(*) as journals, count(*) filter (where first.case_id = later.case_id) as naming
            from ledger.journal later
            left join ledger.journal first on first.journal_id = later.corrects
            where later.business_date = ? and later.case_id is not null
            """;

    private static final String TIMELINE =
            """
            select e.kind || ' ' || e.detail from casework.entry e
            join casework.work_case c on c.case_id = e.case_id
            where c.cause = ? order by e.entry_id
            """;

    @RegisterExtension
    static final PostgresExtension claimed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension sameNight = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension writtenOff = new PostgresExtension();

    @TempDir
    private Path inbox;

    @Test
    void aClaimIsTakenBackByTheSettlementThatComesAfterIt() throws IOException {
        DSLContext database = claimed.dsl();
        NightOnDatabase nights = new NightOnDatabase(database);
        write("events/1.ndjson", ORDERED + paid("p1", "25.90"));
        LocalDate decidedOn = runUntilDecided(nights);
        assertThat(nights.resolutions(decidedOn)).containsExactly("MISSING_SETTLEMENT,p1,,CLAIM");
        assertThat(balance(nights, "psp-claims", decidedOn)).isEqualByComparingTo("25.90");

        LocalDate late = decidedOn.plusDays(1);
        write("psp/pix/late.json", SETTLED);
        run(nights, late);

        assertThat(nights.export(Reconciliation.PAYMENT_SETTLEMENT, late)).containsExactly(MATCHED);
        assertThat(balance(nights, "psp-claims", late)).isZero();
        assertEveryCorrectionNamesItsCase(database, late);
        assertThat(database.fetch(TIMELINE, "MISSING_SETTLEMENT").getValues(0, String.class))
                .endsWith("CLOSED CLAIM", "MATCHED_LATER CLAIM");
        assertThat(
                        database.fetchValue(
                                "select status || ' ' || resolution from casework.work_case where cause = 'MISSING_SETTLEMENT'"))
                .isEqualTo("CLOSED CLAIM");
        assertThat(database.fetchValue("select ended_on from reconciliation.break where type = 'MISSING_SETTLEMENT'"))
                .hasToString(late.toString());
    }

    @Test
    void aFileThatComesOnTheNightOfTheDecisionLeavesNothingToTakeBackLater() throws IOException {
        DSLContext database = sameNight.dsl();
        NightOnDatabase nights = new NightOnDatabase(database);
        write("events/1.ndjson", ORDERED + paid("p1", "25.90"));
        LocalDate decidedOn = runUntilDecided(nights);

        write("psp/pix/late.json", SETTLED);
        run(nights, decidedOn);

        assertThat(nights.export(Reconciliation.PAYMENT_SETTLEMENT, decidedOn)).containsExactly(MATCHED);
        assertThat(balance(nights, "psp-claims", decidedOn)).isZero();
        assertThat(database.fetch(TIMELINE, "MISSING_SETTLEMENT").getValues(0, String.class))
                .endsWith("CLOSED MATCHED")
                .doesNotContain("CLOSED CLAIM");
        run(nights, decidedOn.plusDays(1));
        assertThat(balance(nights, "psp-claims", decidedOn.plusDays(1))).isZero();
    }

    @Test
    void aWriteOffIsTakenBackByThePaymentThatComesAfterIt() throws IOException {
        DSLContext database = writtenOff.dsl();
        NightOnDatabase nights = new NightOnDatabase(database);
        write("events/1.ndjson", ORDERED + paid("p1", "25.40"));
        run(nights, FIRST);
        assertThat(nights.resolutions(FIRST)).containsExactly("UNDERCAPTURED,o1,p1,WRITE_OFF");
        assertThat(balance(nights, "write-offs", FIRST)).isEqualByComparingTo("0.50");

        LocalDate late = FIRST.plusDays(1);
        write("events/2.ndjson", paid("p2", "0.50"));
        run(nights, late);

        assertThat(nights.export(Reconciliation.ORDER_PAYMENT, late))
                .containsExactly("MATCHED,,split,o1,p1|p2,25.90,25.90,BRL,0.00");
        assertThat(balance(nights, "write-offs", late)).isZero();
        assertEveryCorrectionNamesItsCase(database, late);
        assertThat(database.fetch(TIMELINE, "UNDERCAPTURED").getValues(0, String.class))
                .endsWith("CLOSED WRITE_OFF", "MATCHED_LATER WRITE_OFF");
    }

    private LocalDate runUntilDecided(NightOnDatabase nights) {
        LocalDate date = FIRST;
        run(nights, date);
        while (nights.resolutions(date).isEmpty()) {
            assertThat(date).as("a policy decides before").isBefore(FIRST.plusDays(NIGHTS_MAX));
            date = date.plusDays(1);
            run(nights, date);
        }
        return date;
    }

    private void run(NightOnDatabase nights, LocalDate date) {
        nights.run(date, inbox);
        nights.decide(date);
        assertThat(nights.post(date)).as("proofs of %s", date).isEmpty();
    }

    private static void assertEveryCorrectionNamesItsCase(DSLContext database, LocalDate date) {
        var journals = database.fetchSingle(CORRECTIONS, date);
        assertThat(journals.get("journals", long.class)).isPositive().isEqualTo(journals.get("naming", long.class));
    }

    private static BigDecimal balance(NightOnDatabase nights, String account, LocalDate date) {
        return nights.ledger().trialBalance(date).stream()
                .filter(each -> each.account().equals(account))
                .map(AccountBalance::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    private static String paid(String id, String amount) {
        return event(
                id,
                "ordering.payment.captured.v1",
                """
                {"paymentId":"%s","orderId":"o1","psp":"pix","pspReference":"E%s","merchantReference":"m%s","method":"PIX",\
                "amount":"%s","currency":"BRL","capturedAt":"2026-11-16T12:00:00-03:00"}"""
                        .formatted(id, id.substring(1), id.substring(1), amount));
    }

    private static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/ordering","type":"%s","subject":"o1",\
                "time":"2026-11-16T12:00:00-03:00","datacontenttype":"application/json","data":%s}
                """
                .formatted(id, type, data);
    }
}
