package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.bill.FileFormat;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Whether each file that says it is Parquet has a footer that Apache Parquet reads, and that does not contradict itself. */
final class Footers {

    private Footers() {}

    static void check(PeriodFiles bill) {
        for (Path path : bill.files()) {
            if (FileFormat.of(path).filter(FileFormat.CSV::equals).isEmpty()) {
                check(bill, path);
            }
        }
    }

    private static void check(PeriodFiles bill, Path path) {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path), options)) {
            if (!isConsistent(reader.getFooter())) {
                throw unreadable(bill, path, "its footer counts the rows of its columns differently", null);
            }
        } catch (FileSystemException e) {
            throw new UnreadableBillException(
                    bill.period(), String.valueOf(path.getFileName()), "cannot be read: " + e.getMessage(), e);
        } catch (UnreadableBillException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // What Apache Parquet says is about its own classes; it goes to the log with the cause.
            throw unreadable(bill, path, "its footer is missing, cut or damaged", e);
        }
    }

    private static UnreadableBillException unreadable(
            PeriodFiles bill, Path path, String reason, @Nullable Exception cause) {
        return new UnreadableBillException(
                bill.period(),
                String.valueOf(path.getFileName()),
                "is no Parquet that can be read: " + reason + "; fetch it again",
                cause);
    }

    /** A group that says it has fewer rows than its columns have values would be added up without the rest. */
    private static boolean isConsistent(ParquetMetadata footer) {
        MessageType schema = footer.getFileMetaData().getSchema();
        return footer.getBlocks().stream().allMatch(group -> isConsistent(schema, group));
    }

    private static boolean isConsistent(MessageType schema, BlockMetaData group) {
        return group.getColumns().stream().allMatch(column -> isConsistent(schema, group.getRowCount(), column));
    }

    private static boolean isConsistent(MessageType schema, long rows, ColumnChunkMetaData column) {
        ColumnDescriptor descriptor =
                schema.getColumnDescription(column.getPath().toArray());
        return descriptor.getMaxRepetitionLevel() == 0
                ? column.getValueCount() == rows
                : column.getValueCount() >= rows;
    }
}
