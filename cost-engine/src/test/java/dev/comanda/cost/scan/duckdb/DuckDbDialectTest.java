package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.DialectLaws;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DuckDbDialectTest extends DialectLaws {

    @TempDir
    private Path folder;

    private DuckDb duck;

    @BeforeEach
    void open() {
        duck = DuckDb.open(new ScanLimits(1, 256, folder));
    }

    @AfterEach
    void close() {
        duck.close();
    }

    @Override
    protected Dialect dialect() {
        return DuckDbDialect.INSTANCE;
    }

    @Override
    protected DSLContext sql() {
        return duck.sql();
    }
}
