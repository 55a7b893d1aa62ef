package dev.comanda.cost.fuzz;

import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** The same few lines in every format that a bill comes in. */
final class SmallBills {

    static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static final String LINES =
            """
            select 'line-' || i as id, timestamp '2026-10-01' as month,
                   timestamp '2026-10-01 05:00:00' + to_hours(i) as moment, i * 0.3721 as cost,
                   'AmazonEC2' as service, 'i-00' || i as resource, map(['user_team'], ['team ' || i % 3]) as tags
            from range(24) as line (i)
            """;

    private static final String LEGACY =
            """
            id as identity_line_item_id, '111122223333' as line_item_usage_account_id, 'Usage' as line_item_line_item_type,
            moment as line_item_usage_start_date, service as line_item_product_code, 'BoxUsage' as line_item_usage_type,
            resource as line_item_resource_id, cost::double as line_item_unblended_cost, 'USD' as line_item_currency_code,
            month as bill_billing_period_start_date
            """;

    private static final String CUR2 = LEGACY + ", tags as resource_tags, tags as product";

    private static final String LEGACY_CSV =
            """
            id as "identity/LineItemId", '111122223333' as "lineItem/UsageAccountId", 'Usage' as "lineItem/LineItemType",
            strftime(moment, '%Y-%m-%dT%H:%M:%SZ') as "lineItem/UsageStartDate", service as "lineItem/ProductCode",
            cost as "lineItem/UnblendedCost", 'USD' as "lineItem/CurrencyCode"
            """;

    private static final String FOCUS =
            """
            cost as "BilledCost", cost as "EffectiveCost", 'Usage' as "ChargeCategory", moment as "ChargePeriodStart",
            month as "BillingPeriodStart", 'USD' as "BillingCurrency", service as "ServiceName", resource as "ResourceId"
            """;

    private final Path folder;

    SmallBills(Path folder) {
        this.folder = folder;
    }

    byte[] cur2() throws IOException {
        return written(CUR2, "cur2.parquet", "format parquet");
    }

    byte[] legacy() throws IOException {
        return written(LEGACY, "legacy.parquet", "format parquet");
    }

    byte[] focus() throws IOException {
        return written(FOCUS, "focus.parquet", "format parquet");
    }

    byte[] legacyCsv() throws IOException {
        return written(LEGACY_CSV, "legacy.csv", "format csv, header");
    }

    byte[] focusCsv() throws IOException {
        return written(FOCUS, "focus.csv", "format csv, header");
    }

    private byte[] written(String columns, String name, String options) throws IOException {
        Path file = folder.resolve(name);
        try (DuckDb duck = DuckDb.open(ScanLimits.standard(folder.resolve("spill")))) {
            duck.sql()
                    .execute("copy (select " + columns + " from (" + LINES + ") as lines) to '" + file + "' (" + options
                            + ")");
        }
        return Files.readAllBytes(file);
    }
}
