package dev.comanda.batch.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;

/** What lies where in the data folder, and the few small files through which processes know of each other. */
record DatabaseFolder(Path root) {

    static DatabaseFolder in(Path dataFolder) throws IOException {
        Path root = dataFolder.toAbsolutePath().normalize().resolve("postgres");
        Files.createDirectories(root);
        DatabaseFolder folder = new DatabaseFolder(root.toRealPath());
        Files.createDirectories(folder.leases());
        Files.createDirectories(folder.binaries());
        return folder;
    }

    /** PostgreSQL's own data directory. */
    Path cluster() {
        return root.resolve("cluster");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** The unpacked servers, one folder per packed version. */
    Path binaries() {
        return root.resolve("binaries");
    }

    Path leases() {
        return root.resolve("leases");
    }

    /** Held while a process starts, joins, leaves or stops the server. */
    Path door() {
        return root.resolve("door.lock");
    }

    Path serverLog() {
        return root.resolve("server.log");
    }

    Path commandLog() {
        return root.resolve("commands.log");
    }

    /** The port of last time, so that a bookmark or a database tool stays valid. */
    OptionalInt rememberedPort() throws IOException {
        Path file = root.resolve("port");
        return Files.exists(file)
                ? OptionalInt.of(Integer.parseInt(Files.readString(file).strip()))
                : OptionalInt.empty();
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(root.resolve("port"), port + "\n");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    String password() throws IOException {
        return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
    }

    /** Readable by its owner alone: the server listens to everybody on this machine. */
    void writePassword(String password) throws IOException {
        Files.deleteIfExists(passwordFile());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(passwordFile(), password + "\n", StandardCharsets.UTF_8);
    }

    /** What postmaster.pid tells of a server that runs, starts, or died without removing the file. */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.readFrom(cluster().resolve("postmaster.pid"));
    }
}
