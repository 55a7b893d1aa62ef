package dev.comanda.batch.cost;

import static dev.comanda.sql.cost.Tables.DELIVERY;
import static dev.comanda.sql.cost.Tables.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process dies. */
class KilledImportIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final long SEED = 20261124;
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate FIRST_OF_AUGUST = AUGUST.atDay(1);
    private static final Path DELIVERED = Bills.EXAMPLES.resolve("export");
    private static final Path RESTATED = Bills.EXAMPLES.resolve("restated");

    /** How far it has come when it is killed: some nanoseconds later, which the seed says. */
    private enum Moment {
        BEGUN(60_000_000),
        COPYING(3_000_000),
        KEPT(1),
        SCANNING(400_000_000),
        COMMITTING(1),
        PUBLISHED(20_000_000);

        private final long latestNanos;

        Moment(long latestNanos) {
            this.latestNanos = latestNanos;
        }
    }

    /** How an import is started in a process of its own. */
    private interface Started {
        ImportProcess start(Path source) throws IOException;
    }

    @TempDir
    private Path folder;

    private Bills bills;
    private List<String> before = List.of();
    private List<String> after = List.of();

    @BeforeEach
    void importUndisturbed() {
        assumeTrue(Files.isDirectory(Bills.EXAMPLES), "the examples are not beside the project");
        Bills.beginEmpty(postgres.dsl());
        Bills undisturbed = new Bills(postgres.dsl(), folder.resolve("undisturbed"));
        undisturbed.read(DELIVERED);
        before = rows(undisturbed);
        undisturbed.read(RESTATED);
        after = rows(undisturbed);
        Bills.beginEmpty(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        bills.read(DELIVERED);
    }

    @Test
    @Tag("torture")
    @Tag("long")
    void whatIsShownIsAlwaysOneDeliveryAndTheNextImportEndsAsIfNothingHadBeen() throws Exception {
        Random random = new Random(SEED);
        int killed = 0;
        boolean isRestated = false;
        for (Moment moment : moments(random)) {
            killed += killAt(moment, random, isRestated ? DELIVERED : RESTATED) ? 1 : 0;

            assertThat(rows(bills)).as("killed when %s", moment).isIn(before, after);

            assertThat(bills.read(isRestated ? DELIVERED : RESTATED)).noneMatch(Refused.class::isInstance);
            isRestated = !isRestated;
            assertThat(rows(bills)).as("imported again after %s", moment).isEqualTo(isRestated ? after : before);
            assertThat(keptOfAugust()).as("kept after %s", moment).hasSize(2).noneMatch(name -> name.startsWith("."));
        }
        assertThat(killed).as("killed while it ran").isGreaterThan(7);
        assertThat(bills.read(isRestated ? DELIVERED : RESTATED).get(0)).isInstanceOf(Imported.class);
    }

    /** Each delivery comes to one that was never seen. */
    private void forgetWhatIsNotShown() throws IOException {
        String shown = postgres.dsl()
                .select(DELIVERY.FINGERPRINT)
                .from(DELIVERY)
                .where(DELIVERY.DELIVERY_ID.eq(published()))
                .fetchSingle()
                .value1();
        new DeliveryArchive(folder.resolve("kept/bills")).forget(AUGUST, List.of(shown));
    }

    @Test
    void theCommandThatIsKilledIsStartedAgain() throws Exception {
        assertThat(killWhileItCommits(this::command, RESTATED)).isTrue();
        assertThat(rows(bills)).isEqualTo(before);

        assertThat(command(RESTATED).said()).contains("restated by -52.942812612400 in 26 rows");
        assertThat(rows(bills)).isEqualTo(after);
    }

    private ImportProcess command(Path source) throws IOException {
        return ImportProcess.command(postgres.database(), folder.resolve("kept"), source);
    }

    private static List<Moment> moments(Random random) {
        List<Moment> moments = new ArrayList<>(List.of(Moment.values()));
        moments.addAll(List.of(Moment.BEGUN, Moment.COPYING, Moment.SCANNING, Moment.SCANNING));
        Collections.shuffle(moments, random);
        return moments;
    }

    private boolean killAt(Moment moment, Random random, Path source) throws Exception {
        forgetWhatIsNotShown();
        if (moment == Moment.COMMITTING) {
            return killWhileItCommits(this::start, source);
        }
        List<String> kept = keptOfAugust();
        long shown = published();
        BooleanSupplier cameSoFar =
                switch (moment) {
                    case BEGUN, COMMITTING -> () -> true;
                    case COPYING -> () -> keptOfAugust().size() > kept.size();
                    case KEPT, SCANNING ->
                        () -> keptOfAugust().stream().anyMatch(name -> !name.startsWith(".") && !kept.contains(name));
                    case PUBLISHED -> () -> published() != shown;
                };
        return start(source).killWhen(cameSoFar, random.nextLong(moment.latestNanos));
    }

    /** The row that says which delivery is shown is held, so that all is written but the swap when it is killed. */
    private boolean killWhileItCommits(Started process, Path source) throws Exception {
        return postgres.dsl().transactionResult(transaction -> {
            transaction
                    .dsl()
                    .selectFrom(PUBLISHED)
                    .where(PUBLISHED.PERIOD.eq(FIRST_OF_AUGUST))
                    .forUpdate()
                    .fetch();
            return process.start(source).killWhen(this::somebodyWaits, 1);
        });
    }

    private boolean somebodyWaits() {
        return postgres.dsl()
                        .fetchSingle("select count(*) from pg_locks where not granted")
                        .get(0, Long.class)
                > 0;
    }

    private ImportProcess start(Path source) throws IOException {
        return ImportProcess.start(postgres.database(), folder.resolve("kept"), source);
    }

    private long published() {
        return postgres.dsl()
                .select(PUBLISHED.DELIVERY_ID)
                .from(PUBLISHED)
                .where(PUBLISHED.PERIOD.eq(FIRST_OF_AUGUST))
                .fetchSingle()
                .value1();
    }

    private List<String> keptOfAugust() {
        try (Stream<Path> kept = Files.list(folder.resolve("kept/bills/2026-08"))) {
            return kept.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> rows(Bills bills) {
        return bills.report(AUGUST, Column.ACCOUNT, Column.SERVICE, Column.DATE);
    }
}
