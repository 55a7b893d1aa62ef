package dev.comanda.batch.lake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedFooterTest {

    private static final int TAIL_BYTES = 8;

    @TempDir
    private Path folder;

    @Test
    void encodingsInWhateverOrderBecomeTheSameBytes() throws IOException {
        Path file = folder.resolve("findings.parquet");
        try (ParquetRows rows = new ParquetRows(file, ResultSchemas.FINDINGS)) {
            Group row = rows.newRow();
            row.add("law", "COMMISSION");
            row.add("ref", "a1");
            rows.write(row);
        }
        byte[] written = Files.readAllBytes(file);
        byte[] turned = withEncodingsTurned(written);
        assertThat(turned).isNotEqualTo(written);

        Path other = Files.write(folder.resolve("other.parquet"), turned);
        SortedFooter.sort(other);

        assertThat(other).hasBinaryContent(written);
    }

    /** As a writer in another process could have listed them. */
    private static byte[] withEncodingsTurned(byte[] parquet) throws IOException {
        int length = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - TAIL_BYTES);
        int begin = parquet.length - TAIL_BYTES - length;
        FileMetaData data = Util.readFileMetaData(new ByteArrayInputStream(parquet, begin, length));
        for (RowGroup group : requireNonNull(data.getRow_groups())) {
            for (ColumnChunk chunk : requireNonNull(group.getColumns())) {
                ColumnMetaData column = requireNonNull(chunk.getMeta_data());
                Collections.reverse(column.getEncodings());
                Collections.reverse(column.getEncoding_stats());
            }
        }
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(parquet, 0, begin);
        Util.writeFileMetaData(data, turned);
        turned.write(Arrays.copyOfRange(parquet, begin + length, parquet.length));
        return turned.toByteArray();
    }
}
