package dev.comanda.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.comanda.ops.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The borders of the jobs. */
class ArchitectureTest implements HouseRules {

    @Test
    void theJobsKnowNoPages() {
        HouseRules.check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.comanda.web..", "jakarta.servlet..", "org.springframework.web.."),
                HouseRules.production());
    }

    @Test
    void theSimulatorSharesNothingWithWhatItChecks() {
        HouseRules.check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.comanda.batch.simulator..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.ops.reconciliation..",
                                "dev.comanda.ops.ledger..",
                                "dev.comanda.batch.feeds..",
                                "dev.comanda.batch.readers..",
                                "dev.comanda.sql.."),
                HouseRules.production());
    }
}
