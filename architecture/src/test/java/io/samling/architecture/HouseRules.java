package io.samling.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** How classes are made here, whatever they are for. */
final class HouseRules {

    private static final String AGGREGATE = "org.axonframework.spring.stereotype.Aggregate";
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final Set<String> INJECTIONS =
            Set.of(
                    "org.springframework.beans.factory.annotation.Autowired",
                    "org.springframework.beans.factory.annotation.Value",
                    "jakarta.inject.Inject",
                    "jakarta.annotation.Resource");

    /** Those that decide. */
    static final DescribedPredicate<JavaClass> AGGREGATES =
            describe("aggregates", javaClass -> javaClass.isAnnotatedWith(AGGREGATE));

    private static final DescribedPredicate<JavaClass> CONTROLLERS =
            describe(
                    "controllers",
                    javaClass ->
                            javaClass.isMetaAnnotatedWith(
                                    "org.springframework.stereotype.Controller"));

    private static final DescribedPredicate<JavaAccess<?>> ASKING_THE_TIME =
            describe("that asks the time without a clock", HouseRules::asksTheTime);
    private static final DescribedPredicate<JavaAccess<?>> SLEEPING =
            describe("that sleeps", HouseRules::sleeps);

    private static final ArchCondition<JavaClass> BE_IN_A_NULL_MARKED_PACKAGE =
            ArchCondition.from(
                    describe(
                            "be in a @NullMarked package",
                            javaClass -> javaClass.getPackage().isAnnotatedWith(NULL_MARKED)));

    private HouseRules() {}

    static List<Rule> all() {
        // spotless:off
        return List.of(
                Rule.of("an aggregate is package-private", "publicaggregate", HouseRules::aggregatesArePrivate),
                Rule.of("a decision needs only Java, Axon, the kernel and its own service", "aggregate", HouseRules::aggregatesAreBare),
                Rule.of("a decision does not ask a clock", "clockedaggregate", HouseRules::aggregatesHaveNoClock),
                Rule.of("nobody asks the time without a clock", "time", HouseRules::timeComesFromAClock),
                Rule.of("nobody sleeps", "sleep", HouseRules::nobodySleeps),
                Rule.of("names say what things do", "names", HouseRules::names),
                Rule.of("nothing is injected into fields", "injection", HouseRules::injection),
                Rule.of("controllers are package-private and live in web", "controllers", HouseRules::controllers),
                Rule.of("null is a type everywhere", "nulls", HouseRules::nullMarked),
                Rule.of("no word is lost on the console", "console", HouseRules::console));
        // spotless:on
    }

    private static ArchRule aggregatesArePrivate(Code code) {
        return classes().that(AGGREGATES).should().bePackagePrivate().allowEmptyShould(true);
    }

    private static ArchRule aggregatesAreBare(Code code) {
        var outside = resideInAnyPackage("java..", "org.axonframework..", "org.jspecify..");
        return classes()
                .that(AGGREGATES)
                .should()
                .onlyDependOnClassesThat(outside.or(code.in("kernel..")).or(code.writing()))
                .allowEmptyShould(true);
    }

    private static ArchRule aggregatesHaveNoClock(Code code) {
        return noClasses()
                .that(AGGREGATES.or(code.writing()))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .allowEmptyShould(true);
    }

    private static ArchRule timeComesFromAClock(Code code) {
        return noClasses()
                .that(not(code.in("localstack..")))
                .should()
                .accessTargetWhere(ASKING_THE_TIME);
    }

    private static ArchRule nobodySleeps(Code code) {
        return noClasses().should().accessTargetWhere(SLEEPING);
    }

    private static ArchRule names(Code code) {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Utils?|Helper|Manager|Dto)");
    }

    private static ArchRule injection(Code code) {
        return noFields()
                .should()
                .beAnnotatedWith(
                        describe(
                                "injection",
                                annotation ->
                                        INJECTIONS.contains(annotation.getRawType().getName())));
    }

    private static ArchRule controllers(Code code) {
        return classes()
                .that(CONTROLLERS)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAnyPackage("..web..", "..webedge..")
                .allowEmptyShould(true);
    }

    private static ArchRule nullMarked(Code code) {
        return classes().should(BE_IN_A_NULL_MARKED_PACKAGE);
    }

    private static ArchRule console(Code code) {
        return noClasses()
                .that(not(code.in("localstack..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    private static boolean asksTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        var withClock =
                access instanceof JavaMethodCall call
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Clock.class));
        var now = owner.startsWith("java.time.") && name.equals("now") && !withClock;
        return now || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static boolean sleeps(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return access.getTarget().getName().equals("sleep")
                && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit").contains(owner);
    }
}
