package dev.comanda.cost.scan.duckdb;

import java.nio.file.Path;

/**
 * What a scan may use of the machine.
 *
 * @param threads how many
 * @param memoryMebibytes outside of the Java heap
 * @param spill a folder for what does not fit; it is made when it is needed
 */
public record ScanLimits(int threads, int memoryMebibytes, Path spill) {

    /** All processors and 2 GiB. */
    public static ScanLimits standard(Path spill) {
        return new ScanLimits(Runtime.getRuntime().availableProcessors(), 2048, spill);
    }
}
