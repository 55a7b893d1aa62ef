package dev.comanda.ops.testing.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage that knows nothing of what the bytes mean. */
final class ByteMutations {

    private static final int LONGEST_STRETCH = 24;

    static final List<Mutation> ALL = List.of(
            ByteMutations::bitFlipped,
            ByteMutations::byteReplaced,
            ByteMutations::stretchRemoved,
            ByteMutations::stretchRepeated,
            ByteMutations::stretchMoved,
            ByteMutations::valueInserted,
            ByteMutations::noiseInserted,
            ByteMutations::cutOff,
            ByteMutations::beginningCutOff);

    private ByteMutations() {}

    private static int place(byte[] bytes, Random random) {
        return random.nextInt(bytes.length + 1);
    }

    private static int end(byte[] bytes, int from, Random random) {
        return Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_STRETCH));
    }

    private static byte[] bitFlipped(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return copy;
    }

    private static byte[] byteReplaced(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        return copy;
    }

    private static byte[] stretchRemoved(byte[] bytes, Random random) {
        int from = place(bytes, random);
        return Bytes.replaced(bytes, from, end(bytes, from, random), new byte[0]);
    }

    private static byte[] stretchRepeated(byte[] bytes, Random random) {
        int from = place(bytes, random);
        byte[] stretch = Arrays.copyOfRange(bytes, from, end(bytes, from, random));
        return Bytes.replaced(bytes, from, from, Bytes.repeated(stretch, 1 + random.nextInt(3)));
    }

    private static byte[] stretchMoved(byte[] bytes, Random random) {
        int from = place(bytes, random);
        int until = end(bytes, from, random);
        byte[] rest = Bytes.replaced(bytes, from, until, new byte[0]);
        int target = place(rest, random);
        return Bytes.replaced(rest, target, target, Arrays.copyOfRange(bytes, from, until));
    }

    private static byte[] valueInserted(byte[] bytes, Random random) {
        int from = place(bytes, random);
        int until = random.nextBoolean() ? from : end(bytes, from, random);
        return Bytes.replaced(bytes, from, until, NastyValues.one(random));
    }

    private static byte[] noiseInserted(byte[] bytes, Random random) {
        byte[] noise = new byte[1 + random.nextInt(LONGEST_STRETCH)];
        random.nextBytes(noise);
        int from = place(bytes, random);
        return Bytes.replaced(bytes, from, from, noise);
    }

    private static byte[] cutOff(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, place(bytes, random));
    }

    private static byte[] beginningCutOff(byte[] bytes, Random random) {
        return Arrays.copyOfRange(bytes, place(bytes, random), bytes.length);
    }
}
