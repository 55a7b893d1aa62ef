package dev.comanda.cost.report.csv;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as {@code cost-report} does (RFC 4180): the keys, the cost with 12 digits after the point,
 * the currency. A value that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
 */
public final class ReportCsv implements Closeable, Flushable {

    private static final String FORMULAS = "=+-@\t\r";

    private final CSVPrinter printer;

    /** Writes the header. */
    public ReportCsv(Appendable file, List<ReportKey> keys) throws IOException {
        printer = CSVFormat.RFC4180.print(file);
        for (ReportKey key : keys) {
            printer.print(text(key.code()));
        }
        printer.printRecord("cost", "currency");
    }

    /** @throws UncheckedIOException where the file takes no more */
    public void row(CostRow row) {
        try {
            List<@Nullable String> cells = new ArrayList<>();
            row.keys().forEach(each -> cells.add(each.isEmpty() ? null : text(each)));
            cells.add(row.cost().toPlainString());
            cells.add(row.currency());
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("a report could not be written to its end", e);
        }
    }

    private static String text(String value) {
        return FORMULAS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
