package dev.comanda.cost.bill;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What AWS writes after the last file of a delivery: the commit mark and the list of files.
 *
 * @param export the name of the export, or of the legacy report
 * @param period as the manifest says it; null where it does not
 * @param files the keys of the files, as the manifest has them
 */
public record Manifest(String export, @Nullable YearMonth period, List<String> files) {

    public Manifest {
        files = List.copyOf(files);
    }
}
