package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.ShortLivedJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code nightly} as an operator starts it: the packaged jar in a process of its own. */
final class RunningNight {

    static final int DONE = 0;
    static final int FAILED = 1;

    private static final Path JAR = Path.of("target", "batch-jobs-exec.jar");
    /** A night of seconds, on a machine that has other things to do too. */
    private static final int PATIENCE_SECONDS = 900;

    private static final Pattern STEP = Pattern.compile("Executing step: \\[([a-z-]+)]");
    private static final Pattern TECHNICAL =
            Pattern.compile("SQL \\[|Exception|\\bdev\\.comanda\\b|\\borg\\.|\\bjava\\.");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread listener;
    private volatile String step = "its start";
    private volatile long begunNanos;

    private RunningNight(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "what the night says");
        listener.setDaemon(true);
        listener.start();
    }

    static RunningNight start(NightPlace place) throws IOException {
        List<String> command = ShortLivedJava.command(
                "-Xmx512m",
                "-jar",
                JAR.toString(),
                "nightly",
                "--date=" + TorturedDay.DATE,
                "--inbox=" + place.inbox(),
                "--comanda.data-dir=" + place.data(),
                "--logging.level.org.springframework.batch=info");
        command.addAll(place.settings());
        ProcessBuilder night = new ProcessBuilder(command).redirectErrorStream(true);
        night.environment().putAll(place.environment());
        return new RunningNight(night.start());
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                Matcher begins = STEP.matcher(line);
                if (begins.find()) {
                    step = begins.group(1);
                    begunNanos = begun.getCount() > 0 ? System.nanoTime() : begunNanos;
                    begun.countDown();
                }
            }
        } catch (IOException e) {
            lines.add("it could not be heard any more: " + e.getMessage());
        } finally {
            begun.countDown();
        }
    }

    /** Waits until its first step begins; false where it ended before. */
    private boolean awaitBegin() throws InterruptedException {
        if (!begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw gaveUp("begin");
        }
        return begunNanos != 0;
    }

    /** Lets it work for a while; false where it ended before. */
    boolean worksFor(long nanos) throws InterruptedException {
        return awaitBegin() && !process.waitFor(nanos, TimeUnit.NANOSECONDS);
    }

    /** Kills it, as by kill -9, a while after its first step began; the step it was in, or empty where it had ended. */
    Optional<String> killAfter(long nanos) throws InterruptedException {
        if (!worksFor(nanos)) {
            return Optional.empty();
        }
        process.destroyForcibly().waitFor();
        listener.join();
        return Optional.of(step);
    }

    /** Its exit status; a night that does not end is a failure by itself. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw gaveUp("end");
        }
        listener.join();
        return process.exitValue();
    }

    /** Nothing of it is left behind. */
    private AssertionError gaveUp(String what) throws InterruptedException {
        process.destroyForcibly().waitFor();
        return new AssertionError(
                "The night did not %s within %d s; it said: %s".formatted(what, PATIENCE_SECONDS, said()));
    }

    /** How long it worked, from its first step to its end. */
    long workedNanos() throws InterruptedException {
        end();
        return System.nanoTime() - begunNanos;
    }

    /** The step it is in. */
    String step() {
        return step;
    }

    String said() {
        return String.join("\n", lines);
    }

    /** That it failed as nights fail: with one sentence for its operator, and an exit status that says to start it again. */
    String failure() throws InterruptedException {
        assertThat(end()).as(this::said).isEqualTo(FAILED);
        List<String> sentences =
                lines.stream().filter(line -> line.startsWith("comanda: ")).toList();
        assertThat(sentences).as(this::said).hasSize(1);
        assertThat(sentences.get(0)).doesNotContainPattern(TECHNICAL);
        return sentences.get(0);
    }
}
