package io.samling.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is met by the code that made it, and by no other. */
class CodeFingerprintsTest {

    static final String AGGREGATE = "club.Club";

    /** Its package is where the events of this test live. */
    interface Family {}

    @TempDir Path then;
    @TempDir Path now;

    @BeforeEach
    void compileTheSameTwice() throws IOException {
        for (var folder : List.of(then, now)) {
            compile(folder, "club/Club", "as it was");
            compile(folder, "club/rules/Rule", "as it was");
            compile(folder, "io/samling/eventstore/axon/Happened", "as it was");
            compile(folder, "io/samling/kernel/Money", "as it was");
            compile(folder, "elsewhere/Unrelated", "as it was");
        }
    }

    private static void compile(Path folder, String type, String code) throws IOException {
        var file = folder.resolve(type + ".class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, code);
    }

    private static String printOf(Path folder) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var here = new URL[] {URI.create(folder.toUri().toString()).toURL()};
        try (var classes = new URLClassLoader(here, null)) {
            thread.setContextClassLoader(classes);
            return new CodeFingerprints(List.of(Family.class)).of(AGGREGATE);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void the_same_code_has_the_same_print_wherever_it_lies() throws IOException {
        compile(now, "elsewhere/Unrelated", "changed");

        assertThat(printOf(now)).isEqualTo(printOf(then));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "club/Club",
                "club/rules/Rule",
                "io/samling/eventstore/axon/Happened",
                "io/samling/kernel/Money",
                "club/AddedLater"
            })
    void changed_code_has_another_print(String type) throws IOException {
        compile(now, type, "changed");

        assertThat(printOf(now)).isNotEqualTo(printOf(then));
    }
}
