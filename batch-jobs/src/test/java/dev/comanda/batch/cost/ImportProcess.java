package dev.comanda.batch.cost;

import dev.comanda.ops.testing.ShortLivedJava;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jooq.impl.DSL;

/** An import in a process of its own, which can be killed. */
final class ImportProcess {

    private static final String BEGINS = "begins";

    private final Process process;

    private ImportProcess(Process process) {
        this.process = process;
    }

    /** The answer comes when the import begins. */
    static ImportProcess start(TestDatabase database, Path kept, Path source) throws IOException {
        Process process = new ProcessBuilder(ShortLivedJava.command(
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password(),
                        kept.toString(),
                        source.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!BEGINS.equals(process.inputReader(StandardCharsets.UTF_8).readLine())) {
            throw new IOException("The import ended before it began");
        }
        return new ImportProcess(process);
    }

    /** {@code cost-import} as an operator starts it: the packaged jar. */
    static ImportProcess command(TestDatabase database, Path kept, Path source) throws IOException {
        ProcessBuilder command = new ProcessBuilder(ShortLivedJava.command(
                        "-jar",
                        Path.of("target", "batch-jobs-exec.jar").toString(),
                        "cost-import",
                        "--source=" + source,
                        "--comanda.cost.dir=" + kept))
                .redirectErrorStream(true);
        command.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()));
        return new ImportProcess(command.start());
    }

    /** What it says until it ends. */
    String said() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** @param arguments address, user and password of the database, where bills are kept, where they come from */
    public static void main(String[] arguments) {
        Bills bills = new Bills(DSL.using(arguments[0], arguments[1], arguments[2]), Path.of(arguments[3]));
        PrintStream console = System.out;
        console.println(BEGINS);
        console.flush();
        bills.read(Path.of(arguments[4]));
    }

    /**
     * Kills it, as by kill -9, as soon as it has come so far, and some nanoseconds later.
     *
     * @return whether it was still running
     */
    boolean killWhen(BooleanSupplier cameSoFar, long laterNanos) throws InterruptedException {
        while (process.isAlive() && !cameSoFar.getAsBoolean()) {
            Thread.onSpinWait();
        }
        long reached = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - reached < laterNanos) {
            Thread.onSpinWait();
        }
        boolean running = process.isAlive();
        process.destroyForcibly().waitFor();
        return running;
    }
}
