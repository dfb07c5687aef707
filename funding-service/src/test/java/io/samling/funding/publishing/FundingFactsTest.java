package io.samling.funding.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.samling.contracts.Topics;
import io.samling.funding.Remembered;
import io.samling.testing.GoldenJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is told of each event, against the kept facts of the contract. */
class FundingFactsTest {

    static final Path CONTRACT = Path.of("..", "contracts", "src", "test", "resources", "golden");
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                    .build();

    final FundingFacts words = new FundingFacts();

    @ParameterizedTest
    @MethodSource("io.samling.funding.Remembered#everySort")
    void every_event_is_one_fact_of_the_contract(Object event) {
        var facts = words.factsOf(event);

        assertThat(facts).hasSize(1);
        var fact = facts.getFirst();
        var name = fact.type().split("\\.", -1);
        GoldenJson.assertMatches(
                CONTRACT.resolve(name[2]).resolve(name[4]),
                name[3],
                JSON.writeValueAsString(fact.body()));
    }

    @Test
    void projects_and_grants_are_subjects_of_the_funding_topic() {
        var registered = words.factsOf(Remembered.PROJECT_REGISTERED).getFirst();
        var changed = words.factsOf(Remembered.GRANT_CHANGED).getFirst();

        assertThat(registered.topic()).isEqualTo(Topics.FUNDING_FACTS);
        assertThat(registered.subject()).isEqualTo(Remembered.PROJECT);
        assertThat(changed.topic()).isEqualTo(Topics.FUNDING_FACTS);
        assertThat(changed.subject()).isEqualTo(Remembered.GRANT);
    }

    @Test
    void a_share_register_is_a_subject_of_the_ownership_topic() {
        var issued = words.factsOf(Remembered.SHARES_ISSUED).getFirst();

        assertThat(issued.topic()).isEqualTo(Topics.OWNERSHIP_FACTS);
        assertThat(issued.subject()).isEqualTo(Remembered.REGISTER);
    }

    @Test
    void an_event_without_words_is_a_fault() {
        assertThatIllegalArgumentException().isThrownBy(() -> words.factsOf("a rumour"));
    }
}
