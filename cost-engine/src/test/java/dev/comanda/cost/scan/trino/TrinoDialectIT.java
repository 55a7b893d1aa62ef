package dev.comanda.cost.scan.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.DialectLaws;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Trino says comes to what DuckDB's words come to. */
class TrinoDialectIT extends DialectLaws {

    private @Nullable Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = TrinoServer.shared().connection();
    }

    @AfterEach
    void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    protected Dialect dialect() {
        return TrinoDialect.INSTANCE;
    }

    @Override
    protected DSLContext sql() {
        return DSL.using(
                Objects.requireNonNull(connection),
                SQLDialect.TRINO,
                new Settings().withStatementType(StatementType.STATIC_STATEMENT));
    }

    /** Were it the rule's number, the dialect could cast as Trino does. */
    @Test
    void itsOwnCastOfADoubleIsAnotherNumber() {
        assertThat(sql().fetchSingle("select cast(123456789.123456789e0 as decimal(38, 12))")
                        .get(0, String.class))
                .isEqualTo("123456789.123456790000")
                .isNotEqualTo("123456789.123456794624");
    }
}
