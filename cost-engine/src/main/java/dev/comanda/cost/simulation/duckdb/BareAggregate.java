package dev.comanda.cost.simulation.duckdb;

import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import java.nio.file.Path;
import java.util.List;
import org.jooq.impl.DSL;

/** What DuckDB alone needs to add a bill up: the measure of what an import takes on top. */
public final class BareAggregate {

    private final ScanLimits limits;

    public BareAggregate(ScanLimits limits) {
        this.limits = limits;
    }

    /** Adds the files of a CUR 2.0 export up; how many groups there are. */
    public int run(List<Path> files) {
        try (DuckDb duck = DuckDb.open(limits)) {
            Scripts.set(duck.sql(), "files", files);
            Scripts.run(duck.sql(), "bare-aggregate.sql");
            return duck.sql().fetchCount(DSL.table("bare_aggregate"));
        }
    }
}
