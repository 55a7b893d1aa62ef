package dev.comanda.batch.lake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The footer of a file as it is the same in every process: Parquet's writer lists the encodings of a column in the order of a hash set,
 * which is another one in each. The format gives their order no meaning
 * (<a href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">parquet.thrift</a>, ColumnMetaData).
 */
final class SortedFooter {

    /** The footer's length, little endian, and the word PAR1. */
    private static final int TAIL_BYTES = 8;

    private static final int WORD_BYTES = 4;

    private SortedFooter() {}

    /** Writes the file's footer once more, sorted. */
    static void sort(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(file.length() - TAIL_BYTES);
            byte[] footer = new byte[Integer.reverseBytes(file.readInt())];
            byte[] word = new byte[WORD_BYTES];
            file.readFully(word);
            long begin = file.length() - TAIL_BYTES - footer.length;
            file.seek(begin);
            file.readFully(footer);
            byte[] sorted = sorted(footer);
            file.seek(begin);
            file.write(sorted);
            file.writeInt(Integer.reverseBytes(sorted.length));
            file.write(word);
            file.setLength(file.getFilePointer());
        }
    }

    private static byte[] sorted(byte[] footer) throws IOException {
        FileMetaData data = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (RowGroup group : requireNonNull(data.getRow_groups())) {
            for (ColumnChunk column : requireNonNull(group.getColumns())) {
                sort(requireNonNull(column.getMeta_data()));
            }
        }
        ByteArrayOutputStream sorted = new ByteArrayOutputStream(footer.length);
        Util.writeFileMetaData(data, sorted);
        return sorted.toByteArray();
    }

    private static void sort(ColumnMetaData column) {
        requireNonNull(column.getEncodings()).sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
            requireNonNull(column.getEncoding_stats())
                    .sort(Comparator.comparing(PageEncodingStats::getPage_type)
                            .thenComparing(PageEncodingStats::getEncoding));
        }
    }
}
