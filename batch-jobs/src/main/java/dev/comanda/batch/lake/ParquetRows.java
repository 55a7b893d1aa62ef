package dev.comanda.batch.lake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/** A Parquet file being written row by row, in memory that does not grow with it. The same rows give the same bytes, in any process. */
final class ParquetRows implements AutoCloseable {

    private final Path file;
    private final ParquetWriter<Group> writer;
    private final SimpleGroupFactory groups;
    private long rows;

    ParquetRows(Path file, MessageType schema) throws IOException {
        this.file = file;
        this.groups = new SimpleGroupFactory(schema);
        this.writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCodecFactory(new Zstandard())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
    }

    Group newRow() {
        return groups.newGroup();
    }

    void write(Group row) {
        try {
            writer.write(row);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("a row could not be written: " + e.getMessage(), e);
        }
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
            SortedFooter.sort(file);
        } catch (ParquetRuntimeException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** Zstandard by its library: Parquet's own way to it goes through Hadoop. */
    private static final class Zstandard implements CompressionCodecFactory {

        private static final int LEVEL = 3;

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    return BytesInput.from(Zstd.compress(all(bytes), LEVEL));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return CompressionCodecName.ZSTD;
                }

                @Override
                public void release() {
                    // Each page is compressed by itself: nothing is held.
                }
            };
        }

        private static byte[] all(BytesInput bytes) throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
            bytes.writeAllTo(all);
            return all.toByteArray();
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("this factory only writes");
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
