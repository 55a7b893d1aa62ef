package dev.comanda.batch.cli;

import dev.comanda.batch.nightly.NightProgress;
import dev.comanda.batch.nightly.NightReport;
import dev.comanda.batch.nightly.Nights;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
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

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--inbox", required = true, paramLabel = "DIR", description = "the folder with the day's files")
    private Path inbox;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    NightlyCommand() {}

    @Override
    public Integer call() {
        Folders.readable(inbox, "--inbox");
        try (Platform platform = Platform.start()) {
            NightReport report = platform.the(NightReport.class).begin(date);
            platform.the(Nights.class).run(date, inbox.toAbsolutePath(), null);
            report.print(
                    platform.the(NightProgress.class).sources(),
                    json,
                    spec.commandLine().getOut());
            return Comanda.DONE;
        }
    }
}
