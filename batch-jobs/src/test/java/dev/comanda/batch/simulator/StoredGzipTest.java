package dev.comanda.batch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredGzipTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 200_000})
    void isReadBackByAnyGunzip(int size) throws IOException {
        byte[] content = new byte[size];
        for (int index = 0; index < size; index++) {
            content[index] = (byte) (index * 31);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new StoredGzip(packed)) {
            gzip.write(content);
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(content);
        }
    }
}
