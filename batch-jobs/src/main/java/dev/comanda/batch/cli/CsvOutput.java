package dev.comanda.batch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it, UTF-8, to a file that appears whole or not at all, or to a writer. */
final class CsvOutput {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private CsvOutput() {}

    /** Takes rows whose cells are null where they are empty. */
    interface Rows {
        void row(@Nullable Object... cells);
    }

    static void write(@Nullable Path output, Writer standardOutput, String[] header, Consumer<Rows> content) {
        WholeFile.write(output, standardOutput, writer -> print(writer, header, content));
    }

    private static void print(Writer writer, String[] header, Consumer<Rows> content) throws IOException {
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord((Object[]) header);
        content.accept(cells -> {
            try {
                printer.printRecord(cells);
            } catch (IOException e) {
                throw new UncheckedIOException("the export could not be written", e);
            }
        });
        printer.flush();
    }
}
