package dev.comanda.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.comanda.ops.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The borders of the web. */
class ArchitectureTest implements HouseRules {

    @Test
    void theWebNamesNoClassOfTheJobs() {
        HouseRules.check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("dev.comanda.batch..", "org.springframework.batch.."),
                HouseRules.production());
    }

    @Test
    void theWebKnowsNoSql() {
        HouseRules.check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith(WIRING)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.sql..",
                                "dev.comanda..persistence..",
                                "java.sql..",
                                "javax.sql..",
                                "org.jooq..",
                                "org.springframework.jdbc.."),
                HouseRules.production());
    }
}
