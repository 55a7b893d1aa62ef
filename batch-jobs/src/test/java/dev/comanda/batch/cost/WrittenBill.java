package dev.comanda.batch.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An export of CUR 2.0 for August 2026 in a folder, with just the rows that a test wants. */
public final class WrittenBill {

    /** Two rows of usage that come to 4.25 USD, with as few columns as a bill can have. */
    public static final String ROWS =
            """
            select timestamp '2026-08-01 00:00:00' as bill_billing_period_start_date,
                   '111122223333' as line_item_usage_account_id,
                   timestamp '2026-08-05 07:00:00' as line_item_usage_start_date,
                   'Usage' as line_item_line_item_type,
                   'AmazonEC2' as line_item_product_code,
                   cost as line_item_unblended_cost,
                   'USD' as line_item_currency_code
            from (values (1.5::double), (2.75::double)) as row(cost)
            """;

    private static final String EXPORT = "cur";

    private final Path folder;
    private int executions;

    public WrittenBill(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Writes a delivery: each query is the rows of one chunk, and the manifest comes last. */
    public void deliver(String... chunks) throws IOException, SQLException {
        for (int each = 0; each < chunks.length; each++) {
            write(chunks[each], chunk(each + 1));
        }
        manifest(chunks.length);
    }

    public Path chunk(int number) {
        return data().resolve("%s-%05d.snappy.parquet".formatted(EXPORT, number));
    }

    Path data() {
        return folder.resolve(EXPORT + "/data/BILLING_PERIOD=2026-08");
    }

    Path manifest() {
        return folder.resolve(EXPORT + "/metadata/BILLING_PERIOD=2026-08/" + EXPORT + "-Manifest.json");
    }

    void manifest(int chunks) throws IOException {
        write(manifestText(chunks));
    }

    /** A manifest that names one file. */
    void manifest(String file) throws IOException {
        write(manifestOf(List.of(file)));
    }

    String manifestText(int chunks) {
        return manifestOf(IntStream.rangeClosed(1, chunks)
                .mapToObj(each -> chunk(each).getFileName().toString())
                .toList());
    }

    private String manifestOf(List<String> names) {
        String files = names.stream()
                .map(name -> "\"s3://billing/" + EXPORT + "/data/BILLING_PERIOD=2026-08/" + name + "\"")
                .collect(Collectors.joining(", "));
        return """
                {"exportName": "%s", "executionId": "%d", "billingPeriod": "2026-08", "dataFiles": [%s]}
                """
                .formatted(EXPORT, executions++, files);
    }

    private void write(String manifest) throws IOException {
        Files.createDirectories(manifest().getParent());
        Files.writeString(manifest(), manifest);
    }

    static void write(String rows, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("copy (" + rows + ") to '" + file + "' (format parquet)");
        }
    }
}
