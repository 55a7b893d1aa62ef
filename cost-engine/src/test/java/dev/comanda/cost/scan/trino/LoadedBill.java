package dev.comanda.cost.scan.trino;

import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies the rows of Parquet files into a table of Trino, with their types, and with the period that a partition would say. */
final class LoadedBill {

    /** As one literal of JSON: Trino takes minutes to read as many rows of values. */
    private static final int ROWS_AT_ONCE = 250;

    private final Connection trino;
    private final TrinoTables tables;

    LoadedBill(Connection trino, TrinoTables tables) {
        this.trino = trino;
        this.tables = tables;
    }

    void create(List<PeriodFiles> bills) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement read = duck.createStatement();
                Statement write = trino.createStatement()) {
            Map<String, String> types = types(read, bills);
            write.execute("drop table if exists " + tables.bill());
            write.execute("create table " + tables.bill() + " (" + columns(types) + ", \"" + tables.periodColumn()
                    + "\" varchar)");
            for (PeriodFiles bill : bills) {
                for (String rows : json(read, bill)) {
                    write.execute("insert into " + tables.bill() + " select " + selected(types) + ", '" + bill.period()
                            + "' from unnest(cast(json_parse('" + rows.replace("'", "''") + "') as array(row("
                            + columns(asJson(types)) + ")))) as line (" + names(types) + ")");
                }
            }
        }
    }

    private static Map<String, String> types(Statement duck, List<PeriodFiles> bills) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet rows = duck.executeQuery("describe select * from "
                + files(bills.stream().flatMap(each -> each.files().stream()).toList()))) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2).replace("TIMESTAMP", "timestamp(6)"));
            }
        }
        return types;
    }

    private static List<String> json(Statement duck, PeriodFiles bill) throws SQLException {
        List<String> chunks = new ArrayList<>();
        try (ResultSet rows =
                duck.executeQuery("select '[' || string_agg(cast(to_json(line) as varchar), ',') || ']' from"
                        + " (select *, row_number() over () // " + ROWS_AT_ONCE + " as chunk from "
                        + files(bill.files())
                        + ") as line group by chunk order by chunk")) {
            while (rows.next()) {
                chunks.add(rows.getString(1));
            }
        }
        return chunks;
    }

    private static String files(List<Path> files) {
        return "read_parquet(["
                + files.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "))
                + "], union_by_name = true, hive_partitioning = false)";
    }

    /** JSON has no moments. */
    private static Map<String, String> asJson(Map<String, String> types) {
        Map<String, String> texts = new LinkedHashMap<>(types);
        texts.replaceAll((name, type) -> type.startsWith("timestamp") ? "varchar" : type);
        return texts;
    }

    private static String columns(Map<String, String> types) {
        return types.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\" " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String names(Map<String, String> types) {
        return types.keySet().stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
    }

    private static String selected(Map<String, String> types) {
        return types.entrySet().stream()
                .map(each -> "cast(\"" + each.getKey() + "\" as " + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
