package dev.comanda.ops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tests stand on a migrated database. */
class PostgresExtensionIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void theDatabaseIsMigrated() {
        List<Integer> failed = postgres.dsl()
                .select(DSL.field("installed_rank", Integer.class))
                .from("flyway_schema_history")
                .where("not success")
                .fetchInto(Integer.class);

        assertThat(failed).isEmpty();
    }

    @Test
    void anotherDatabaseOfTheSameServerSeesNothingOfThisOne() {
        postgres.dsl().execute("create table only_here (id int)");
        TestDatabase other = TestServer.running().newDatabase();

        assertThat(other.dsl().fetchValue("select to_regclass('only_here')")).isNull();

        TestServer.running().drop(other);
    }
}
