package dev.comanda.ops.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Parts of files put together. */
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes with those of a stretch replaced. */
    static byte[] replaced(byte[] bytes, int from, int until, byte[] middle) {
        byte[] all = new byte[from + middle.length + bytes.length - until];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, until, all, from + middle.length, bytes.length - until);
        return all;
    }

    static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int each = 0; each < times; each++) {
            System.arraycopy(part, 0, all, each * part.length, part.length);
        }
        return all;
    }

    static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The parts that a byte divides, each but the last with the byte at its end. */
    static List<byte[]> parts(byte[] bytes, byte divider) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == divider) {
                parts.add(Arrays.copyOfRange(bytes, from, at + 1));
                from = at + 1;
            }
        }
        if (from < bytes.length) {
            parts.add(Arrays.copyOfRange(bytes, from, bytes.length));
        }
        return parts;
    }

    static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
