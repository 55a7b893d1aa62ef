package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export is overwritten again and again, file by file, while it is imported again and again. */
class ReplacedBillIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    @TempDir
    private Path folder;

    private Bills bills;

    @BeforeEach
    void beginEmpty() {
        Bills.beginEmpty(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsPublishedIsAlwaysExactlyOneDelivery(long seed) throws Exception {
        OverwrittenBill bill = new OverwrittenBill(folder.resolve("export"), seed);
        bill.deliver();
        bills.read(bill.folder());
        List<ImportOutcome> outcomes = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> written = writer.submit(() -> {
                bill.overwriteAgainAndAgain();
                return null;
            });
            while (!written.isDone()) {
                outcomes.addAll(bills.read(bill.folder()));
                bill.imported();
                shown.add(bills.total(AUGUST));
            }
            written.get();
        } finally {
            writer.shutdownNow();
        }

        assertThat(shown).containsExactlyInAnyOrderElementsOf(OverwrittenBill.TOTALS);
        assertThat(outcomes).hasAtLeastOneElementOfType(Imported.class).hasAtLeastOneElementOfType(Refused.class);
        bills.read(bill.folder());
        assertThat(bills.total(AUGUST)).isEqualTo(bill.lastTotal());
    }
}
