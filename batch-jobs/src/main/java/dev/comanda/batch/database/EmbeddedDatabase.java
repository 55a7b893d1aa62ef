package dev.comanda.batch.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process's use of the PostgreSQL in a data folder. The first to join starts the server, also after a crash; the
 * others join the one that runs, whoever started it and whether or not that process still lives; the last one to leave
 * stops it. It listens on the loopback address only.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String USER = "comanda";
    private static final int PASSWORD_BYTES = 24;

    /** Backends that outlive a killed server hold its memory for a moment, and a port may be taken meanwhile. */
    private static final int START_ATTEMPTS_MAX = 5;

    /** A file lock holds between processes, this one between the threads of this process. */
    private static final ReentrantLock DOOR_OF_THIS_PROCESS = new ReentrantLock();

    private final DatabaseFolder folder;
    private final PostgresPrograms programs;
    private final Leases.Lease lease;
    private final ServerConnection connection;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedDatabase(
            DatabaseFolder folder, PostgresPrograms programs, Leases.Lease lease, ServerConnection connection) {
        this.folder = folder;
        this.programs = programs;
        this.lease = lease;
        this.connection = connection;
    }

    /**
     * Joins the server of a folder, or starts it; returns when the database answers.
     *
     * @param dataFolder made if it is not there
     * @throws IOException with a sentence that names the folder and what PostgreSQL said
     */
    public static EmbeddedDatabase join(Path dataFolder) throws IOException {
        DatabaseFolder folder = DatabaseFolder.in(dataFolder);
        return withDoorHeld(folder, () -> {
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackedIn(folder.binaries()), folder);
            Leases.Lease lease = new Leases(folder.leases()).take();
            try {
                int port = runningPort(folder, programs);
                ServerConnection connection = new ServerConnection(port, USER, folder.password());
                connection.awaitDatabase();
                return new EmbeddedDatabase(folder, programs, lease, connection);
            } catch (IOException | RuntimeException e) {
                lease.giveBack();
                throw e;
            }
        });
    }

    public String jdbcUrl() {
        return connection.jdbcUrl();
    }

    public String user() {
        return connection.user();
    }

    public String password() {
        return connection.password();
    }

    /** Leaves; the last one to leave stops the server. */
    @Override
    public void close() throws IOException {
        if (left.getAndSet(true)) {
            return;
        }
        if (withDoorHeld(folder, this::leave)) {
            log.info("embedded database stopped folder={}", folder.root());
        }
    }

    private boolean leave() throws IOException {
        lease.giveBack();
        boolean running = folder.postmaster().map(Postmaster::runs).orElse(false);
        if (!running || new Leases(folder.leases()).anyLeft()) {
            return false;
        }
        programs.stop();
        return true;
    }

    private static int runningPort(DatabaseFolder folder, PostgresPrograms programs) throws IOException {
        Optional<Postmaster> postmaster = folder.postmaster();
        if (postmaster.isPresent() && postmaster.get().runs()) {
            log.info(
                    "embedded database joined folder={} port={}",
                    folder.root(),
                    postmaster.get().port());
            return postmaster.get().port();
        }
        if (postmaster.isPresent()) {
            postmaster.get().forgetIfSomebodyElse();
        }
        if (!folder.hasCluster()) {
            folder.writePassword(newPassword());
            programs.createCluster(USER);
        }
        return start(folder, programs);
    }

    private static int start(DatabaseFolder folder, PostgresPrograms programs) throws IOException {
        IOException refusal = new IOException("PostgreSQL in " + folder.root() + " was not started");
        for (int attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt++) {
            int port = freePort(folder.rememberedPort());
            try {
                programs.start(port, PostgresSettings.ofThisMachine());
                folder.rememberPort(port);
                log.info("embedded database started folder={} port={}", folder.root(), port);
                return port;
            } catch (IOException e) {
                refusal = e;
                log.warn("embedded database attempt={} refused: {}", attempt, e.getMessage());
                Pause.ofASecond();
            }
        }
        throw refusal;
    }

    private static int freePort(OptionalInt remembered) throws IOException {
        if (remembered.isPresent()) {
            try (ServerSocket socket = new ServerSocket(remembered.getAsInt(), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                log.info("port={} of the last run is taken by another program: another one is chosen", remembered);
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static <T> T withDoorHeld(DatabaseFolder folder, Work<T> work) throws IOException {
        DOOR_OF_THIS_PROCESS.lock();
        try (FileChannel door = FileChannel.open(folder.door(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            door.lock();
            return work.run();
        } finally {
            DOOR_OF_THIS_PROCESS.unlock();
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
