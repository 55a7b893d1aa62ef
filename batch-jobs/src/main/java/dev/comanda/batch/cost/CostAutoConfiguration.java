package dev.comanda.batch.cost;

import dev.comanda.cost.allocation.RulesKeeper;
import dev.comanda.cost.allocation.RulesSource;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.BillSources;
import dev.comanda.cost.bucket.s3.Buckets;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.focus.FocusExport;
import dev.comanda.cost.focus.duckdb.DuckDbFocusDataset;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportRequests;
import dev.comanda.cost.imports.PublishedBills;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqImportRequests;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.opinion.CallBudget;
import dev.comanda.cost.opinion.CostExplorer;
import dev.comanda.cost.opinion.RememberedCostExplorer;
import dev.comanda.cost.opinion.SecondOpinion;
import dev.comanda.cost.opinion.ServiceNames;
import dev.comanda.cost.opinion.UnaskedCostExplorer;
import dev.comanda.cost.opinion.aws.AwsCostExplorer;
import dev.comanda.cost.opinion.persistence.JooqAnswers;
import dev.comanda.cost.opinion.persistence.JooqCallBudget;
import dev.comanda.cost.reallocation.RulesChanges;
import dev.comanda.cost.reallocation.RulesTrial;
import dev.comanda.cost.reallocation.RulesWork;
import dev.comanda.cost.reallocation.persistence.JooqRulesChanges;
import dev.comanda.cost.report.CostBreakdowns;
import dev.comanda.cost.report.CostEvidence;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.DividedScan;
import dev.comanda.cost.scan.duckdb.DuckDbChargeLines;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.scan.trino.TrinoChargeScan;
import dev.comanda.cost.scan.trino.TrinoEngine;
import dev.comanda.cost.scan.trino.TrinoTables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Brings the cost engine into the worker and the command line. */
@AutoConfiguration
public class CostAutoConfiguration {

    @Bean
    BillArchive billArchive(@Value("${comanda.cost.dir:${comanda.data-dir:data}/cost}") String folder) {
        return new DeliveryArchive(Path.of(folder, "bills"));
    }

    @Bean
    BillSources billSources(@Value("${comanda.s3.endpoint:#{null}}") @Nullable String s3Endpoint) {
        return new BillSources(new Buckets(s3Endpoint));
    }

    @Bean
    ScanLimits scanLimits(@Value("${comanda.cost.dir:${comanda.data-dir:data}/cost}") String folder) {
        return ScanLimits.standard(Path.of(folder, "spill").toAbsolutePath());
    }

    @Bean
    ChargeScan chargeScan(ScanLimits limits, Environment environment) {
        ChargeScan files = new DuckDbChargeScan(limits);
        TrinoSettings trino = TrinoSettings.of(environment);
        String url = trino.url();
        if (url == null || url.isBlank()) {
            return files;
        }
        TrinoTables tables = trino.tables();
        return new DividedScan(files, new TrinoChargeScan(() -> TrinoEngine.open(url, trino.user(), tables)));
    }

    @Bean
    @ConditionalOnMissingBean
    PublishedBills publishedBills(DSLContext database, Clock clock) {
        return new JooqPublishedBills(database, clock);
    }

    @Bean
    RulesKeeper allocationRules(
            @Value("${comanda.cost.rules:}") String named,
            @Value("${comanda.cost.dir:${comanda.data-dir:data}/cost}") String folder) {
        return new RulesFiles(named.isBlank() ? null : Path.of(named), Path.of(folder, "rules.yaml"));
    }

    @Bean
    @ConditionalOnMissingBean
    CostFacts costFacts(DSLContext database) {
        return new JooqCostFacts(database);
    }

    @Bean
    CostImport costImport(
            ChargeScan scan,
            PublishedBills published,
            BillArchive archive,
            RulesSource rules,
            DSLContext database,
            Clock clock) {
        return new CostImport(scan, published, archive, rules, new JooqRefusals(database, clock));
    }

    @Bean
    BillImports billImports(BillSources sources, CostImport imports) {
        return new BillImports(sources, imports);
    }

    @Bean
    @ConditionalOnMissingBean
    ImportRequests importRequests(DSLContext database, Clock clock) {
        return new JooqImportRequests(database, clock);
    }

    @Bean
    CostReports costReports(
            ChargeScan scan, PublishedBills published, BillArchive archive, CostFacts facts, RulesSource rules) {
        return new CostReports(scan, published, archive, facts, rules);
    }

    @Bean
    CostBreakdowns costBreakdowns(CostReports reports) {
        return new CostBreakdowns(reports);
    }

    @Bean
    CostEvidence costEvidence(ScanLimits limits, PublishedBills published, BillArchive archive, RulesSource rules) {
        return new CostEvidence(new DuckDbChargeLines(limits), published, archive, rules);
    }

    @Bean
    RulesChanges rulesChanges(DSLContext database, Clock clock) {
        return new JooqRulesChanges(database, clock);
    }

    @Bean
    RulesTrial rulesTrial(CostReports reports, ChargeScan scan) {
        return new RulesTrial(reports, scan);
    }

    @Bean
    RulesWork rulesWork(
            RulesChanges changes,
            RulesKeeper rules,
            RulesTrial trial,
            PublishedBills published,
            BillArchive archive,
            CostImport imports) {
        return new RulesWork(changes, rules, trial, published, archive, imports);
    }

    @Bean
    FocusExport focusExport(ScanLimits limits, PublishedBills published, BillArchive archive, RulesSource rules) {
        return new FocusExport(new DuckDbFocusDataset(limits), published, archive, rules);
    }

    @Bean
    CostExplorer costExplorer(Environment environment, DSLContext database, Clock clock) {
        CostExplorerSettings settings = CostExplorerSettings.of(environment);
        if (!settings.enabled()) {
            return new UnaskedCostExplorer();
        }
        CallBudget budget = new JooqCallBudget(database, clock, settings.callsPerDay());
        return new RememberedCostExplorer(
                AwsCostExplorer.open(settings.endpoint(), budget),
                new JooqAnswers(database),
                Duration.ofHours(settings.cacheHours()),
                clock);
    }

    @Bean
    SecondOpinion secondOpinion(CostReports reports, CostExplorer explorer) {
        return new SecondOpinion(reports, explorer, ServiceNames.shipped());
    }
}
