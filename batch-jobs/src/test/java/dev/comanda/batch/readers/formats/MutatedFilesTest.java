package dev.comanda.batch.readers.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MutatedFilesTest {

    private static final int MUTANTS = 10_000;
    private static final long SEED = 20261009;
    private static final byte[][] BITS = {
        "\"".getBytes(StandardCharsets.UTF_8),
        ",".getBytes(StandardCharsets.UTF_8),
        "\n".getBytes(StandardCharsets.UTF_8),
        "1e308".getBytes(StandardCharsets.UTF_8),
        "NaN".getBytes(StandardCharsets.UTF_8),
        "-".getBytes(StandardCharsets.UTF_8),
        "99999999999999999999999999999".getBytes(StandardCharsets.UTF_8),
        "0000-00-00".getBytes(StandardCharsets.UTF_8),
        "9999-12-31".getBytes(StandardCharsets.UTF_8),
        "<".getBytes(StandardCharsets.UTF_8),
        ">".getBytes(StandardCharsets.UTF_8),
        "&x;".getBytes(StandardCharsets.UTF_8),
        ":61:".getBytes(StandardCharsets.UTF_8),
        "{".getBytes(StandardCharsets.UTF_8),
        "]".getBytes(StandardCharsets.UTF_8),
        "null".getBytes(StandardCharsets.UTF_8),
        {0},
        {(byte) 0xFF},
        {(byte) 0xC3}
    };

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void aMutatedFileIsReadOrRefusedAndNothingElseHappens(FileFormat format) {
        Random random = new Random(SEED + format.name().hashCode());
        byte[] sample = Samples.of(format).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        int damaged = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = mutated(sample, random);
            try {
                Records records = Records.of(format.reader(), bytes);
                damaged += records.rejected.isEmpty() ? 0 : 1;
                assertThat(records.rejected).hasSize((int) records.counts.rejected());
                assertThat(records.rejected)
                        .allMatch(rejected -> !rejected.sentence().isBlank());
            } catch (UnreadableFileException e) {
                refused++;
                assertThat(e.getMessage()).hasSizeGreaterThan(30);
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "%s fails on:%n%s".formatted(format, new String(bytes, StandardCharsets.ISO_8859_1)), e);
            }
        }
        assertThat(refused).isPositive();
        assertThat(refused + damaged).isLessThan(MUTANTS);
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes = sample;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length + 1);
            int until = Math.min(bytes.length, at + random.nextInt(12));
            byte[] bit = BITS[random.nextInt(BITS.length)];
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, at, bit, at);
                case 1 -> joined(bytes, at, bit, until);
                case 2 -> joined(bytes, at, new byte[0], until);
                case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, until), at);
                default -> Arrays.copyOf(bytes, at);
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        byte[] all = new byte[until + middle.length + bytes.length - from];
        System.arraycopy(bytes, 0, all, 0, until);
        System.arraycopy(middle, 0, all, until, middle.length);
        System.arraycopy(bytes, from, all, until + middle.length, bytes.length - from);
        return all;
    }
}
