package dev.comanda.batch.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes of the server in a data folder, at one moment. They are ended by their ids alone, and a handle knows whether its id
 * belongs to another process since.
 */
record DatabaseServer(ProcessHandle postmaster, List<ProcessHandle> children) {

    private static final int PATIENCE_SECONDS = 30;

    DatabaseServer {
        children = List.copyOf(children);
    }

    static Optional<DatabaseServer> runningIn(Path data) throws IOException {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        long id = Long.parseLong(Files.readAllLines(file).get(0).strip());
        return ProcessHandle.of(id)
                .filter(ProcessHandle::isAlive)
                .filter(DatabaseServer::isPostgres)
                .map(postmaster ->
                        new DatabaseServer(postmaster, postmaster.descendants().toList()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).endsWith("postgres"))
                .isPresent();
    }

    /** As by kill -9 of the postmaster: what it started goes on for a while, orphaned. */
    void killPostmaster() throws Exception {
        postmaster.destroyForcibly();
        postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** As by a power cut. */
    void killAll() throws Exception {
        killPostmaster();
        endOrphans();
    }

    void endOrphans() throws Exception {
        children.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle child : children) {
            child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
