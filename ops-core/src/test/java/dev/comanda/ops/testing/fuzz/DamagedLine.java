package dev.comanda.ops.testing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.fuzz.Reading.Refused;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Damages one line of a right file and holds the reader to the law that this concerns no other line. */
public final class DamagedLine {

    private static final long WHOLE_FILE = 0;

    private final String name;
    private final byte[] sample;
    private final FuzzedReader reader;

    private DamagedLine(String name, byte[] sample, FuzzedReader reader) {
        this.name = name;
        this.sample = sample;
        this.reader = reader;
    }

    /**
     * @param sample of which each line is a record of its own, without quotes that hold a line's end
     * @param first the first line that is a record and no title, the first of all being 1
     */
    public static void concernsNoOther(String name, byte[] sample, int first, FuzzedReader reader) {
        new DamagedLine(name, sample, reader).run(first);
    }

    private void run(int first) {
        Reading whole = read(sample);
        assertThat(whole.refusal()).isNull();
        int last = Bytes.parts(sample, (byte) '\n').size();
        for (int input = 0; input < Torture.inputs(); input++) {
            Random random = Torture.random(name + " line", input);
            int line = first + random.nextInt(last - first + 1);
            byte[] damaged = Damage.inLine(sample, line - 1, random);
            try {
                check(whole, read(damaged), line);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "%s: input %d, with line %d damaged, breaks a law; it is kept as %s"
                                .formatted(name, input, line, Seeds.of(name).keep(damaged)),
                        e);
            }
        }
    }

    private static void check(Reading whole, Reading damaged, long line) {
        assertThat(damaged.refusal()).as("why the file is refused as a whole").isNull();
        assertThat(others(damaged.taken(), line)).isEqualTo(others(whole.taken(), line));
        assertThat(others(damaged.refused(), line)).isEqualTo(others(whole.refused(), line));
        assertThat(damaged.records()).as("the records, of which one is damaged").isEqualTo(whole.records());
        boolean isRefused = damaged.refused().stream().anyMatch(each -> each.place() == line);
        boolean isIgnored = damaged.ignored() > whole.ignored();
        assertThat(damaged.taken().containsKey(line) || isRefused || isIgnored)
                .as("line %d is taken, refused or ignored", line)
                .isTrue();
    }

    private static SortedMap<Long, String> others(SortedMap<Long, String> taken, long line) {
        SortedMap<Long, String> others = new TreeMap<>(taken);
        others.remove(line);
        others.remove(WHOLE_FILE);
        return others;
    }

    private static List<Refused> others(List<Refused> refused, long line) {
        return refused.stream().filter(each -> each.place() != line).toList();
    }

    private Reading read(byte[] bytes) {
        try {
            return reader.read(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("the reader fails", e);
        }
    }
}
