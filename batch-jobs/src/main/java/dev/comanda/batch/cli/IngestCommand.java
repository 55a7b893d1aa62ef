package dev.comanda.batch.cli;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.ops.ingest.SourceReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ingest --inbox DIR}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads what the inbox holds that was not read yet.")
final class IngestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--inbox",
            required = true,
            paramLabel = "DIR",
            description = "the folder with the day's files, or s3://bucket/prefix")
    private InboxLocation inbox;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    IngestCommand() {}

    @Override
    public Integer call() {
        Folders.checkReadable(inbox, "--inbox");
        try (Platform platform = Platform.start()) {
            List<SourceReport> reports = platform.the(InboxIngest.class).read(inbox, path -> {});
            PrintWriter out = spec.commandLine().getOut();
            for (SourceReport report : reports) {
                out.printf(
                        "%s: read %d, accepted %d, duplicates %d, rejected %d, ignored %d%s%n",
                        report.name(),
                        report.read(),
                        report.accepted(),
                        report.duplicates(),
                        report.rejected(),
                        report.ignored(),
                        report.error() == null ? "" : " - " + report.error());
            }
            return Comanda.DONE;
        }
    }
}
