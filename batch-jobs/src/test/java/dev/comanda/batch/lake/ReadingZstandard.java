package dev.comanda.batch.lake;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard for Parquet's reader, by its library. */
final class ReadingZstandard implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("this factory only reads");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new BytesInputDecompressor() {
            @Override
            public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                bytes.writeAllTo(all);
                return BytesInput.from(Zstd.decompress(all.toByteArray(), size));
            }

            @Override
            public void decompress(ByteBuffer input, int compressed, ByteBuffer output, int size) {
                byte[] bytes = new byte[compressed];
                input.get(bytes);
                output.put(Zstd.decompress(bytes, size));
            }

            @Override
            public void release() {
                // Nothing is held.
            }
        };
    }

    @Override
    public void release() {
        // Nothing is held.
    }
}
