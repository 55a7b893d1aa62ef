package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The database that came along with a night. */
final class OwnDatabase {

    private OwnDatabase() {}

    static void assertEndedAsUndisturbed(TorturedDay day, NightPlace place, String what) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.join(place.data());
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            Published published = Published.of(DSL.using(connection, SQLDialect.POSTGRES), TorturedDay.DATE);
            assertThat(published.withLake(place.lake()).differencesFrom(day.published()))
                    .as(what)
                    .isEmpty();
        }
    }
}
