package dev.comanda.cost.scan.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrinoTablesTest {

    @Test
    void aScratchSchemaWithoutItsCatalogIsRefused() {
        assertThatThrownBy(() -> new TrinoTables("hive", "billing", "cur2", "billing_period", "scratch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"scratch\"")
                .hasMessageContaining("give catalog and schema");
    }

    @Test
    void aColumnIsFoundAsTrinoFoldsItsName() {
        assertThat(new TrinoTables("hive", "billing", "cur2", "BILLING_PERIOD", "hive.scratch").periodColumn())
                .isEqualTo("billing_period");
    }
}
