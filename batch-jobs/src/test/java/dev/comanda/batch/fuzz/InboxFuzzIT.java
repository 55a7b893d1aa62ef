package dev.comanda.batch.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.fuzz.Sentences;
import dev.comanda.ops.testing.fuzz.Torture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of an inbox with damaged files each is taken whole or not at all, its counts are its rows, reading it again changes nothing, and the
 * right files beside them give what they give alone.
 */
@Tag("torture")
class InboxFuzzIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);
    private static final int FILES_AT_ONCE = 200;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private static Path folder;

    private static InboxInputs inputs;

    private final DSLContext database = postgres.dsl();
    private final InboxTables tables = new InboxTables(database);
    private final InboxIngest ingest = new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK);
    private final Map<String, Integer> ends = new TreeMap<>();
    private int inboxes;

    @BeforeAll
    static void collect() throws IOException {
        inputs = InboxInputs.in(folder.resolve("inputs"));
        new BankDays(postgres.dsl()).ensureFilled();
    }

    @Test
    void damagedFilesAreTakenWholeOrNotAtAllAndConcernNoOthers() throws IOException {
        Map<String, List<String>> rightAlone = readAlone(inputs.right());

        check(inputs.brokeOnce(), rightAlone);
        for (int from = 0; from < Torture.inputs(); from += FILES_AT_ONCE) {
            check(inputs.damaged(from, Math.min(from + FILES_AT_ONCE, Torture.inputs())), rightAlone);
        }

        System.out.printf("fuzzed inbox: %d inputs, %s%n", Torture.inputs(), ends);
        assertThat(ends).containsKeys("clean", "damaged", "refused");
    }

    private Map<String, List<String>> readAlone(List<InboxInput> files) throws IOException {
        List<SourceReport> reports = ingest(inboxOf(files));

        assertThat(reports).hasSameSizeAs(files).allMatch(report -> report.error() == null);
        return tables.byPath();
    }

    /** Where a law is broken, each file is tried by itself beside the right ones, and the first that breaks it is kept. */
    private void check(List<InboxInput> damaged, Map<String, List<String>> rightAlone) throws IOException {
        try {
            checkTogether(damaged, rightAlone, inboxes % 2 == 0);
        } catch (RuntimeException | AssertionError together) {
            for (InboxInput one : damaged) {
                try {
                    checkTogether(List.of(one), rightAlone, true);
                    checkTogether(List.of(one), rightAlone, false);
                } catch (RuntimeException | AssertionError alone) {
                    throw new AssertionError(
                            "inbox: %s breaks a law; it is kept as %s and read in each run from now on"
                                    .formatted(one.path(), InboxInputs.keep(one)),
                            alone);
                }
            }
            throw new AssertionError(
                    "inbox: a law is broken by %s together, and by none of them alone"
                            .formatted(damaged.stream().map(InboxInput::path).toList()),
                    together);
        }
    }

    private void checkTogether(List<InboxInput> damaged, Map<String, List<String>> rightAlone, boolean isMoved)
            throws IOException {
        tables.empty();
        List<InboxInput> files = new ArrayList<>(inputs.right());
        files.addAll(damaged);
        Path inbox = inboxOf(files);

        Map<String, SourceReport> reports =
                ingest(inbox).stream().collect(Collectors.toMap(SourceReport::name, Function.identity()));
        Map<String, List<String>> rows = tables.byPath();

        assertThat(tables.contents())
                .isEqualTo(files.stream()
                        .map(InboxInput::sha256)
                        .distinct()
                        .sorted()
                        .toList());
        for (InboxInput file : files) {
            SourceReport report = reports.get(file.path());
            // The content of another name is no source.
            if (report != null) {
                ReadAlone.agreesWith(report, file);
                refusalsAreSentences(report, rows.getOrDefault(file.path(), List.of()));
            }
        }
        countsAreRows();
        for (InboxInput each : inputs.right()) {
            assertThat(rows.get(each.path())).as("what %s gives", each.path()).isEqualTo(rightAlone.get(each.path()));
        }
        readingAgainChangesNothing(isMoved ? Files.move(inbox, folder.resolve("moved" + inboxes)) : inbox);
        damaged.stream()
                .map(file -> reports.get(file.path()))
                .filter(Objects::nonNull)
                .forEach(report -> ends.merge(end(report), 1, Integer::sum));
    }

    private void countsAreRows() {
        assertThat(tables.miscounted()).isEmpty();
        InboxTables.Events events = tables.events();
        assertThat(events.identities()).as("identities of events").isEqualTo(events.accepted());
        assertThat(events.facts()).as("facts that events are").isEqualTo(events.accepted());
    }

    private static void refusalsAreSentences(SourceReport report, List<String> rows) {
        if (report.error() != null) {
            assertThat(rows)
                    .as("what %s gives, which was refused", report.name())
                    .isEmpty();
            assertThat(report.read()).isZero();
            assertThat(report.error()).startsWith(report.name() + ": ");
            Sentences.assertSentence(report.error());
        }
    }

    /** An inbox that lies where it lay is known by the looks of its files; one that was moved, by their contents. */
    private void readingAgainChangesNothing(Path inbox) {
        List<String> before = tables.everything();

        assertThat(ingest(inbox)).as("what is read again").allMatch(report -> report.error() != null);
        assertThat(tables.everything()).as("what %s gave, read again", inbox).isEqualTo(before);
    }

    private static String end(SourceReport report) {
        if (report.error() != null) {
            return "refused";
        }
        return report.rejected() > 0 ? "damaged" : "clean";
    }

    private List<SourceReport> ingest(Path inbox) {
        return ingest.read(InboxLocation.of(inbox), path -> {});
    }

    private Path inboxOf(List<InboxInput> files) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox" + inboxes++));
        for (InboxInput file : files) {
            file.writeInto(inbox);
        }
        return inbox;
    }
}
