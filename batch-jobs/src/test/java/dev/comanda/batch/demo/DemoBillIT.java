package dev.comanda.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.PublishedDelivery;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DemoBillIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void theMonthBeforeIsRestatedAndALaterStartFindsBoth() throws IOException {
        JooqPublishedBills published = new JooqPublishedBills(postgres.dsl(), CLOCK);
        CostImport imports = new CostImport(
                new DuckDbChargeScan(new ScanLimits(2, 1024, folder.resolve("spill"))),
                published,
                new DeliveryArchive(folder.resolve("bills")),
                new RulesFiles(null, folder.resolve("cost/rules.yaml")),
                new JooqRefusals(postgres.dsl(), CLOCK));
        DemoBill bill = new DemoBill(imports, published, folder, folder.resolve("cost"));
        bill.fill(TODAY, 1);

        List<PublishedDelivery> shown = published.between(NOVEMBER.minusMonths(1), NOVEMBER);
        assertThat(shown).hasSize(2).allSatisfy(each -> assertThat(each.totals().residue())
                .isEqualByComparingTo(BigDecimal.ZERO));
        assertThat(shown.get(0).replaced()).as("the month before came twice").isNotNull();
        assertThat(shown.get(1).replaced()).as("the month under way came once").isNull();
        assertThat(shown.get(1).totals().rows()).as("twenty of thirty days").isBetween(60_000L, 75_000L);
        assertThat(new JooqCostFacts(postgres.dsl()).proofs(NOVEMBER))
                .hasSize(4)
                .allSatisfy(proof -> {
                    assertThat(proof.difference()).isEqualByComparingTo(BigDecimal.ZERO);
                    assertThat(List.of(proof.allocated(), proof.shared(), proof.idle(), proof.unallocated()))
                            .allSatisfy(each -> assertThat(each).isNotZero());
                });

        bill.fill(TODAY, 1);
        assertThat(published.between(NOVEMBER.minusMonths(1), NOVEMBER)).isEqualTo(shown);
    }
}
