package dev.comanda.batch.cli;

import dev.comanda.batch.cli.CsvOutput.Rows;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the rows of a report are written. */
enum ReportFormat {
    CSV {
        @Override
        void write(@Nullable Path output, Writer standardOutput, String[] header, Consumer<Rows> content) {
            CsvOutput.write(output, standardOutput, header, content);
        }
    },
    JSON {
        @Override
        void write(@Nullable Path output, Writer standardOutput, String[] header, Consumer<Rows> content) {
            JsonOutput.write(output, standardOutput, header, content);
        }
    };

    abstract void write(@Nullable Path output, Writer standardOutput, String[] header, Consumer<Rows> content);

    static ReportFormat of(String name) {
        return switch (name) {
            case "csv" -> CSV;
            case "json" -> JSON;
            default ->
                throw new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT, "--format " + name + " is none; there are csv and json");
        };
    }
}
