package dev.comanda.batch.database;

import dev.comanda.ops.testing.ShortLivedJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that joins the embedded database, says where it is, and leaves when it is told to. */
final class JoinedProcess {

    private static final long LEAVE_SECONDS_MAX = 60;

    private final Process process;
    private final String jdbcUrl;

    private JoinedProcess(Process process, String jdbcUrl) {
        this.process = process;
        this.jdbcUrl = jdbcUrl;
    }

    static JoinedProcess start(Path dataFolder) throws IOException {
        Process process = new ProcessBuilder(ShortLivedJava.command(
                        "-cp",
                        System.getProperty("java.class.path"),
                        JoinedProcess.class.getName(),
                        dataFolder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("jdbc:")) {
                return new JoinedProcess(process, line);
            }
        }
        throw new IOException("The other process ended without joining");
    }

    /** @param arguments the data folder */
    public static void main(String[] arguments) throws IOException {
        PrintStream console = System.out;
        try (EmbeddedDatabase database = EmbeddedDatabase.join(Path.of(arguments[0]))) {
            console.println(database.jdbcUrl());
            console.flush();
            int endOfInput = System.in.read();
            console.println(endOfInput);
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(LEAVE_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The other process did not leave");
        }
    }

    /** As by kill -9: nothing of it runs any more, no shutdown hook either. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
