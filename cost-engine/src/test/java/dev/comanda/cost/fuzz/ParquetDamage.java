package dev.comanda.cost.fuzz;

import dev.comanda.ops.testing.fuzz.Damage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** Damages Parquet where it says what it holds: the magic and length at its end, the footer before them, and the pages. */
final class ParquetDamage {

    private static final int TAIL = 8;
    private static final int MAGIC = 4;
    private static final int ANYWHERE_ONE_IN = 4;
    private static final int MOST_BYTES = 4;

    private final List<byte[]> samples;
    private final Damage anywhere;

    ParquetDamage(List<byte[]> samples) {
        this.samples = List.copyOf(samples);
        this.anywhere = new Damage(samples);
    }

    byte[] next(Random random) {
        if (random.nextInt(ANYWHERE_ONE_IN) == 0) {
            return anywhere.next(random);
        }
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        int footer = bytes.length - TAIL - lengthOfFooter(bytes);
        return switch (random.nextInt(4)) {
            case 0 -> changed(bytes, bytes.length - TAIL, bytes.length, random);
            case 1 -> changed(bytes, MAGIC, footer, random);
            default -> changed(bytes, footer, bytes.length - TAIL, random);
        };
    }

    private static int lengthOfFooter(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - TAIL);
    }

    private static byte[] changed(byte[] bytes, int from, int until, Random random) {
        for (int changes = 1 + random.nextInt(MOST_BYTES); changes > 0; changes--) {
            int at = from + random.nextInt(until - from);
            bytes[at] = random.nextBoolean()
                    ? (byte) random.nextInt()
                    : (byte) (bytes[at] ^ 1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }
}
