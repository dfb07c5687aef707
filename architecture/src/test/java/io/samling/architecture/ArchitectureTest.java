package io.samling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    static final JavaClasses SAMLING =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(Code.SAMLING.root());

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.over().apply(Code.SAMLING).check(SAMLING);
    }

    /** A rule that could not fail would prove nothing: each is shown red, on every run. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void breaks_where_it_is_broken_on_purpose(Rule rule) {
        var code = Code.fixture(rule.fixture());
        var classes = new ClassFileImporter().importPackages(code.root());

        var result = rule.over().apply(code).evaluate(classes);

        assertThat(result.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(rule.culprit()));
    }

    static List<Rule> rules() {
        var rules = new ArrayList<>(BorderRules.all());
        rules.addAll(HouseRules.all());
        return rules;
    }
}
