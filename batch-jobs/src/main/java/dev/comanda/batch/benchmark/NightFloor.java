package dev.comanda.batch.benchmark;

import dev.comanda.ops.copy.Copies;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.copy.CopyManager;

/**
 * The least that a night could take in this database: its files parsed, the rows that it took copied into tables without keys, put
 * from there under the keys of the real ones, the joins of the reconciliations without their rules, and the ledger's rows once more.
 */
public final class NightFloor {

    /** What a night takes from files, by schema. */
    private static final Map<String, List<String>> TAKEN = new LinkedHashMap<>();

    private static final Map<String, List<String>> POSTED = Map.of("ledger", List.of("journal", "transfer"));

    static {
        TAKEN.put(
                "marketplace",
                List.of(
                        "food_order",
                        "order_version",
                        "payment",
                        "restaurant_accrual",
                        "delivery",
                        "courier_earning",
                        "payout",
                        "pending_event"));
        TAKEN.put("psp", List.of("line", "payout"));
        TAKEN.put("bank", List.of("statement", "entry", "payout_return"));
        TAKEN.put("ingest", List.of("event_identity"));
    }

    private final DSLContext database;
    private final Path copies;

    /**
     * @param database after the night
     * @param copies a folder for the rows meanwhile
     */
    public NightFloor(DSLContext database, Path copies) {
        this.database = database;
        this.copies = copies;
    }

    /** @param inbox the files that the night has read */
    public void run(Path inbox, Consumer<Measured> measured) throws IOException {
        measured.accept(Measured.of(() -> "parsing, " + parse(inbox) + " records"));
        prepare();
        measured.accept(Measured.of(() -> "COPY, " + copyIn() + " rows"));
        measured.accept(Measured.of(() -> {
            TAKEN.forEach((schema, tables) ->
                    tables.forEach(table -> merge(schema, table, DSL.name("bare", bare(schema, table)))));
            return "merge under the same keys";
        }));
        measured.accept(Measured.of(() -> {
            joins().forEach(database::execute);
            return "bare joins";
        }));
        measured.accept(Measured.of(() -> {
            POSTED.forEach((schema, tables) -> tables.forEach(table -> merge(schema, table, DSL.name(schema, table))));
            return "ledger inserts";
        }));
    }

    private static long parse(Path inbox) {
        Parsed parsed = new Parsed(inbox);
        try (Stream<Path> files = Files.walk(inbox)) {
            files.filter(Files::isRegularFile).sorted().forEach(parsed::read);
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox " + inbox + " cannot be listed", e);
        }
        return parsed.records();
    }

    /** Not measured: tables without rows, and the rows of the night in files, as a COPY wants them. */
    private void prepare() throws IOException {
        Files.createDirectories(copies);
        database.execute("create schema bare");
        database.execute("create schema keyed");
        TAKEN.forEach((schema, tables) -> tables.forEach(table -> {
            database.execute(
                    "create table bare.{0} (like {1})", DSL.name(bare(schema, table)), DSL.name(schema, table));
            keyed(schema, table);
            copyOut(schema, table);
        }));
        POSTED.forEach((schema, tables) -> tables.forEach(table -> keyed(schema, table)));
    }

    private void keyed(String schema, String table) {
        database.execute(
                "create table keyed.{0} (like {1} including all excluding identity)",
                DSL.name(bare(schema, table)), DSL.name(schema, table));
    }

    private static String bare(String schema, String table) {
        return schema + "_" + table;
    }

    private void copyOut(String schema, String table) {
        try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(file(schema, table)))) {
            withCopies(manager -> manager.copyOut(
                    "copy (select %s from %s.%s) to stdout".formatted(columns(schema, table), schema, table), rows));
        } catch (IOException e) {
            throw new UncheckedIOException("the rows of " + table + " cannot be kept in " + copies, e);
        }
    }

    private long copyIn() {
        long rows = 0;
        for (Map.Entry<String, List<String>> schema : TAKEN.entrySet()) {
            for (String table : schema.getValue()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file(schema.getKey(), table)))) {
                    rows += withCopies(manager -> manager.copyIn(
                            "copy bare.%s (%s) from stdin"
                                    .formatted(bare(schema.getKey(), table), columns(schema.getKey(), table)),
                            in));
                } catch (IOException e) {
                    throw new UncheckedIOException("the rows of " + table + " cannot be read again", e);
                }
            }
        }
        return rows;
    }

    private Path file(String schema, String table) {
        return copies.resolve(schema + "." + table);
    }

    private void merge(String schema, String table, Name from) {
        String columns = columns(schema, table);
        database.execute(
                "insert into keyed.{0} (" + columns + ") select " + columns + " from {1} on conflict do nothing",
                DSL.name(bare(schema, table)),
                from);
    }

    /** Without those that the database computes. */
    private String columns(String schema, String table) {
        return String.join(
                ", ",
                database.fetch(
                                """
                                select quote_ident(column_name) from information_schema.columns
                                where table_schema = {0} and table_name = {1} and is_generated = 'NEVER'
                                order by ordinal_position
                                """,
                                DSL.inline(schema), DSL.inline(table))
                        .getValues(0, String.class));
    }

    private static List<String> joins() {
        try (InputStream script = Objects.requireNonNull(NightFloor.class.getResourceAsStream("bare-joins.sql"))) {
            return List.of(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Copying {
        long with(CopyManager manager) throws SQLException, IOException;
    }

    private long withCopies(Copying copying) {
        return database.transactionResult(transaction -> {
            try {
                return copying.with(Copies.of(transaction));
            } catch (SQLException e) {
                throw new DataAccessException("the floor's rows could not be copied", e);
            }
        });
    }
}
