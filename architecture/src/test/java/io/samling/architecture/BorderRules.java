package io.samling.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may import whom. */
final class BorderRules {

    private static final DescribedPredicate<JavaClass> SPRING_WEB =
            resideInAnyPackage("org.springframework.web..", "org.springframework.http..");
    private static final DescribedPredicate<JavaClass> MONGODB =
            resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..");
    private static final DescribedPredicate<JavaClass> KAFKA =
            resideInAnyPackage("org.apache.kafka..", "io.cloudevents..");
    private static final DescribedPredicate<JavaClass> AXON =
            resideInAPackage("org.axonframework..");
    private static final DescribedPredicate<JavaClass> COMMANDS =
            belongTo(simpleNameEndingWith("Command"));

    private BorderRules() {}

    static List<Rule> all() {
        // spotless:off
        return List.of(
                Rule.of("contracts and kernel need nothing but Java", "contracts", BorderRules::contractsAndKernel),
                Rule.of("every package of a service is listed", "unlisted", BorderRules::listed),
                new Rule("every listed package has a class", "empty", "member.fees has no class", BorderRules::listed),
                Rule.of("a writing feature knows no infrastructure and no reader", "writing", BorderRules::writing),
                Rule.of("a writing feature knows of others only their ids", "ids", BorderRules::ids),
                Rule.of("a reading feature gives no commands and knows no aggregate", "reading", BorderRules::reading),
                Rule.of("edges are leaves", "leaves", BorderRules::leaves),
                Rule.of("web knows no server", "web", BorderRules::web),
                Rule.of("one web does not know another", "webs", BorderRules::webs),
                Rule.of("publishing knows events, not commands and views", "publishing", BorderRules::publishing),
                Rule.of("facts are seen by publishing and feed alone", "facts", BorderRules::facts),
                Rule.of("reporting knows no Axon", "reporting", BorderRules::reporting),
                Rule.of("platform knows no service", "platform", BorderRules::platform),
                Rule.of("no service knows another", "services", BorderRules::services),
                Rule.of("the local stack knows nothing of the register", "localstack", BorderRules::localStack),
                Rule.of("nothing goes in circles", "circles", BorderRules::circles));
        // spotless:on
    }

    private static ArchRule contractsAndKernel(Code code) {
        var published = code.in("contracts..", "kernel..");
        return classes()
                .that(published)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..").or(published));
    }

    private static ArchRule listed(Code code) {
        return classes().should(new Listed(code));
    }

    private static ArchRule writing(Code code) {
        var infrastructure = SPRING_WEB.or(MONGODB).or(KAFKA);
        return noneOf(code.writing(), infrastructure.or(code.reading()));
    }

    private static ArchRule ids(Code code) {
        return slices().matching(code.root() + ".(*).(*)")
                .that(SliceOf.classes(code.writing()))
                .should()
                .notDependOnEachOther()
                .ignoreDependency(code.writing(), simpleNameEndingWith("Id"))
                .allowEmptyShould(true);
    }

    private static ArchRule reading(Code code) {
        return noneOf(code.reading(), COMMANDS.or(HouseRules.AGGREGATES));
    }

    private static ArchRule leaves(Code code) {
        var web = code.edges("web");
        var feed = code.edges("feed");
        var publishing = code.edges("publishing");
        var edges = web.or(feed).or(publishing);
        return noneOf(code.ofServices().and(not(edges)), edges);
    }

    private static ArchRule web(Code code) {
        return noneOf(code.edges("web"), MONGODB.or(KAFKA));
    }

    private static ArchRule webs(Code code) {
        return slices().matching(code.root() + ".(*).(*).web..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private static ArchRule publishing(Code code) {
        return noneOf(
                code.edges("publishing"), COMMANDS.or(HouseRules.AGGREGATES).or(code.reading()));
    }

    private static ArchRule facts(Code code) {
        var mayKnow = code.edges("feed").or(code.edges("publishing")).or(code.in("contracts.."));
        return noneOf(not(mayKnow), code.facts());
    }

    private static ArchRule reporting(Code code) {
        return noneOf(code.in("reporting.."), AXON.or(code.in("eventstore..", "eventrelay..")));
    }

    private static ArchRule platform(Code code) {
        return noneOf(not(code.ofServices()), code.ofServices());
    }

    private static ArchRule services(Code code) {
        return slices().matching(code.root() + ".(*)..")
                .that(SliceOf.classes(code.ofServices()))
                .should()
                .notDependOnEachOther();
    }

    private static ArchRule localStack(Code code) {
        var stack = code.in("localstack..");
        return noneOf(stack, code.anywhere().and(not(stack)));
    }

    private static ArchRule circles(Code code) {
        return slices().matching(code.root() + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** That these packages have classes at all is a rule of its own. */
    private static ArchRule noneOf(
            DescribedPredicate<JavaClass> those, DescribedPredicate<JavaClass> forbidden) {
        return noClasses()
                .that(those)
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true);
    }
}
