package dev.comanda.batch.feeds;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at the raw bytes of lines, eight at a time: a feed's every byte passes here. */
final class LineBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_FEEDS = '\n' * ONES;

    private LineBytes() {}

    /** The place of the first line feed in [from, to), or -1. */
    static int indexOfLineFeed(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = zeroBytes((long) LONGS.get(bytes, i) ^ LINE_FEEDS);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The place of the first byte in [from, to) that is NUL or no part of valid UTF-8, or -1 if all is text. */
    static int indexOfUnreadable(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i <= to - Long.BYTES) {
                long eight = (long) LONGS.get(bytes, i);
                if ((eight & HIGH_BITS) == 0 && zeroBytes(eight) == 0) {
                    i += Long.BYTES;
                    continue;
                }
            }
            int size = sizeOfCharacter(bytes, i, to);
            if (size == 0) {
                return i;
            }
            i += size;
        }
        return -1;
    }

    /** A high bit at the lowest zero byte, perhaps at higher ones too; 0 if no byte is zero. */
    private static long zeroBytes(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }

    /** How many bytes the UTF-8 character at a place has, by the table 3-7 of the Unicode standard; 0 if it is none. */
    private static int sizeOfCharacter(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return first == 0 ? 0 : 1;
        }
        if (first >= 0xC2 && first <= 0xDF) {
            return continues(bytes, at + 1, to, 0x80, 0xBF) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            boolean second = continues(bytes, at + 1, to, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
            return second && continues(bytes, at + 2, to, 0x80, 0xBF) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            boolean second = continues(bytes, at + 1, to, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
            return second && continues(bytes, at + 2, to, 0x80, 0xBF) && continues(bytes, at + 3, to, 0x80, 0xBF)
                    ? 4
                    : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int at, int to, int low, int high) {
        if (at >= to) {
            return false;
        }
        int value = bytes[at] & 0xFF;
        return value >= low && value <= high;
    }
}
