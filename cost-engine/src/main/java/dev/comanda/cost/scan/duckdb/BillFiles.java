package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.bill.FileFormat;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.sql.BillSource;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The files of one delivery as one table of DuckDB. */
final class BillFiles implements BillSource {

    /** DuckDB says in the first lines what is wrong where, and then gives advice to whom can change its options. */
    private static final int REASON_LINES = 3;

    /** What DuckDB names its own classes, before what they say. */
    private static final Pattern CLASS_NAME = Pattern.compile("\\b\\w+Exception: ?");

    /** Far beyond the columns of any export. */
    private static final int LONGEST_HEADER_BYTES = 1 << 20;

    private static final String FOCUS = "'BilledCost'";

    /** A null is an empty field; samples of FOCUS write the word. */
    private static final String NULLS_OF_FOCUS = "['', 'NULL', 'null']";

    private final DSLContext sql;
    private final PeriodFiles bill;

    private BillFiles(DSLContext sql, PeriodFiles bill) {
        this.sql = sql;
        this.bill = bill;
    }

    /** @throws UnreadableBillException where one that says it is Parquet is none */
    static BillFiles open(DSLContext sql, PeriodFiles bill) {
        Footers.check(bill);
        return new BillFiles(sql, bill);
    }

    @Override
    public YearMonth period() {
        return bill.period();
    }

    @Override
    public Table<Record> rows() {
        return isText()
                ? DSL.table(DSL.raw(csv(list())))
                : DSL.table(DSL.raw("read_parquet([" + list() + "], union_by_name = true)"));
    }

    int count() {
        return bill.files().size();
    }

    /** The rows of all files, each with its {@link LinePlace}. */
    Table<Record> placed() {
        String rows = isText()
                ? IntStream.range(0, count()).mapToObj(this::placedCsv).collect(Collectors.joining(" union all "))
                : placedParquet("list_position([" + list() + "], filename) - 1", "");
        return DSL.table(DSL.raw("(" + rows + ") as placed"));
    }

    /** The rows of a piece, each with its {@link LinePlace}. */
    Table<Record> placed(LinePlace.Piece piece) {
        String rows = isText()
                ? "select * from (" + placedCsv(piece.file()) + ") as numbered where "
                        + piece.contains(LinePlace.ROW.getName())
                : placedParquet(
                        String.valueOf(piece.file()),
                        " where filename = " + quoted(bill.files().get(piece.file())) + " and "
                                + piece.contains("file_row_number"));
        return DSL.table(DSL.raw("(" + rows + ") as placed"));
    }

    private String placedParquet(String file, String where) {
        return "select *, %s as %s, file_row_number as %s from read_parquet([%s], union_by_name = true, filename = true, file_row_number = true)%s"
                .formatted(file, LinePlace.FILE.getName(), LinePlace.ROW.getName(), list(), where);
    }

    private String placedCsv(int file) {
        return "select *, %d as %s, row_number() over () - 1 as %s from %s"
                .formatted(
                        file,
                        LinePlace.FILE.getName(),
                        LinePlace.ROW.getName(),
                        csv(quoted(bill.files().get(file))));
    }

    @Override
    public Map<String, String> types() {
        try {
            Map<String, String> types = new LinkedHashMap<>();
            sql.fetch("describe select * from {0}", rows())
                    .forEach(row -> types.put(row.get(0, String.class), row.get(1, String.class)));
            return types;
        } catch (DataAccessException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean isText() {
        List<Path> csv = bill.files().stream()
                .filter(file ->
                        FileFormat.of(file).filter(FileFormat.CSV::equals).isPresent())
                .toList();
        if (!csv.isEmpty() && csv.size() != bill.files().size()) {
            throw unreadable("and the others of its delivery are not of one format");
        }
        return !csv.isEmpty();
    }

    /** About the files as a whole, by the name of the first. */
    @Override
    public UnreadableBillException unreadable(String sentence) {
        return new UnreadableBillException(bill.period(), name(bill.files().get(0)), sentence);
    }

    /** About the file that DuckDB names, or the files as a whole. */
    @Override
    public UnreadableBillException unreadable(DataAccessException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        String reason = String.valueOf(cause.getMessage())
                .lines()
                .limit(REASON_LINES)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String told = CLASS_NAME.matcher(reason).replaceAll("");
        Path file = bill.files().stream()
                .filter(each -> reason.contains(name(each)))
                .findFirst()
                .orElse(bill.files().get(0));
        return new UnreadableBillException(bill.period(), name(file), "cannot be read: " + told, problem);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String list() {
        return bill.files().stream().map(BillFiles::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    /** Nothing is guessed: the columns are those of the header, all of them text. */
    private String csv(String paths) {
        Set<String> headers = bill.files().stream().map(this::columnsOf).collect(Collectors.toSet());
        if (headers.size() > 1) {
            throw unreadable("has other columns than the other files of its delivery");
        }
        String columns = headers.iterator().next();
        return "read_csv([%s], auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = %s, columns = %s)"
                .formatted(paths, columns.contains(FOCUS) ? NULLS_OF_FOCUS : "''", columns);
    }

    private String columnsOf(Path file) {
        return header(file).stream()
                .map(name -> quoted(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private List<String> header(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = PackedFiles.isPacked(file) ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text = new BufferedReader(new InputStreamReader(start(plain), StandardCharsets.UTF_8));
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            return parser.getHeaderNames();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableBillException(
                    bill.period(), name(file), "is no CSV with a header: " + e.getMessage(), e);
        }
    }

    /** As much as a header may have, in which a line must end. */
    private static InputStream start(InputStream file) throws IOException {
        byte[] start = file.readNBytes(LONGEST_HEADER_BYTES);
        if (start.length == LONGEST_HEADER_BYTES && indexOfLineEnd(start) < 0) {
            throw new IOException("its first line is longer than " + LONGEST_HEADER_BYTES + " bytes");
        }
        return new ByteArrayInputStream(start);
    }

    private static int indexOfLineEnd(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .filter(at -> bytes[at] == '\n' || bytes[at] == '\r')
                .findFirst()
                .orElse(-1);
    }
}
