package dev.comanda.ops.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * What holds in every module. A module's {@code ArchitectureTest} implements this interface, so that the rules run where
 * the mistake is made; its own borders it adds itself.
 */
public interface HouseRules {

    /** Classes with this ending put the application together: they may name what nobody else may. */
    String WIRING = "Configuration";

    Set<String> BINARY_FLOATING_POINT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    Pattern MONEY =
            Pattern.compile("(?i).*(amount|balance|cost|credit|debit|fee|gross|money|net|price|tax|total|value)s?");

    Pattern PERSISTENCE = Pattern.compile("(?<feature>dev\\.comanda\\..+)\\.persistence(\\..*)?");

    Pattern EMPTY_NAME = Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)|Abstract.*Base.*");

    List<String> EMPTY_PACKAGES =
            List.of("..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..", "..dto..");

    /** The classes of the module whose tests run, without those of the modules below it. */
    static JavaClasses production() {
        return ModuleClasses.Production.CLASSES;
    }

    static JavaClasses tests() {
        return ModuleClasses.Tests.CLASSES;
    }

    /** A rule also holds where there is nothing yet that could break it. */
    static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    @Test
    default void nobodyReadsTheClockZoneOrLanguageOfTheMachine() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Clock" + WIRING)
                        .should()
                        .accessTargetWhere(describe("reads the machine's clock, zone or language", access -> {
                            return readsClock(access) || readsDefault(access);
                        }))
                        .because("the same input gives the same bytes, whenever and wherever it runs: a Clock is"
                                + " given, a zone and a locale are named"),
                production());
    }

    @Test
    default void nobodyUsesTheOldDates() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)"
                                + "|java\\.text\\.(Simple)?DateFormat|java\\.sql\\.(Date|Time|Timestamp)"),
                production());
    }

    @Test
    default void moneyIsNeverBinaryFloatingPoint() {
        DescribedPredicate<JavaClass> binary =
                describe("binary floating point", type -> BINARY_FLOATING_POINT.contains(type.getName()));
        check(fields().that().haveNameMatching(MONEY.pattern()).should().notHaveRawType(binary), production());
        check(methods().that().haveNameMatching(MONEY.pattern()).should().notHaveRawReturnType(binary), production());
        check(
                noClasses().should().accessTargetWhere(describe("makes a BigDecimal of a binary fraction", access -> {
                    return access.getTargetOwner().getName().equals("java.math.BigDecimal")
                            && takesBinaryFraction(access);
                })),
                production());
    }

    @Test
    default void aFeaturesPersistenceIsKnownToTheFeatureAlone() {
        check(
                classes()
                        .that()
                        .haveSimpleNameNotEndingWith(WIRING)
                        .should(notKnowThePersistenceOfAnotherFeature())
                        .because("a feature's root package is its API; a " + WIRING + " puts the parts together"),
                production());
    }

    @Test
    default void featuresDoNotKnowEachOtherInCircles() {
        check(slices().matching("dev.comanda.*.(*)..").should().beFreeOfCycles(), production());
    }

    @Test
    default void everyPackageSaysWhatMayBeNull() {
        check(
                classes().should(be(describe("in a package with @NullMarked in its package-info", type -> {
                    return type.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith(NullMarked.class))
                            .orElse(false);
                }))),
                production());
    }

    @Test
    default void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(EMPTY_NAME.pattern()), production());
        check(noClasses().should().resideInAnyPackage(EMPTY_PACKAGES.toArray(String[]::new)), production());
    }

    @Test
    default void noTestIsSwitchedOff() {
        check(noClasses().should().beAnnotatedWith(Disabled.class), tests());
        check(methods().should().notBeAnnotatedWith(Disabled.class), tests());
    }

    @Test
    default void noTestWaitsForTimeToPass() {
        check(
                noClasses().should().accessTargetWhere(describe("sleeps", access -> access.getTarget()
                        .getName()
                        .equals("sleep"))),
                tests());
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getTarget().getName()) {
            case "now" -> owner.startsWith("java.time.") && parameters(access).noneMatch("java.time.Clock"::equals);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "system", "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            default -> false;
        };
    }

    private static boolean readsDefault(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getTarget().getName()) {
            case "systemDefault" -> owner.equals("java.time.ZoneId");
            case "getDefault" -> owner.equals("java.util.Locale") || owner.equals("java.util.TimeZone");
            case "defaultCharset" -> owner.equals("java.nio.charset.Charset");
            default -> false;
        };
    }

    private static boolean takesBinaryFraction(JavaAccess<?> access) {
        return parameters(access).anyMatch(BINARY_FLOATING_POINT::contains);
    }

    private static Stream<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName)
                : Stream.empty();
    }

    private static ArchCondition<JavaClass> notKnowThePersistenceOfAnotherFeature() {
        return new ArchCondition<>("not know the persistence of another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Matcher known =
                            PERSISTENCE.matcher(dependency.getTargetClass().getPackageName());
                    if (known.matches() && !(type.getPackageName() + ".").startsWith(known.group("feature") + ".")) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
