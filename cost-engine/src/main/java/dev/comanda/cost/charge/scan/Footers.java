package dev.comanda.cost.charge.scan;

import dev.comanda.cost.bill.UnreadableBillException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** Whether each file that says it is Parquet has a footer that Apache Parquet reads. */
final class Footers {

    private Footers() {}

    static void check(YearMonth period, List<Path> paths) {
        for (Path path : paths) {
            if (BillFiles.isCsv(path)) {
                continue;
            }
            ParquetReadOptions options =
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path), options)) {
                reader.getFooter();
            } catch (IOException | RuntimeException e) {
                throw new UnreadableBillException(
                        period,
                        String.valueOf(path.getFileName()),
                        "is no Parquet that can be read: " + e.getMessage(),
                        e);
            }
        }
    }
}
