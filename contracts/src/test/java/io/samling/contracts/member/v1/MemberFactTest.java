package io.samling.contracts.member.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The kept JSON of each fact is what others rely on: it may grow, and never change. */
class MemberFactTest {

    static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "member", "v1");
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                    .build();

    static List<Class<?>> facts() {
        return List.of(MemberFact.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_kept_fact_is_read_and_written_again_without_loss(Class<? extends MemberFact> type)
            throws IOException {
        var kept = Files.readString(GOLDEN.resolve(nameOf(type) + ".json"));

        var fact = JSON.readValue(kept, type);

        assertThat(JSON.writeValueAsString(fact)).isEqualTo(JSON.readTree(kept).toString());
        assertThat(MemberFact.typeOf(fact)).isEqualTo(wireName(type));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_found_by_its_wire_name(Class<? extends MemberFact> type) {
        assertThat(MemberFact.classOf(wireName(type))).isEqualTo(type);
    }

    @Test
    void a_wire_name_of_tomorrow_is_not_known() {
        assertThat(MemberFact.classOf("io.samling.member.of-tomorrow.v1")).isNull();
    }

    @Test
    void every_kept_fact_is_still_in_the_contract() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSameElementsAs(
                            facts().stream().map(type -> nameOf(type) + ".json").toList());
        }
    }

    static String wireName(Class<?> type) {
        return "io.samling.member." + nameOf(type) + ".v1";
    }

    static String nameOf(Class<?> type) {
        var words = type.getSimpleName().split("(?=\\p{Lu})", -1);
        return String.join("-", Arrays.stream(words).map(String::toLowerCase).toList());
    }
}
