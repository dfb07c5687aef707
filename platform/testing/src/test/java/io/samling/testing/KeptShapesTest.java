package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptShapesTest {

    record Joined(String name, @Nullable Long share, List<Part> parts) {}

    record Part(int number) {}

    record WithMore(String name, @Nullable Long share, List<Part> parts, boolean demo) {}

    record WithOtherParts(String name, @Nullable Long share, List<OtherPart> parts) {}

    record OtherPart(String number) {}

    record WithoutTheUnknown(String name, Long share, List<Part> parts) {}

    @TempDir Path folder;

    @BeforeEach
    void keep() throws IOException {
        Files.writeString(
                folder.resolve("joined.json"),
                """
                {
                  "name" : "String",
                  "share?" : "Long",
                  "parts" : [ {
                    "number" : "int"
                  } ]
                }
                """);
    }

    void assertKept(@Nullable String revision, Class<?> type) {
        KeptShapes.in(folder).assertKept("joined", revision, type);
    }

    @Test
    void what_has_the_shape_that_is_kept_may_be_stored() {
        assertThatCode(() -> assertKept(null, Joined.class)).doesNotThrowAnyException();
    }

    @Test
    void a_field_more_or_another_type_within_one_or_a_null_less_needs_a_revision() {
        for (var changed : List.of(WithMore.class, WithOtherParts.class, WithoutTheUnknown.class)) {
            assertThatThrownBy(() -> assertKept(null, changed))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("give " + changed.getSimpleName() + " a new @Revision")
                    .hasMessageContaining("add an upcaster");
        }
    }

    @Test
    void what_is_new_is_kept_on_purpose() {
        assertThatThrownBy(() -> assertKept("2", WithMore.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("joined (revision 2) is stored and its shape is not kept");
    }
}
