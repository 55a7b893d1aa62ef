package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.bill.FileFormat;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Whether each file that says it is Parquet has a footer that Apache Parquet reads. */
final class Footers {

    private Footers() {}

    static void check(PeriodFiles bill) {
        for (Path path : bill.files()) {
            if (FileFormat.of(path).filter(FileFormat.CSV::equals).isPresent()) {
                continue;
            }
            ParquetReadOptions options =
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path), options)) {
                reader.getFooter();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableBillException(
                        bill.period(),
                        String.valueOf(path.getFileName()),
                        "is no Parquet that can be read: " + e.getMessage(),
                        e);
            }
        }
    }
}
