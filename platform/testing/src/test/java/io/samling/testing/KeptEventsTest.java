package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.testing.KeptEvents.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEventsTest {

    private static final String WRITE = "golden.write";
    private static final @Nullable String BEFORE = System.getProperty(WRITE);

    @TempDir Path folder;

    @BeforeEach
    void keepTheFirst() throws IOException {
        Files.writeString(folder.resolve("guest.came.json"), "{\"visitor\" : \"Ada\"}");
        System.clearProperty(WRITE);
    }

    @AfterEach
    void leaveItAsItWas() {
        if (BEFORE == null) {
            System.clearProperty(WRITE);
        } else {
            System.setProperty(WRITE, BEFORE);
        }
    }

    void assertKept(@Nullable String revision, String json) {
        KeptEvents.in(folder).assertKept("guest.came", revision, json);
    }

    @Test
    void what_is_written_as_it_was_is_kept() {
        assertThatCode(() -> assertKept(null, "{\"visitor\":\"Ada\"}")).doesNotThrowAnyException();
    }

    @Test
    void what_is_kept_is_never_overwritten() {
        System.setProperty(WRITE, "true");

        assertThatThrownBy(() -> assertKept(null, "{\"name\":\"Ada\"}"))
                .isInstanceOf(AssertionError.class);
        assertThat(folder.resolve("guest.came.json")).hasContent("{\"visitor\" : \"Ada\"}");
    }

    @Test
    void a_later_revision_is_kept_beside_the_earlier_ones() {
        assertThatThrownBy(() -> assertKept("2", "{\"name\":\"Ada\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(WRITE);
        System.setProperty(WRITE, "true");
        assertKept("2", "{\"name\":\"Ada\"}");

        assertThat(KeptEvents.in(folder).all())
                .extracting(Kept::name)
                .containsOnly("guest.came")
                .hasSize(2);
        assertThat(KeptEvents.in(folder).all())
                .extracting(Kept::revision)
                .containsExactlyInAnyOrder(null, "2");
    }

    @Test
    void a_later_revision_needs_all_before_it() {
        System.setProperty(WRITE, "true");

        assertThatThrownBy(() -> assertKept("3", "{\"name\":\"Ada\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("guest.came@2.json is missing");
    }
}
