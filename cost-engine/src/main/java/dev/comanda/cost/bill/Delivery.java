package dev.comanda.cost.bill;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a billing period: all of its files, or it is none.
 *
 * @param export the name of the export that wrote it; of a bare file its own name
 * @param period the billing period
 * @param manifest the commit mark; null for bare files
 * @param files the files that make it, in the manifest's order; each is there and can be read
 * @param fingerprint tells it from every other delivery without reading its files: the manifest, and place and mark of each file
 */
public record Delivery(
        String export, YearMonth period, @Nullable BillFile manifest, List<BillFile> files, String fingerprint) {

    public Delivery {
        files = List.copyOf(files);
    }

    /** The files, and the manifest last, as they were written. */
    public Stream<BillFile> parts() {
        return Stream.concat(files.stream(), Stream.ofNullable(manifest));
    }
}
