package io.samling.member.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.eventrelay.Translation.Fact;
import io.samling.member.Remembered;
import io.samling.testing.GoldenJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class MemberFactsTest {

    static final Path CONTRACT =
            Path.of("..", "contracts", "src", "test", "resources", "golden", "member", "v1");
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                    .build();

    final MemberFacts facts = new MemberFacts();

    static List<Arguments> said() {
        return List.of(
                Arguments.of(Remembered.JOINED, "membership-began"),
                Arguments.of(Remembered.MERGED, "membership-ended"),
                Arguments.of(Remembered.ANNULLED, "membership-annulled"),
                Arguments.of(Remembered.REPORTED, "headcount-reported"),
                Arguments.of(Remembered.CORRECTED, "headcount-corrected"));
    }

    @ParameterizedTest
    @MethodSource("said")
    void are_said_as_the_contract_keeps_them(Object event, String name) {
        var fact = only(event);

        assertThat(fact.type()).isEqualTo("io.samling.member." + name + ".v1");
        GoldenJson.assertMatches(CONTRACT, name, JSON.writeValueAsString(fact.body()));
    }

    @Test
    void a_return_is_a_later_period_that_begins() {
        assertThat(only(Remembered.RETURNED).body())
                .isEqualTo(
                        new MemberFact.MembershipBegan(
                                Remembered.ACME,
                                2,
                                Remembered.NUMBER,
                                "Acme Svets AB",
                                "COMPANY",
                                "0763",
                                Remembered.RETURNED.firstDay(),
                                true));
    }

    @Test
    void leaving_names_its_reason_and_nobody_to_merge_into() {
        assertThat(only(Remembered.LEFT).body())
                .isEqualTo(
                        new MemberFact.MembershipEnded(
                                Remembered.ACME,
                                1,
                                Remembered.NEW_YEAR_2015,
                                Remembered.LAST_DAY_OF_2017,
                                "RESIGNED",
                                null));
    }

    @Test
    void every_event_tells_one_fact_of_its_member() {
        for (var event : Remembered.everySort()) {
            var fact = only(event);
            assertThat(fact.topic()).isEqualTo(Topics.MEMBER_FACTS);
            assertThat(fact.subject()).isEqualTo(Remembered.ACME);
        }
    }

    @Test
    void what_is_no_event_of_ours_is_a_fault() {
        assertThatThrownBy(() -> facts.factsOf("something else"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Fact only(Object event) {
        var told = facts.factsOf(event);
        assertThat(told).hasSize(1);
        return told.getFirst();
    }
}
