package dev.comanda.ops;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.comanda.ops.testing.HouseRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The borders of the backoffice's domain, and the floors inside it. */
class ArchitectureTest implements HouseRules {

    private static final String BASE = "dev.comanda.ops.";

    /** From the ground up; a feature knows only the floors below its own. A new feature gets its floor here. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("money", "calendar", "error", "copy", "wording"),
            List.of("identity", "audit", "outbox", "jobcontrol", "completeness"),
            List.of("casework", "policy", "approval"),
            List.of("marketplace", "ingest", "psp", "bank"),
            List.of("reconciliation", "ledger"),
            List.of("refund", "onboarding", "decision", "posting", "close", "chargeback"));

    private static final Map<String, Integer> FLOOR_OF_FEATURE = floorOfFeature();

    @Test
    void theDomainKnowsNeitherJobsNorPagesNorTheCloud() {
        HouseRules.check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.batch..",
                                "dev.comanda.cost..",
                                "dev.comanda.web..",
                                "jakarta.servlet..",
                                "org.springframework.batch..",
                                "org.springframework.web..",
                                "software.amazon..",
                                "org.apache.parquet.."),
                HouseRules.production());
    }

    @Test
    void theDomainIsPlainJavaAndOnlyItsAdaptersKnowTheDatabase() {
        HouseRules.check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..persistence..", "..loading..", "..claiming..", BASE + "copy..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.comanda.sql..",
                                "java.net..",
                                "java.nio.file..",
                                "java.sql..",
                                "javax.sql..",
                                "org.jooq..",
                                "org.postgresql..",
                                "org.springframework.."),
                HouseRules.production());
    }

    @Test
    void everyFeatureHasAFloor() {
        HouseRules.check(
                classes()
                        .that()
                        .resideOutsideOfPackage("dev.comanda.ops")
                        .should(be(describe(
                                "of a feature that stands on one of the floors",
                                type -> FLOOR_OF_FEATURE.containsKey(feature(type))))),
                HouseRules.production());
    }

    @Test
    void aFeatureKnowsOnlyTheFloorsBelowItsOwn() {
        HouseRules.check(
                classes().should(be(describe("above whatever it knows", ArchitectureTest::aboveWhatItKnows))),
                HouseRules.production());
    }

    private static boolean aboveWhatItKnows(JavaClass type) {
        String own = feature(type);
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(known -> known.getPackageName().startsWith(BASE))
                .map(ArchitectureTest::feature)
                .allMatch(known -> known.equals(own) || floor(known) < floor(own));
    }

    private static int floor(String feature) {
        return FLOOR_OF_FEATURE.getOrDefault(feature, FLOORS.size());
    }

    private static String feature(JavaClass type) {
        String inside = type.getPackageName()
                .substring(Math.min(BASE.length(), type.getPackageName().length()));
        return inside.replaceFirst("\\..*", "");
    }

    private static Map<String, Integer> floorOfFeature() {
        Map<String, Integer> floors = new HashMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String feature : FLOORS.get(floor)) {
                floors.put(feature, floor);
            }
        }
        return Map.copyOf(floors);
    }
}
