package io.samling.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import io.samling.funding.FundingServiceApplication;
import io.samling.member.MemberServiceApplication;
import io.samling.reporting.ReportingServiceApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.core.ApplicationModules;

/** Each feature of a service is a module with an inside that others leave alone. */
class ModulesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                MemberServiceApplication.class,
                FundingServiceApplication.class,
                ReportingServiceApplication.class
            })
    void features_use_only_what_others_show(Class<?> service) {
        ApplicationModules.of(service).verify();
    }

    @Test
    void one_that_reaches_inside_another_is_found() {
        ImportOption fixturesToo = location -> true;
        var modules = ApplicationModules.of("io.samling.architecture.red.modulith", fixturesToo);

        var violations = modules.detectViolations();

        assertThat(violations.getMessages()).anySatisfy(one -> assertThat(one).contains("Leak"));
    }
}
