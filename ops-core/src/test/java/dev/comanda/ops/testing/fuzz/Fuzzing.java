package dev.comanda.ops.testing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives a reader the inputs that broke it once, then right files, then damaged ones, and holds it to the laws. */
public final class Fuzzing {

    private final String name;
    private final Seeds seeds;
    private final List<byte[]> samples;
    private final Watched laws;

    private Fuzzing(String name, List<byte[]> samples, FuzzedReader reader) {
        this.name = name;
        this.seeds = Seeds.of(name);
        this.samples = samples;
        this.laws = new Watched(new Laws(reader));
    }

    /** How the inputs ended: read to their end with nothing refused, with something refused, or refused as a whole. */
    public record Outcomes(int clean, int damaged, int refused) {

        Outcomes with(Reading reading) {
            if (!reading.isWhole()) {
                return new Outcomes(clean, damaged, refused + 1);
            }
            return reading.refused().isEmpty()
                    ? new Outcomes(clean + 1, damaged, refused)
                    : new Outcomes(clean, damaged + 1, refused);
        }
    }

    /**
     * @param name of the reader, and of the folder of its seeds
     * @param samples right files
     * @return how the damaged ones ended
     */
    public static Outcomes run(String name, List<byte[]> samples, FuzzedReader reader) {
        return run(name, samples, Torture.inputs(), reader);
    }

    /** As many inputs as a test can afford whose reader is slow. */
    public static Outcomes run(String name, List<byte[]> samples, int inputs, FuzzedReader reader) {
        return run(name, samples, inputs, new Damage(samples)::next, reader);
    }

    /** @param damaged gives a damaged file for random numbers; of a format that needs damage of its own */
    public static Outcomes run(
            String name, List<byte[]> samples, int inputs, Function<Random, byte[]> damaged, FuzzedReader reader) {
        return new Fuzzing(name, samples, reader).run(inputs, damaged);
    }

    private Outcomes run(int inputs, Function<Random, byte[]> damaged) {
        for (Path seed : seeds.all()) {
            read(bytes(seed), "the seed " + seed.getFileName());
        }
        for (int sample = 0; sample < samples.size(); sample++) {
            read(samples.get(sample), "the right file " + sample);
        }
        Outcomes outcomes = new Outcomes(0, 0, 0);
        for (int input = 0; input < inputs; input++) {
            outcomes = outcomes.with(read(damaged.apply(Torture.random(name, input)), "input " + input));
        }
        System.out.printf("fuzzed %s: %d inputs, %s%n", name, inputs, outcomes);
        return outcomes;
    }

    private Reading read(byte[] bytes, String what) {
        Watched.Result result = laws.check(bytes);
        @Nullable Throwable failure = result.failure();
        if (failure == null && result.reading() != null) {
            return result.reading();
        }
        byte[] smallest =
                Shrinking.smallest(bytes, each -> isSame(laws.check(each).failure(), failure));
        throw new AssertionError(
                "%s: %s breaks a law; it is kept as %s and read in each run from now on"
                        .formatted(name, what, seeds.keep(smallest)),
                failure);
    }

    private static boolean isSame(@Nullable Throwable one, @Nullable Throwable other) {
        return one != null && other != null && one.getClass().equals(other.getClass());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
