package dev.comanda.ops.copy;

import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The copy API of a transaction's own connection. */
public final class Copies {

    private Copies() {}

    public static CopyManager of(Configuration transaction) {
        return DSL.using(transaction).connectionResult(connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI();
            } catch (SQLException e) {
                throw new DataAccessException("the connection is none of PostgreSQL's, which bulk loads need", e);
            }
        });
    }
}
