package dev.comanda.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of {@code dev.comanda.sql} from the migrations: starts a PostgreSQL, migrates it and generates
 * every schema it then finds. The same migrations give the same bytes.
 */
final class GenerateTables {

    private static final String GENERATED_PACKAGE = "dev.comanda.sql";
    private static final String HAND_WRITTEN = "package-info.java";

    private static final String NOT_OURS = "flyway_schema_history";

    private GenerateTables() {}

    /**
     * @param arguments the source root to write to, for example {@code sql/src/main/java}; what was generated there
     *     before is replaced, package-info.java stays
     */
    public static void main(String[] arguments) throws Exception {
        Path sourceRoot = Path.of(arguments[0]);
        removeGenerated(sourceRoot.resolve(GENERATED_PACKAGE.replace('.', '/')));
        generateInto(sourceRoot);
    }

    static void generateInto(Path sourceRoot) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            migrate(server.getPostgresDatabase());
            List<String> schemas = schemas(connection);
            if (schemas.isEmpty()) {
                return;
            }
            GenerationTool tool = new GenerationTool();
            tool.setConnection(connection);
            tool.run(configuration(sourceRoot, schemas));
            forgetTheJavaOfToday(sourceRoot);
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure(GenerateTables.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select nspname from pg_namespace"
                        + " where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')"
                        + " order by nspname collate \"C\"")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Configuration configuration(Path sourceRoot, List<String> schemas) {
        Database database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withIncludes(".*")
                .withExcludes(NOT_OURS)
                .withIncludeRoutines(true)
                .withIncludeSystemSequences(false)
                .withOutputCatalogToDefault(true)
                .withSchemata(schemas.stream()
                        .map(name -> new SchemaMappingType().withInputSchema(name))
                        .toList());
        Generate generate = new Generate()
                .withRecords(true)
                .withPojos(false)
                .withDaos(false)
                .withJavaTimeTypes(true)
                .withJavadoc(false)
                .withComments(false)
                .withGeneratedAnnotation(false)
                .withGlobalCatalogReferences(false)
                .withIndexes(false)
                .withDeprecated(false);
        Target target = new Target()
                .withPackageName(GENERATED_PACKAGE)
                .withDirectory(sourceRoot.toString())
                .withClean(false)
                .withEncoding("UTF-8")
                .withLocale("en");
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withTarget(target));
    }

    /** jOOQ suppresses a warning only where the Java that generates knows it. */
    private static void forgetTheJavaOfToday(Path sourceRoot) throws IOException {
        try (Stream<Path> found = Files.walk(sourceRoot)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                String sameEverywhere = source.replace(", \"this-escape\" })", " })");
                if (!sameEverywhere.equals(source)) {
                    Files.writeString(file, sameEverywhere);
                }
            }
        }
    }

    private static void removeGenerated(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(directory))
                    .filter(path -> !path.equals(directory.resolve(HAND_WRITTEN)))
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
