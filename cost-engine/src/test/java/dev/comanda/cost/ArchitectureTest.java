package dev.comanda.cost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.comanda.ops.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The borders of the domain of cloud cost. */
class ArchitectureTest implements HouseRules {

    @Test
    void theCostEngineKnowsNeitherJobsNorPages() {
        HouseRules.check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.batch..",
                                "dev.comanda.web..",
                                "jakarta.servlet..",
                                "org.springframework.batch..",
                                "org.springframework.web.."),
                HouseRules.production());
    }

    /** The root package of a feature is plain Java; what reads bills, clusters and databases lies in packages below. */
    @Test
    void theRootOfAFeatureIsPlainJava() {
        HouseRules.check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.comanda.cost.*")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.sql..",
                                "io.fabric8..",
                                "java.net..",
                                "java.sql..",
                                "javax.sql..",
                                "org.apache.hadoop..",
                                "org.apache.parquet..",
                                "org.duckdb..",
                                "org.jooq..",
                                "org.springframework..",
                                "software.amazon.."),
                HouseRules.production());
    }
}
