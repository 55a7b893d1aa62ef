package dev.comanda.cost.focus.duckdb;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the lines of a bill do not say of themselves: how a service and a region are called ({@code services.csv} by AWS's names, {@code
 * regions.csv} by its "AWS Regions"), and which kinds of service there are ({@code service-subcategories.csv}, FOCUS 1.2, "Service
 * Subcategory").
 */
final class References {

    private References() {}

    static void load(DSLContext sql) {
        load(sql, "focus_service", "services.csv");
        load(sql, "focus_region", "regions.csv");
        load(sql, "focus_subcategory", "service-subcategories.csv");
    }

    private static void load(DSLContext sql, String name, String resource) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(new StringReader(Statements.text(resource)))) {
            Table<?> table = DSL.table(DSL.name(name));
            List<Field<String>> columns = rows.getHeaderNames().stream()
                    .map(each -> DSL.field(DSL.name(each), SQLDataType.VARCHAR))
                    .toList();
            sql.createTemporaryTable(table).columns(columns).execute();
            var insert = sql.insertInto(table).columns(columns);
            for (CSVRecord row : rows) {
                insert = insert.values(row.toList());
            }
            insert.execute();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
