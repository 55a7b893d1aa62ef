package dev.comanda.batch.cost;

import static dev.comanda.sql.cost.Tables.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.imports.ImportHistory;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.imports.ImportedDelivery;
import dev.comanda.cost.imports.Refusal;
import dev.comanda.cost.imports.persistence.JooqImportHistory;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is refused is written down once, until its period is whole. */
class RefusedDeliveriesIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final String WITHOUT_COST = WrittenBill.ROWS.replace("line_item_unblended_cost", "some_other_cost");
    private static final int MANY = 10;

    @TempDir
    private Path folder;

    private ImportHistory history;
    private Bills bills;
    private WrittenBill bill;

    @BeforeEach
    void beginEmpty() throws Exception {
        Bills.beginEmpty(postgres.dsl());
        history = new JooqImportHistory(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        bill = new WrittenBill(folder.resolve("export"));
        bill.deliver(WrittenBill.ROWS);
        bills.read(bill.folder());
    }

    @Test
    void theSameDeliveryIsRefusedOnceHoweverOftenItIsLookedAt() throws IOException {
        Files.delete(bill.chunk(1));
        bills.read(bill.folder());
        bills.read(bill.folder());

        assertThat(history.open(MANY)).singleElement().satisfies(refusal -> {
            assertThat(refusal.period()).isEqualTo(AUGUST);
            assertThat(refusal.source()).isEqualTo(bill.folder().toString());
            assertThat(refusal.file()).isEqualTo(bill.chunk(1).toString());
            assertThat(refusal.sentence()).contains("is not there");
            assertThat(refusal.fingerprint()).isNull();
        });
        assertThat(history.countOpen()).isEqualTo(1);
    }

    @Test
    void anotherDeliveryThatIsRefusedForTheSameReasonIsAnother() throws Exception {
        bill.deliver(WITHOUT_COST);
        bills.read(bill.folder());
        bills.read(bill.folder());
        bill.deliver(WITHOUT_COST);
        bills.read(bill.folder());

        assertThat(history.open(MANY))
                .hasSize(2)
                .extracting(Refusal::fingerprint)
                .doesNotContainNull();
    }

    @Test
    void aRefusalEndsWhenItsPeriodIsTakenOverAndBeginsAnewWhenItComesBack() throws Exception {
        Files.delete(bill.chunk(1));
        bills.read(bill.folder());
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS);
        bills.read(bill.folder());
        assertThat(history.open(MANY)).isEmpty();
        assertThat(history.refusals(AUGUST, MANY)).singleElement().satisfies(ended -> assertThat(ended.endedAt())
                .isNotNull());

        Files.delete(bill.chunk(1));
        bills.read(bill.folder());
        assertThat(history.open(MANY)).hasSize(1);
        assertThat(history.refusals(AUGUST, MANY)).hasSize(2);
    }

    @Test
    void aRefusalEndsWhenTheDeliveryThatIsShownIsFoundAgain() throws IOException {
        Path moved = folder.resolve("moved.parquet");
        Files.move(bill.chunk(1), moved);
        bills.read(bill.folder());
        assertThat(history.open(MANY)).hasSize(1);

        Files.move(moved, bill.chunk(1));
        assertThat(bills.read(bill.folder())).hasOnlyElementsOfType(Unchanged.class);
        assertThat(history.open(MANY)).isEmpty();
    }

    @Test
    void whatIsFoundAgainInOneSourceSaysNothingOfWhatIsRefusedInAnother() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Bills.copy(bill.folder(), elsewhere);
        Files.delete(elsewhere.resolve(bill.folder().relativize(bill.chunk(1))));
        bills.read(elsewhere);

        assertThat(bills.read(bill.folder())).hasOnlyElementsOfType(Unchanged.class);
        assertThat(history.open(MANY)).extracting(Refusal::source).containsExactly(elsewhere.toString());
    }

    @Test
    void aSourceThatCannotBeReadIsRefusedWithoutAPeriodAndEndsWhenItCan() throws IOException {
        Path moved = folder.resolve("moved");
        Files.move(bill.folder(), moved);
        for (int night = 0; night < 2; night++) {
            assertThatThrownBy(() -> bills.read(new FolderDeliveries(bill.folder())))
                    .isInstanceOf(UnreadableBillException.class);
        }
        assertThat(history.open(MANY)).singleElement().satisfies(refusal -> {
            assertThat(refusal.period()).isNull();
            assertThat(refusal.sentence()).startsWith("cannot be listed");
        });

        Files.move(moved, bill.folder());
        bills.read(bill.folder());
        assertThat(history.open(MANY)).isEmpty();
    }

    @Test
    void theHistoryOfAPeriodSaysWhatEachDeliveryChangedAndHowFarItGoes() throws Exception {
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS);
        bills.read(bill.folder());

        List<ImportedDelivery> deliveries = history.deliveries(AUGUST);
        assertThat(deliveries).extracting(ImportedDelivery::shown).containsExactly(false, true);
        assertThat(deliveries).extracting(ImportedDelivery::restatedRows).containsExactly(0L, 1L);
        assertThat(deliveries.get(1).restated()).isEqualByComparingTo(new BigDecimal("4.25"));
        assertThat(deliveries.get(1).lastUsage()).isEqualTo(LocalDate.of(2026, 8, 5));
        assertThat(deliveries).allMatch(ImportedDelivery::proven);
        assertThat(deliveries)
                .extracting(ImportedDelivery::manifest)
                .containsOnly(bill.manifest().toString());
        assertThat(history.shown(0, MANY)).containsExactly(deliveries.get(1));
        List<String> rows = new ArrayList<>();
        long id = deliveries.get(1).delivery().id();
        history.restatement(id, row -> rows.add(row.toString()));
        assertThat(history.restatement(id, 0, MANY))
                .extracting(Object::toString)
                .isEqualTo(rows);
        assertThat(history.restatement(id, 1, MANY)).isEmpty();
    }

    @Test
    void aRefusalIsNotChanged() throws IOException {
        Files.delete(bill.chunk(1));
        bills.read(bill.folder());
        for (String change : List.of("sentence = 'nothing'", "ended_at = now(), file = 'another'")) {
            assertThatThrownBy(() -> postgres.dsl().execute("update cost.refusal set " + change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stays as it was written");
        }
        assertThatThrownBy(() -> postgres.dsl().deleteFrom(REFUSAL).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it was written");
    }
}
