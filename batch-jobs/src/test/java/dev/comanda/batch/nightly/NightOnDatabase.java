package dev.comanda.batch.nightly;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.decision.persistence.JooqDecisionExports;
import dev.comanda.ops.decision.persistence.JooqDecisions;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.ledger.Ledger;
import dev.comanda.ops.ledger.Proof;
import dev.comanda.ops.ledger.persistence.JooqLedger;
import dev.comanda.ops.policy.Policies;
import dev.comanda.ops.policy.evaluation.DmnPolicyEngine;
import dev.comanda.ops.posting.persistence.JooqPosting;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.Reconciliations;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A night run on a test's database, and its exports as the lines that the examples hold. */
public final class NightOnDatabase {

    static final Path EXAMPLES =
            Path.of(System.getProperty("comanda.shared", "../../shared")).resolve("examples");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-15T06:00:00Z"), ZoneOffset.UTC);

    private static final Policies POLICIES = Policies.shipped(new DmnPolicyEngine());

    private final DSLContext database;
    private final Clock clock;
    private final ReconciliationExports exports;

    public NightOnDatabase(DSLContext database) {
        this(database, CLOCK);
    }

    public NightOnDatabase(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.exports = new JooqExports(database);
    }

    public List<SourceReport> run(LocalDate date, Path inbox) {
        return run(date, inbox, Lags.standard());
    }

    public List<SourceReport> read(Path inbox) {
        return read(InboxLocation.of(inbox), new Inboxes(null, clock));
    }

    List<SourceReport> read(Path inbox, LegalEntity legalEntity) {
        return read(InboxLocation.of(inbox), new Inboxes(null, clock), legalEntity);
    }

    List<SourceReport> read(InboxLocation inbox, Inboxes inboxes) {
        return read(inbox, inboxes, LegalEntity.DEFAULT);
    }

    private List<SourceReport> read(InboxLocation inbox, Inboxes inboxes, LegalEntity legalEntity) {
        new BankDays(database).ensureFilled();
        return new InboxIngest(database, inboxes, legalEntity, clock).read(inbox, path -> {});
    }

    List<SourceReport> run(LocalDate date, Path inbox, Lags lags) {
        List<SourceReport> reports = read(inbox);
        reconcile(date, lags);
        return reports;
    }

    public void reconcile(LocalDate date) {
        reconcile(date, Lags.standard());
    }

    void reconcile(LocalDate date, Lags lags) {
        new JooqReconciliations(database, lags, clock).takeSources(date);
        reconcileWhatIsTaken(date, lags);
    }

    void take(LocalDate date) {
        new JooqReconciliations(database, Lags.standard(), clock).takeSources(date);
    }

    void reconcileWhatIsTaken(LocalDate date) {
        reconcileWhatIsTaken(date, Lags.standard());
    }

    private void reconcileWhatIsTaken(LocalDate date, Lags lags) {
        Reconciliations reconciliations = new JooqReconciliations(database, lags, clock);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, date));
        reconciliations.checkLaws(date);
    }

    /** Decides on a date that was reconciled. */
    public CaseTally decide(LocalDate date) {
        return new JooqDecisions(database, POLICIES, clock).decide(date);
    }

    /** What the policies decided on a date, as the export has it. */
    public List<String> decisions(LocalDate date) {
        List<String> lines = new ArrayList<>();
        new JooqDecisionExports(database).decisions(date, row -> lines.add(row.toString()));
        return lines;
    }

    /** The breaks whose cases the date's night closed: type, references and what closed them. */
    List<String> resolutions(LocalDate date) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            exports.rows(reconciliation, date, row -> {
                if (!text(row.resolution()).isEmpty()) {
                    lines.add(String.join(",", row.type(), row.leftRefs(), row.rightRefs(), row.resolution()));
                }
            });
        }
        return lines;
    }

    /** The proofs of the date that do not hold, after its posting. */
    public List<Proof> post(LocalDate date) {
        return new JooqPosting(database, ledger(), clock).post(date).differing();
    }

    public Ledger ledger() {
        return new JooqLedger(database);
    }

    public List<String> journals(LocalDate date) {
        List<String> lines = new ArrayList<>();
        ledger().export(date, row -> lines.add(row.toString()));
        return lines;
    }

    List<String> differences(LocalDate date, Path expectedFolder) throws IOException {
        return differences(date, expectedFolder, Set.of());
    }

    /**
     * What an export has that the expected file has not, and the other way round; empty where they are the same.
     *
     * @param resolved breaks whose case an earlier night closed, as {@link #resolutions} has them; they are left out
     */
    List<String> differences(LocalDate date, Path expectedFolder, Set<String> resolved) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            List<String> lines = Files.readAllLines(expectedFolder.resolve(reconciliation.exportName() + ".csv"));
            List<String> expected = lines.stream()
                    .skip(1)
                    .filter(line -> !isOneOf(resolved, line.split(",", -1)))
                    .toList();
            List<String> exported = export(reconciliation, date);
            if (!exported.equals(expected)) {
                differences.add("%s %s lacks %s and has %s more"
                        .formatted(date, reconciliation, without(expected, exported), without(exported, expected)));
            }
        }
        return differences;
    }

    private static boolean isOneOf(Set<String> resolved, String[] cells) {
        String found = String.join(",", cells[1], cells[3], cells[4]) + ",";
        return cells[0].equals("BREAK") && resolved.stream().anyMatch(each -> each.startsWith(found));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return rest;
    }

    List<String> export(Reconciliation reconciliation, LocalDate date) {
        List<String> lines = new ArrayList<>();
        exports.rows(
                reconciliation,
                date,
                row -> lines.add(Stream.of(
                                row.status(),
                                row.type(),
                                row.rule(),
                                row.leftRefs(),
                                row.rightRefs(),
                                text(row.leftAmount()),
                                text(row.rightAmount()),
                                row.currency(),
                                text(row.difference()))
                        .collect(Collectors.joining(","))));
        return lines;
    }

    /** Every cell of the export, the resolution with it. */
    public List<String> exportWithResolutions(Reconciliation reconciliation, LocalDate date) {
        List<String> lines = new ArrayList<>();
        exports.rows(reconciliation, date, row -> lines.add(row.toString()));
        return lines;
    }

    public List<String> findings(LocalDate date) {
        List<String> lines = new ArrayList<>();
        exports.findings(
                date,
                finding -> lines.add(String.join(
                        ",",
                        finding.law(),
                        finding.ref(),
                        text(finding.expected()),
                        text(finding.actual()),
                        String.valueOf(finding.currency()))));
        return lines;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString();
    }
}
