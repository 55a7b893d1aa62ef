package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that writes something of a published date as CSV: {@code --date D [--output F]}. */
abstract class DayExport implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--date", required = true, paramLabel = "D", description = "the business date, as 2026-11-20")
    private LocalDate date;

    @Option(names = "--output", paramLabel = "F", description = "the file to write; standard output where absent")
    private @Nullable Path output;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    DayExport() {}

    /** The names of the columns, in order. */
    abstract String[] header();

    /** Writes the rows of the date, cells in the header's order. */
    abstract void write(Platform platform, LocalDate date, Rows rows);

    /** Refuses what cannot be used, before the platform starts for it. */
    void check() {}

    @Override
    public final Integer call() {
        check();
        try (Platform platform = Platform.start()) {
            CsvOutput.write(output, spec.commandLine().getOut(), header(), rows -> write(platform, date, rows));
            return Comanda.DONE;
        }
    }

    static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
