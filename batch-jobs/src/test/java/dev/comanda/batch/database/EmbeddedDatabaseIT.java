package dev.comanda.batch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes, who goes, and what stays of the embedded database. */
class EmbeddedDatabaseIT {

    @TempDir
    private Path dataFolder;

    /** A test that failed half-way must not leave a server behind. */
    @AfterEach
    void stopWhatIsLeft() throws IOException {
        EmbeddedDatabase.join(dataFolder).close();
    }

    @Test
    void dataSurvivesARestartAndThePortIsTheSame() throws Exception {
        String firstUrl;
        try (EmbeddedDatabase database = EmbeddedDatabase.join(dataFolder)) {
            firstUrl = database.jdbcUrl();
            execute(database, "create table kept as select 42 as answer");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.join(dataFolder)) {
            assertThat(database.jdbcUrl()).isEqualTo(firstUrl);
            assertThat(query(database, "select answer::text from kept")).isEqualTo("42");
        }
    }

    @Test
    void theLastOneToLeaveStopsTheServer() throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.join(dataFolder);
        JoinedProcess second = JoinedProcess.start(dataFolder);
        assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());

        second.leave();
        assertThat(query(first, "select 'still there'")).isEqualTo("still there");

        first.close();
        assertNobodyAnswers(first);
    }

    @Test
    void theServerOutlivesTheProcessThatStartedItWhileAnotherUsesIt() throws Exception {
        JoinedProcess starter = JoinedProcess.start(dataFolder);
        try (EmbeddedDatabase second = EmbeddedDatabase.join(dataFolder)) {
            starter.leave();

            assertThat(query(second, "select 'still there'")).isEqualTo("still there");
        }
    }

    @Test
    void aServerThatAKilledProcessLeftBehindIsJoinedAndStopped() throws Exception {
        JoinedProcess killed = JoinedProcess.start(dataFolder);
        killed.kill();
        Postmaster leftBehind = DatabaseFolder.in(dataFolder).postmaster().orElseThrow();
        assertThat(leftBehind.runs()).isTrue();

        EmbeddedDatabase database = EmbeddedDatabase.join(dataFolder);
        assertThat(database.jdbcUrl()).isEqualTo(killed.jdbcUrl());
        assertThat(DatabaseFolder.in(dataFolder).postmaster()).contains(leftBehind);

        database.close();
        assertNobodyAnswers(database);
        assertThat(DatabaseFolder.in(dataFolder).leases()).isEmptyDirectory();
    }

    @Test
    void aServerThatWasKilledIsStartedAgainWithWhatWasCommitted() throws Exception {
        EmbeddedDatabase before = EmbeddedDatabase.join(dataFolder);
        execute(before, "create table kept as select 42 as answer");
        ProcessHandle server = ProcessHandle.of(
                        DatabaseFolder.in(dataFolder).postmaster().orElseThrow().processId())
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        try (EmbeddedDatabase after = EmbeddedDatabase.join(dataFolder)) {
            assertThat(query(after, "select answer::text from kept")).isEqualTo("42");
            before.close();
            assertThat(query(after, "select answer::text from kept")).isEqualTo("42");
        }
    }

    @Test
    void twoUsesInOneProcessAreTwoUses() throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.join(dataFolder);
        EmbeddedDatabase second = EmbeddedDatabase.join(dataFolder);

        second.close();
        second.close();
        assertThat(query(first, "select 'still there'")).isEqualTo("still there");

        first.close();
        assertNobodyAnswers(first);
    }

    @Test
    void aProcessIdThatBelongsToSomebodyElseByNowIsNoServer() throws Exception {
        EmbeddedDatabase.join(dataFolder).close();
        Path pidFile = DatabaseFolder.in(dataFolder).cluster().resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\nfolder\n0\n5432\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.join(dataFolder)) {
            assertThat(query(database, "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void theServerSortsByCodePointAndKeepsWhatItSaidItKept() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.join(dataFolder)) {
            assertThat(query(database, "select string_agg(c, '' order by c) from unnest('{a,B,ç,Z}'::text[]) c"))
                    .isEqualTo("BZaç");
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    private static void assertNobodyAnswers(EmbeddedDatabase database) {
        assertThatThrownBy(() -> query(database, "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
