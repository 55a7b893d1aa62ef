package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A payment of one company, and the line that settles it in a file of another's inbox, or of its own. */
class LegalEntityIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final LegalEntity SUBSIDIARY = new LegalEntity("Comanda Entregas Ltda");

    private static final String CAPTURED =
            """
            {"specversion":"1.0","id":"e1","source":"/ordering","type":"ordering.payment.captured.v1","subject":"p1",\
            "time":"2026-11-18T12:00:00-03:00","datacontenttype":"application/json","data":{"paymentId":"p1",\
            "orderId":"o1","psp":"pix","pspReference":"E2E1","merchantReference":"m1","method":"PIX","amount":"25.90",\
            "currency":"BRL","capturedAt":"2026-11-18T12:00:00-03:00"}}
            """;

    private static final String SETTLED =
            """
            {"parametros":{"inicio":"2026-11-18T00:00:00Z","fim":"2026-11-19T00:00:00Z","paginacao":{"paginaAtual":0,\
            "itensPorPagina":100,"quantidadeDePaginas":1,"quantidadeTotalDeItens":1}},"pix":[{"endToEndId":"E2E1",\
            "txid":"m1","valor":"25.90","horario":"2026-11-18T12:00:00.000-03:00"}]}
            """;

    @RegisterExtension
    static final PostgresExtension apart = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension together = new PostgresExtension();

    private Path payments;
    private Path lines;

    @BeforeEach
    void writeTheInboxes(@TempDir Path folder) throws IOException {
        payments = folder.resolve("payments");
        lines = folder.resolve("lines");
        Files.writeString(Files.createDirectories(payments.resolve("events")).resolve("a.ndjson"), CAPTURED);
        Files.writeString(Files.createDirectories(lines.resolve("psp/pix")).resolve("a.json"), SETTLED);
    }

    @Test
    void whatIsOneCompanysIsNotMatchedWithWhatIsAnothers() {
        NightOnDatabase night = new NightOnDatabase(apart.dsl());
        night.read(payments, LegalEntity.DEFAULT);
        night.read(lines, SUBSIDIARY);
        night.reconcile(DATE);

        assertThat(night.export(Reconciliation.PAYMENT_SETTLEMENT, DATE))
                .containsExactly(
                        "BREAK,UNKNOWN_SETTLEMENT,,,psp/pix/a.json#1,,25.90,BRL,-25.90",
                        "IN_TRANSIT,,,p1,,25.90,,BRL,25.90");
        assertThat(
                        apart.dsl()
                                .fetchValue(
                                        """
                                select e.name from reconciliation.break b join ingest.legal_entity e using (legal_entity_id)
                                where b.type = 'UNKNOWN_SETTLEMENT'
                                """))
                .isEqualTo(SUBSIDIARY.name());
    }

    @Test
    void whatIsOneCompanysIsMatchedAndItsGroupSaysWhoseItIs() {
        NightOnDatabase night = new NightOnDatabase(together.dsl());
        night.read(payments, SUBSIDIARY);
        night.read(lines, SUBSIDIARY);
        night.reconcile(DATE);

        assertThat(night.export(Reconciliation.PAYMENT_SETTLEMENT, DATE))
                .containsExactly("MATCHED,,exact,p1,psp/pix/a.json#1,25.90,25.90,BRL,0.00");
        assertThat(
                        together.dsl()
                                .fetchValue(
                                        """
                                select e.name from reconciliation.match_group g
                                join ingest.legal_entity e using (legal_entity_id)
                                """))
                .isEqualTo(SUBSIDIARY.name());
    }

    @Test
    void noGroupIsNobodys() {
        DSLContext database = together.dsl();
        assertThatThrownBy(
                        () -> database.execute(
                                """
                        insert into reconciliation.match_group (group_id, definition_id, business_date, rule, currency, left_amount,
                                                                right_amount, legal_entity_id)
                        values (-1, 2, date '2026-11-18', 'exact', 'BRL', 1, 1, 99)
                        """))
                .hasMessageContaining("a match group belongs to legal entity 99, which is not in ingest.legal_entity");
        assertThatThrownBy(() -> database.execute("delete from ingest.legal_entity where legal_entity_id = 1"))
                .hasMessageContaining("a legal entity is not deleted");
        assertThatThrownBy(
                        () -> database.execute(
                                """
                        insert into reconciliation.match_group (group_id, definition_id, business_date, rule, legal_entity_id)
                        values (-1, 8, date '2026-11-18', 'exact', 1)
                        """))
                .hasMessageContaining("definition_is_known");
    }
}
