package dev.comanda.cost.bill;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * One delivery of a billing period: all of its files, or it is none.
 *
 * @param export the name of the export that wrote it; of a bare file its own name
 * @param period the billing period
 * @param manifest what to name in a sentence about the delivery as a whole
 * @param files the files that make it, in the manifest's order; each is there and can be read
 * @param fingerprint tells it from every other delivery without reading its files: the manifest, and name, size and time of each file
 */
public record Delivery(String export, YearMonth period, Path manifest, List<Path> files, String fingerprint) {

    public Delivery {
        files = List.copyOf(files);
    }
}
