package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.DividedScan;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.scan.trino.TrinoChargeScan;
import dev.comanda.cost.scan.trino.TrinoTables;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TrinoSettingsTest {

    private static final String ADDRESS = "comanda.cost.trino.url";

    private final MockEnvironment environment = new MockEnvironment();

    private ChargeScan scan() {
        return new CostAutoConfiguration().chargeScan(new ScanLimits(1, 256, Path.of("spill")), environment);
    }

    @Test
    void withoutAnAddressFilesAreReadByDuckDb() {
        assertThat(scan()).isInstanceOf(DuckDbChargeScan.class);
        environment.setProperty(ADDRESS, "");
        assertThat(scan()).isInstanceOf(DuckDbChargeScan.class);
    }

    @Test
    void withAnAddressTrinoDividesWhatTheFilesAddUp() {
        environment.setProperty(ADDRESS, "jdbc:trino://localhost:8080");

        assertThat(scan()).isInstanceOfSatisfying(DividedScan.class, divided -> {
            assertThat(divided.files()).isInstanceOf(DuckDbChargeScan.class);
            assertThat(divided.table()).isInstanceOf(TrinoChargeScan.class);
        });
    }

    @Test
    void tablesOfAQuestionAreMadeBesideTheBillsWhereNothingElseIsSaid() {
        environment
                .withProperty("comanda.cost.trino.catalog", "lake")
                .withProperty("comanda.cost.trino.schema", "finops")
                .withProperty("comanda.cost.trino.period-column", "month");

        assertThat(TrinoSettings.of(environment).tables())
                .isEqualTo(new TrinoTables("lake", "finops", "cur2", "month", "lake.finops"));
    }

    @Test
    void anAddressWithAScratchSchemaThatHasNoCatalogIsRefusedAtTheStart() {
        environment
                .withProperty(ADDRESS, "jdbc:trino://localhost:8080")
                .withProperty("comanda.cost.trino.scratch", "x");

        assertThatThrownBy(this::scan).hasMessageContaining("give catalog and schema with a dot between them");
    }
}
