package dev.comanda.batch.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class DatabaseFaultsTest {

    @Test
    void saysInASentenceThatTheConnectionBrokeOff() {
        Exception broken = new DataAccessException(
                "SQL [update \"jobcontrol\".\"night\" set ...]; An I/O error occurred",
                new SQLException("An I/O error occurred while sending to the backend.\nDetail", "08006"));

        assertThat(sentenceOf(broken))
                .isEqualTo("the database cannot be reached, or broke off (An I/O error occurred while sending to the"
                        + " backend.); start again when it answers");
    }

    @Test
    void saysInASentenceThatThereIsNoRoom() {
        Exception full = new DataAccessException(
                "SQL [insert ...]", new SQLException("ERROR: could not extend file \"base/5/2\"", "53100"));

        assertThat(sentenceOf(full)).startsWith("the database has no room or cannot write (ERROR: could not extend");
    }

    @Test
    void takesWhatLiesDeepestForTheReason() {
        SQLException waiting = new SQLTransientConnectionException("HikariPool-1 - request timed out after 2000ms");
        waiting.initCause(new SQLException("Connection to localhost:5432 refused.", "08001"));

        assertThat(sentenceOf(new IllegalStateException("no transaction", waiting)))
                .contains("Connection to localhost:5432 refused.")
                .doesNotContain("Hikari");
    }

    @Test
    void leavesAloneWhatIsNoFaultOfTheDatabase() {
        assertThat(DatabaseFaults.of(new DataAccessException("SQL [select 1]", new SQLException("no", "42601"))))
                .isEmpty();
        assertThat(DatabaseFaults.of(new IllegalStateException("something else")))
                .isEmpty();
    }

    private static String sentenceOf(Exception failure) {
        OpsException fault = DatabaseFaults.of(failure).orElseThrow();
        assertThat(fault.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        return String.valueOf(fault.getMessage());
    }
}
