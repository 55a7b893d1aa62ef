package dev.comanda.ops.testing.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Damages right files as senders, networks and attackers do. The same random numbers give the same bytes. */
public final class Damage {

    private static final int LONGEST = 4 * 1024 * 1024;
    private static final int MOST_CHANGES = 4;
    private static final int WHOLE_ONE_IN = 16;

    private static final List<Mutation> PARTS = Stream.of(
                    ByteMutations.ALL,
                    LineMutations.ALL,
                    FieldMutations.ALL,
                    StructureMutations.ALL,
                    StructureMutations.ALL)
            .flatMap(List::stream)
            .toList();

    private final List<byte[]> samples;

    /** @param samples right files, at least one */
    public Damage(List<byte[]> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("there is no right file to damage");
        }
        this.samples = List.copyOf(samples);
    }

    /** A right file, damaged. */
    public byte[] next(Random random) {
        byte[] bytes = Bytes.oneOf(samples, random);
        if (random.nextInt(WHOLE_ONE_IN) == 0) {
            byte[] partly = random.nextBoolean() ? bytes : change(bytes, random);
            return Bytes.oneOf(WholeMutations.ALL, random).of(partly, random);
        }
        for (int changes = 1 + random.nextInt(1 + random.nextInt(MOST_CHANGES)); changes > 0; changes--) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes, Random random) {
        byte[] changed = random.nextInt(PARTS.size()) == 0
                ? spliced(bytes, random)
                : Bytes.oneOf(PARTS, random).of(bytes, random);
        return changed.length <= LONGEST ? changed : Arrays.copyOf(changed, LONGEST);
    }

    /** The beginning of one file and the end of another. */
    private byte[] spliced(byte[] bytes, Random random) {
        byte[] other = Bytes.oneOf(samples, random);
        return Bytes.replaced(
                bytes,
                random.nextInt(bytes.length + 1),
                bytes.length,
                Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
    }

    /**
     * A right file of lines, one of which is damaged in a way that concerns no other: the damage holds no line's end and no quote.
     *
     * @param line which one, the first being 0
     */
    public static byte[] inLine(byte[] sample, int line, Random random) {
        List<byte[]> lines = Bytes.parts(sample, (byte) '\n');
        byte[] whole = lines.get(line);
        byte[] content = Arrays.copyOf(whole, whole.length - 1);
        Mutation mutation =
                random.nextBoolean() ? Bytes.oneOf(FieldMutations.ALL, random) : Bytes.oneOf(ByteMutations.ALL, random);
        byte[] damaged = Bytes.joined(List.of(onOneLine(mutation.of(content, random)), Bytes.of("\n")));
        return Bytes.joined(IntStream.range(0, lines.size())
                .mapToObj(each -> each == line ? damaged : lines.get(each))
                .toList());
    }

    private static byte[] onOneLine(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        boolean blank = true;
        for (byte each : bytes) {
            if (each != '\n' && each != '\r' && each != '"') {
                kept[length++] = each;
                blank &= each == ' ' || each == '\t';
            }
        }
        return blank ? Bytes.of("x") : Arrays.copyOf(kept, length);
    }
}
