package io.samling.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some code that the rules are asked about.
 *
 * @param root its topmost package
 * @param services what its services consist of
 */
record Code(String root, List<Service> services) {

    /** Samling itself. A package that is not listed here breaks a rule. */
    static final Code SAMLING =
            new Code(
                    "io.samling",
                    List.of(
                            new Service(
                                    "member",
                                    List.of("membership", "headcount"),
                                    List.of("roll", "recount"),
                                    List.of(
                                            "membership.web",
                                            "headcount.web",
                                            "roll.web",
                                            "publishing")),
                            new Service(
                                    "funding",
                                    List.of("projects", "financing", "ownership"),
                                    List.of("portfolio", "recount"),
                                    List.of(
                                            "projects.web",
                                            "financing.web",
                                            "ownership.web",
                                            "portfolio.web",
                                            "publishing")),
                            new Service(
                                    "reporting",
                                    List.of(),
                                    List.of(
                                            "dashboard",
                                            "figures",
                                            "members",
                                            "grants",
                                            "owners",
                                            "rows"),
                                    List.of(
                                            "dashboard.web",
                                            "figures.web",
                                            "members.feed",
                                            "grants.feed",
                                            "owners.feed",
                                            "upkeep.web"))));

    /** A fixture: a few classes laid out like Samling, with a fault on purpose. */
    static Code fixture(String name) {
        var edges = List.of("membership.web", "roll.web", "publishing");
        return new Code(
                "io.samling.architecture.red." + name,
                List.of(
                        new Service(
                                "member", List.of("membership", "fees"), List.of("roll"), edges),
                        new Service(
                                "reporting",
                                List.of(),
                                List.of("figures"),
                                List.of("figures.feed"))));
    }

    /** All classes. */
    DescribedPredicate<JavaClass> anywhere() {
        return resideInAnyPackage(root + "..");
    }

    /** Classes in one of the packages, given relative to the root. */
    DescribedPredicate<JavaClass> in(String... packages) {
        return in(Stream.of(packages));
    }

    /** Classes of any service. */
    DescribedPredicate<JavaClass> ofServices() {
        return in(services.stream().map(service -> service.name() + ".."));
    }

    /** Classes of features that decide and remember. */
    DescribedPredicate<JavaClass> writing() {
        return in(services.stream().flatMap(service -> service.under(service.writes())));
    }

    /** Classes of features that show. */
    DescribedPredicate<JavaClass> reading() {
        return in(services.stream().flatMap(service -> service.under(service.reads())));
    }

    /** Classes of the edges of one kind: {@code web}, {@code feed} or {@code publishing}. */
    DescribedPredicate<JavaClass> edges(String kind) {
        return in(services.stream().map(service -> service.name() + ".." + kind + ".."));
    }

    /** The facts themselves; positions, marks and the envelope are everybody's. */
    DescribedPredicate<JavaClass> facts() {
        return in("contracts..v1..");
    }

    private DescribedPredicate<JavaClass> in(Stream<String> packages) {
        return resideInAnyPackage(packages.map(name -> root + "." + name).toArray(String[]::new));
    }

    /**
     * What a service consists of.
     *
     * @param name its package
     * @param writes features that decide and remember
     * @param reads features that show
     * @param edges where it meets others, such as {@code membership.web} and {@code publishing}
     */
    record Service(String name, List<String> writes, List<String> reads, List<String> edges) {

        /** All packages of the service below its own. */
        List<String> packages() {
            var packages = new ArrayList<>(writes);
            packages.addAll(reads);
            packages.addAll(edges);
            return packages;
        }

        private Stream<String> under(List<String> features) {
            return features.stream().map(feature -> name + "." + feature);
        }
    }
}
