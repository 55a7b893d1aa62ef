package dev.comanda.ops.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happens to a file as a whole: other encodings, marks, and packing that is whole, cut or bent. */
final class WholeMutations {

    private static final int BOMB = 3_000_000;

    static final List<Mutation> ALL = List.of(
            (bytes, random) -> new byte[0],
            (bytes, random) -> text(bytes).getBytes(StandardCharsets.UTF_16),
            (bytes, random) -> text(bytes).getBytes(StandardCharsets.UTF_16LE),
            (bytes, random) -> text(bytes).getBytes(StandardCharsets.ISO_8859_1),
            (bytes, random) -> Bytes.of("\ufeff" + text(bytes)),
            (bytes, random) -> Bytes.of("\ufeff\ufeff" + text(bytes)),
            (bytes, random) -> Bytes.of(text(bytes).toUpperCase(Locale.ROOT)),
            (bytes, random) -> Bytes.joined(List.of(bytes, bytes)),
            (bytes, random) -> Bytes.joined(List.of(bytes, new byte[] {0x1A})),
            (bytes, random) -> noise(random),
            (bytes, random) -> Packed.gzip(bytes),
            (bytes, random) -> Packed.zip(bytes),
            (bytes, random) -> Bytes.joined(List.of(Packed.gzip(bytes), Packed.gzip(bytes))),
            (bytes, random) -> Bytes.joined(List.of(Packed.gzip(bytes), bytes)),
            WholeMutations::cutGzip,
            WholeMutations::bentGzip,
            (bytes, random) -> Packed.gzip(Bytes.joined(List.of(bytes, Bytes.repeated(Bytes.of(" "), BOMB)))),
            (bytes, random) -> Packed.gzip(Packed.gzip(bytes)));

    private WholeMutations() {}

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(4096)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] cutGzip(byte[] bytes, Random random) {
        byte[] packed = Packed.gzip(bytes);
        return Arrays.copyOf(packed, random.nextInt(packed.length));
    }

    private static byte[] bentGzip(byte[] bytes, Random random) {
        byte[] packed = Packed.gzip(bytes);
        packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return packed;
    }
}
