package dev.comanda.cost.charge.scan;

import dev.comanda.cost.bill.UnreadableBillException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The files of one delivery as one table of DuckDB. */
final class BillFiles {

    private static final String FOCUS = "'BilledCost'";

    /** A null is an empty field; samples of FOCUS write the word. */
    private static final String NULLS_OF_FOCUS = "['', 'NULL', 'null']";

    private final YearMonth period;
    private final List<Path> files;

    BillFiles(YearMonth period, List<Path> files) {
        this.period = period;
        this.files = files;
    }

    /** The rows of all files; a column that only some of them have is null in the others. */
    Table<Record> table() {
        return isCsv() ? csv() : DSL.table(DSL.raw("read_parquet([" + list() + "], union_by_name = true)"));
    }

    /** The columns with the types that DuckDB reads them as. */
    Map<String, String> types(DSLContext sql) {
        Map<String, String> types = new LinkedHashMap<>();
        sql.fetch("describe select * from {0}", table())
                .forEach(row -> types.put(row.get(0, String.class), row.get(1, String.class)));
        return types;
    }

    private boolean isCsv() {
        long csv = files.stream().filter(BillFiles::isCsv).count();
        if (csv != 0 && csv != files.size()) {
            throw new UnreadableBillException(
                    period,
                    files.get(0).getFileName().toString(),
                    "and the others of its delivery are not of one format");
        }
        return csv != 0;
    }

    static boolean isCsv(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
    }

    private String list() {
        return files.stream().map(BillFiles::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** Nothing is guessed: the columns are those of the header, all of them text. */
    private Table<Record> csv() {
        Map<String, Path> headers = new TreeMap<>();
        String columns = "";
        for (Path file : files) {
            columns = header(file).stream()
                    .map(name -> quoted(name) + ": 'VARCHAR'")
                    .collect(Collectors.joining(", ", "{", "}"));
            headers.put(columns, file);
        }
        if (headers.size() > 1) {
            throw new UnreadableBillException(
                    period,
                    String.valueOf(headers.values().iterator().next().getFileName()),
                    "has other columns than the other files of its delivery");
        }
        return DSL.table(DSL.raw(
                "read_csv([%s], auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = %s, columns = %s)"
                        .formatted(list(), columns.contains(FOCUS) ? NULLS_OF_FOCUS : "''", columns)));
    }

    private List<String> header(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            return parser.getHeaderNames();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableBillException(
                    period, String.valueOf(file.getFileName()), "is no CSV with a header: " + e.getMessage(), e);
        }
    }
}
