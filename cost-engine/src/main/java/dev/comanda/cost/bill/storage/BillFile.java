package dev.comanda.cost.bill.storage;

import java.util.Locale;

/** What the name of a file says of it. */
final class BillFile {

    private BillFile() {}

    static boolean isData(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".parquet") || lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }
}
