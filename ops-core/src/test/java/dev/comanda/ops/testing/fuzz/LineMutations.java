package dev.comanda.ops.testing.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Damage to the order and the ends of lines. */
final class LineMutations {

    static final List<Mutation> ALL = List.of(
            lines((lines, random) -> lines.remove(random.nextInt(lines.size()))),
            lines((lines, random) -> lines.add(random.nextInt(lines.size()), Bytes.oneOf(lines, random))),
            lines((lines, random) ->
                    Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()))),
            lines((lines, random) -> lines.add(random.nextInt(lines.size()), Bytes.of("\n"))),
            lines((lines, random) -> lines.add(random.nextInt(lines.size()), Bytes.of(" \t\r\n"))),
            lines(LineMutations::endLost),
            lines(LineMutations::brokenInTwo),
            lines(LineMutations::tailOfAnother),
            (bytes, random) -> withLineEnds(bytes, "\r\n"),
            (bytes, random) -> withLineEnds(bytes, "\r"),
            (bytes, random) -> withLineEnds(bytes, "\n\n"),
            (bytes, random) -> withLineEnds(bytes, " \n"));

    private LineMutations() {}

    private static Mutation lines(BiConsumer<List<byte[]>, Random> change) {
        return (bytes, random) -> {
            List<byte[]> lines = new ArrayList<>(Bytes.parts(bytes, (byte) '\n'));
            if (!lines.isEmpty()) {
                change.accept(lines, random);
            }
            return Bytes.joined(lines);
        };
    }

    private static void endLost(List<byte[]> lines, Random random) {
        int at = random.nextInt(lines.size());
        byte[] line = lines.get(at);
        lines.set(at, Arrays.copyOf(line, Math.max(0, line.length - 1)));
    }

    private static void brokenInTwo(List<byte[]> lines, Random random) {
        int at = random.nextInt(lines.size());
        byte[] line = lines.get(at);
        int middle = random.nextInt(line.length + 1);
        lines.set(at, Bytes.replaced(line, middle, middle, Bytes.of("\n")));
    }

    private static void tailOfAnother(List<byte[]> lines, Random random) {
        int at = random.nextInt(lines.size());
        byte[] line = lines.get(at);
        byte[] other = Bytes.oneOf(lines, random);
        int from = Math.min(random.nextInt(line.length + 1), other.length);
        lines.set(at, Bytes.replaced(line, from, line.length, Arrays.copyOfRange(other, from, other.length)));
    }

    private static byte[] withLineEnds(byte[] bytes, String end) {
        List<byte[]> lines = new ArrayList<>();
        for (byte[] line : Bytes.parts(bytes, (byte) '\n')) {
            boolean ended = line[line.length - 1] == '\n';
            lines.add(ended ? Bytes.replaced(line, line.length - 1, line.length, Bytes.of(end)) : line);
        }
        return Bytes.joined(lines);
    }
}
