package io.samling.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kept JSON of each fact is what others rely on: it may grow, and never change.
 *
 * @param <F> the facts of one family
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class KeptFactsTest<F> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                    .build();

    private final String family;
    private final Path golden;
    private final Class<F> facts;
    private final Function<F, String> typeOf;
    private final Function<String, @Nullable Class<? extends F>> classOf;

    /** For the family of that name in the golden folder, with how its types are named and found. */
    protected KeptFactsTest(
            String family,
            Class<F> facts,
            Function<F, String> typeOf,
            Function<String, @Nullable Class<? extends F>> classOf) {
        this.family = family;
        this.golden = Path.of("src", "test", "resources", "golden", family, "v1");
        this.facts = facts;
        this.typeOf = typeOf;
        this.classOf = classOf;
    }

    List<Class<?>> facts() {
        return List.of(facts.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_kept_fact_is_read_and_written_again_without_loss(Class<? extends F> type)
            throws IOException {
        var kept = Files.readString(golden.resolve(nameOf(type) + ".json"));

        var fact = JSON.readValue(kept, type);

        assertThat(JSON.writeValueAsString(fact)).isEqualTo(JSON.readTree(kept).toString());
        assertThat(typeOf.apply(fact)).isEqualTo(wireName(type));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_found_by_its_wire_name(Class<? extends F> type) {
        assertThat(classOf.apply(wireName(type))).isEqualTo(type);
    }

    @Test
    void a_wire_name_of_tomorrow_is_not_known() {
        assertThat(classOf.apply("io.samling." + family + ".of-tomorrow.v1")).isNull();
    }

    @Test
    void every_kept_fact_is_still_in_the_contract() throws IOException {
        try (var files = Files.list(golden)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSameElementsAs(
                            facts().stream().map(type -> nameOf(type) + ".json").toList());
        }
    }

    private String wireName(Class<?> type) {
        return "io.samling." + family + "." + nameOf(type) + ".v1";
    }

    private static String nameOf(Class<?> type) {
        var words = type.getSimpleName().split("(?=\\p{Lu})", -1);
        return String.join("-", Arrays.stream(words).map(String::toLowerCase).toList());
    }
}
