package dev.comanda.batch.torture;

import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where nights run.
 *
 * @param data what the platform writes lies there, the embedded database too where it is not given another
 * @param environment how the database is reached; empty for the embedded one
 */
record NightPlace(Path inbox, Path data, Map<String, String> environment, List<String> settings) {

    NightPlace {
        environment = Map.copyOf(environment);
        settings = List.copyOf(settings);
    }

    static NightPlace withItsOwnDatabase(Path inbox, Path data) {
        return new NightPlace(inbox, data, Map.of(), List.of());
    }

    static NightPlace on(TestDatabase database, Path inbox, Path data) {
        return on(database, database.jdbcUrl(), inbox, data);
    }

    static NightPlace on(TestDatabase database, String jdbcUrl, Path inbox, Path data) {
        return new NightPlace(
                inbox,
                data,
                Map.of(
                        "SPRING_DATASOURCE_URL", jdbcUrl,
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()),
                List.of());
    }

    NightPlace with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new NightPlace(inbox, data, environment, more);
    }

    Path lake() {
        return data.resolve("lake");
    }

    RunningNight start() throws IOException {
        return RunningNight.start(this);
    }
}
