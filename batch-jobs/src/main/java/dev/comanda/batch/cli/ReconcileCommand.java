package dev.comanda.batch.cli;

import dev.comanda.batch.nightly.NightProgress;
import dev.comanda.batch.nightly.NightReport;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.ops.reconciliation.Reconciliation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reconcile --date D [--only NAME]}. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Reconciles and publishes a day from what was read already.")
final class ReconcileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--only", paramLabel = "NAME", description = "one reconciliation, e.g. payment-settlement")
    private @Nullable String only;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ReconcileCommand() {}

    @Override
    public Integer call() {
        Reconciliation chosen = only == null ? null : Names.reconciliation(only, "--only");
        try (Platform platform = Platform.start()) {
            NightReport report = platform.the(NightReport.class);
            NightReport.Begun begun = report.begin(date);
            try (ProgressDisplay shown = ProgressDisplay.start(
                    platform.the(NightProgress.class), spec.commandLine().getErr(), platform.the(Clock.class))) {
                platform.the(Nights.class).run(date, null, chosen == null ? null : chosen.exportName());
                platform.the(NightProgress.class).done();
                shown.tick();
            }
            report.print(
                    begun,
                    platform.the(NightProgress.class).sources(),
                    json,
                    spec.commandLine().getOut());
            return Comanda.DONE;
        }
    }
}
