package dev.comanda.batch.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's postmaster.pid names: line 1 of that file is the process id, line 4 the port. The
 * file is left behind by a server that was killed, and its process id may belong to somebody else since.
 */
record Postmaster(long processId, int port, Path file) {

    private static final int PROCESS_ID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<Postmaster> readFrom(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(PROCESS_ID_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean runs() {
        return processAlive() && !isSomebodyElse();
    }

    /**
     * PostgreSQL refuses to start while the process id in the file is alive, whoever it is; in a container that was
     * started again that is often a process of ours. The file of a dead process stays: with it PostgreSQL finds
     * orphans that still use the shared memory.
     */
    void forgetIfSomebodyElse() throws IOException {
        if (processAlive() && isSomebodyElse()) {
            Files.deleteIfExists(file);
        }
    }

    private boolean processAlive() {
        return ProcessHandle.of(processId).map(ProcessHandle::isAlive).orElse(false);
    }

    private boolean isSomebodyElse() {
        return ProcessHandle.of(processId)
                .flatMap(process -> process.info().command())
                .map(command -> !Path.of(command).endsWith("postgres"))
                .orElse(false);
    }
}
