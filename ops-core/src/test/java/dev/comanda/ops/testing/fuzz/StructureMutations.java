package dev.comanda.ops.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damage that leaves XML, JSON and quoted fields well-formed most of the time, so that it comes further than the parser. */
final class StructureMutations {

    private static final Pattern VALUE =
            Pattern.compile("\"([^\"\\n]{0,200})\"|>([^<>\\n]{0,200})<|:\\s*([-0-9.a-z]{1,30})[,}\\]]");
    private static final Pattern ELEMENT = Pattern.compile("<(\\w{2,20})>[^\\u0000]{0,2000}?</\\1>");
    private static final Pattern MEMBER = Pattern.compile("\"\\w{1,30}\"\\s*:\\s*(\"[^\"]{0,200}\"|[-0-9.]{1,30}),?");
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]{0,2000}},?");

    static final List<Mutation> ALL = List.of(
            StructureMutations::valueReplaced,
            StructureMutations::valueReplaced,
            StructureMutations::valueReplaced,
            StructureMutations::valueReplaced,
            StructureMutations::valueExchanged,
            StructureMutations::valueExchanged,
            (bytes, random) -> removed(ELEMENT, bytes, random),
            (bytes, random) -> repeated(ELEMENT, bytes, random),
            (bytes, random) -> removed(MEMBER, bytes, random),
            (bytes, random) -> repeated(MEMBER, bytes, random),
            (bytes, random) -> removed(OBJECT, bytes, random),
            (bytes, random) -> repeated(OBJECT, bytes, random));

    private StructureMutations() {}

    private record Stretch(int from, int until) {}

    /** One byte is one character, so that places are the same in both. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Stretch> found(Pattern pattern, String text) {
        List<Stretch> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int group = 0;
            for (int each = 1; pattern == VALUE && each <= matcher.groupCount(); each++) {
                group = matcher.group(each) == null ? group : each;
            }
            all.add(new Stretch(matcher.start(group), matcher.end(group)));
        }
        return all;
    }

    private static byte[] valueReplaced(byte[] bytes, Random random) {
        List<Stretch> values = found(VALUE, text(bytes));
        if (values.isEmpty()) {
            return bytes;
        }
        Stretch value = Bytes.oneOf(values, random);
        String tame = text(NastyValues.one(random)).replaceAll("[\"<>&\\\\\\n\\r]", "");
        return Bytes.replaced(bytes, value.from(), value.until(), bytes(tame));
    }

    private static byte[] valueExchanged(byte[] bytes, Random random) {
        List<Stretch> values = found(VALUE, text(bytes));
        if (values.isEmpty()) {
            return bytes;
        }
        Stretch value = Bytes.oneOf(values, random);
        Stretch other = Bytes.oneOf(values, random);
        return Bytes.replaced(
                bytes, value.from(), value.until(), bytes(text(bytes).substring(other.from(), other.until())));
    }

    private static byte[] removed(Pattern pattern, byte[] bytes, Random random) {
        List<Stretch> all = found(pattern, text(bytes));
        if (all.isEmpty()) {
            return bytes;
        }
        Stretch one = Bytes.oneOf(all, random);
        return Bytes.replaced(bytes, one.from(), one.until(), new byte[0]);
    }

    private static byte[] repeated(Pattern pattern, byte[] bytes, Random random) {
        List<Stretch> all = found(pattern, text(bytes));
        if (all.isEmpty()) {
            return bytes;
        }
        Stretch one = Bytes.oneOf(all, random);
        byte[] stretch = bytes(text(bytes).substring(one.from(), one.until()));
        return Bytes.replaced(bytes, one.from(), one.from(), Bytes.repeated(stretch, 1 + random.nextInt(2)));
    }
}
