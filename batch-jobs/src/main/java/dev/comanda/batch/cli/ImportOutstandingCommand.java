package dev.comanda.batch.cli;

import dev.comanda.batch.outstanding.OutstandingImport;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.SourceView;
import dev.comanda.ops.ingest.SourceViews;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code import-outstanding --file F --as-of D}. */
@Command(
        name = "import-outstanding",
        mixinStandardHelpOptions = true,
        description = "Takes over the items that wait for their settlement, credit, debit or accrual at go-live.")
final class ImportOutstandingCommand implements Callable<Integer> {

    /** A page of the backoffice shows the others. */
    private static final int REJECTS_PRINTED = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "F", description = "the CSV of docs/outstanding.md")
    private Path file;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "D",
            description = "the last date before the first night, as 2026-11-20; no item may lie after it")
    private LocalDate asOf;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ImportOutstandingCommand() {}

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, "--file " + file + " is no file that can be read");
        }
        try (Platform platform = Platform.start()) {
            String sha256 = platform.the(OutstandingImport.class).run(file, asOf);
            SourceViews sources = platform.the(SourceViews.class);
            print(sources.named(sha256, 1).get(0), sources);
            return Comanda.DONE;
        }
    }

    private void print(SourceView source, SourceViews sources) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: read %d, accepted %d, duplicates %d, rejected %d, ignored %d%n",
                source.path(),
                source.read(),
                source.accepted(),
                source.duplicates(),
                source.rejected(),
                source.ignored());
        for (RejectView reject : sources.rejects(source.id(), 0, REJECTS_PRINTED)) {
            out.printf("line %d: %s, %s%n", reject.place().line(), reject.reason(), reject.sentence());
        }
        if (source.rejected() > REJECTS_PRINTED) {
            out.printf("and %d more%n", source.rejected() - REJECTS_PRINTED);
        }
        out.flush();
    }
}
