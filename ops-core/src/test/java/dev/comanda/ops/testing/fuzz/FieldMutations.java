package dev.comanda.ops.testing.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Damage to what stands between the commas, colons, brackets and quotes of a file, and to its numbers. */
final class FieldMutations {

    private static final byte[] DIVIDERS = Bytes.of(",;:|\t\"<>{}[]= /");

    static final List<Mutation> ALL = List.of(
            fields((fields, random) -> fields.set(random.nextInt(fields.size()), NastyValues.one(random))),
            fields((fields, random) -> {
                int at = random.nextInt(fields.size());
                fields.set(at, keepingEnd(fields.get(at), NastyValues.one(random)));
            }),
            fields((fields, random) -> {
                int at = random.nextInt(fields.size());
                fields.set(at, keepingEnd(fields.get(at), NastyValues.one(random)));
            }),
            fields((fields, random) -> fields.remove(random.nextInt(fields.size()))),
            fields((fields, random) -> fields.add(random.nextInt(fields.size()), Bytes.oneOf(fields, random))),
            fields((fields, random) ->
                    Collections.swap(fields, random.nextInt(fields.size()), random.nextInt(fields.size()))),
            FieldMutations::numberChanged,
            FieldMutations::numberChanged,
            FieldMutations::quoted,
            FieldMutations::nested);

    private FieldMutations() {}

    private static Mutation fields(BiConsumer<List<byte[]>, Random> change) {
        return (bytes, random) -> {
            byte divider = DIVIDERS[random.nextInt(DIVIDERS.length)];
            List<byte[]> fields = new ArrayList<>(Bytes.parts(bytes, divider));
            if (!fields.isEmpty()) {
                change.accept(fields, random);
            }
            return Bytes.joined(fields);
        };
    }

    private static byte[] keepingEnd(byte[] field, byte[] value) {
        return Bytes.replaced(field, 0, Math.max(0, field.length - 1), value);
    }

    private static byte[] numberChanged(byte[] bytes, Random random) {
        int[] digits = IntStream.range(0, bytes.length)
                .filter(at -> bytes[at] >= '0' && bytes[at] <= '9')
                .toArray();
        if (digits.length == 0) {
            return bytes;
        }
        int from = digits[random.nextInt(digits.length)];
        int until = from;
        while (until < bytes.length && bytes[until] >= '0' && bytes[until] <= '9') {
            until++;
        }
        byte[] number = Arrays.copyOfRange(bytes, from, until);
        return Bytes.replaced(bytes, from, until, otherNumber(number, random));
    }

    private static byte[] otherNumber(byte[] number, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new byte[0];
            case 1 -> Bytes.replaced(number, 0, 0, Bytes.of("-"));
            case 2 -> Bytes.repeated(number, 1 + random.nextInt(9));
            case 3 -> Bytes.of(String.valueOf(random.nextLong()));
            case 4 -> Bytes.of(String.valueOf(random.nextInt(100)));
            case 5 -> Bytes.replaced(number, 0, 0, Bytes.of("0"));
            default -> Bytes.replaced(number, number.length, number.length, Bytes.of("e" + random.nextInt(400)));
        };
    }

    private static byte[] quoted(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, from + random.nextInt(20));
        byte[] opened = Bytes.replaced(bytes, until, until, Bytes.of("\""));
        return Bytes.replaced(opened, from, from, Bytes.of("\""));
    }

    private static byte[] nested(byte[] bytes, Random random) {
        List<String> opening = List.of("[", "{\"a\":", "<a>", "(", "- ");
        List<String> closing = List.of("]", "}", "</a>", ")", "");
        int kind = random.nextInt(opening.size());
        int depth = 1 << random.nextInt(14);
        int at = random.nextInt(bytes.length + 1);
        byte[] closed = Bytes.replaced(bytes, at, at, Bytes.repeated(Bytes.of(closing.get(kind)), depth));
        return Bytes.replaced(closed, at, at, Bytes.repeated(Bytes.of(opening.get(kind)), depth));
    }
}
