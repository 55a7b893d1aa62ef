package dev.comanda.batch.cli;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.MissedNights;
import dev.comanda.batch.nightly.NightProgress;
import dev.comanda.batch.nightly.NightReport;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.marketplace.BusinessDate;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly --date D --inbox DIR}. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = "Reads the inbox, reconciles, and publishes the day.")
final class NightlyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--date",
            paramLabel = "D",
            description =
                    "the business date, as 2026-11-20; with --catch-up the last one, yesterday where it is left out")
    private @Nullable LocalDate date;

    @Option(
            names = "--inbox",
            required = true,
            paramLabel = "DIR",
            description = "the folder with the day's files, or s3://bucket/prefix")
    private InboxLocation inbox;

    @Option(
            names = "--catch-up",
            description = "run every date after the last complete night up to --date, the earliest first; with --json"
                    + " they are the array \"nights\" of one object")
    private boolean catchUp;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    NightlyCommand() {}

    @Override
    public Integer call() {
        Folders.checkReadable(inbox, "--inbox");
        if (date == null && !catchUp) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, "--date is missing: name the business date, or say --catch-up");
        }
        try (Platform platform = Platform.start()) {
            if (catchUp) {
                catchUp(platform, spec.commandLine().getOut());
            } else {
                run(
                        platform,
                        java.util.Objects.requireNonNull(date),
                        spec.commandLine().getOut());
            }
            return Comanda.DONE;
        }
    }

    private void catchUp(Platform platform, PrintWriter out) {
        LocalDate last = date == null ? yesterday(platform.the(Clock.class)) : date;
        List<LocalDate> dates = platform.the(MissedNights.class).upTo(last);
        if (json) {
            out.print("{\"nights\":[");
        }
        for (LocalDate each : dates) {
            if (json && !each.equals(dates.get(0))) {
                out.print(",");
            }
            run(platform, each, out);
        }
        out.print(json ? "]}%n".formatted() : "");
        if (dates.isEmpty() && !json) {
            out.println("nothing to catch up with: the last complete night is not before " + last);
        }
        out.flush();
    }

    private static LocalDate yesterday(Clock clock) {
        return BusinessDate.of(clock.instant()).minusDays(1);
    }

    private void run(Platform platform, LocalDate night, PrintWriter out) {
        NightReport report = platform.the(NightReport.class);
        NightProgress progress = platform.the(NightProgress.class);
        progress.startOver();
        NightReport.Begun begun = report.begin(night);
        try (ProgressDisplay shown =
                ProgressDisplay.start(progress, spec.commandLine().getErr(), platform.the(Clock.class))) {
            platform.the(Nights.class).run(night, inbox, null);
            progress.done();
            shown.tick();
        }
        report.print(begun, progress.sources(), json, out);
    }
}
