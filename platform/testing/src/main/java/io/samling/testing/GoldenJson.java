package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares JSON with a kept file under {@code src/test/resources/golden} of the module under test,
 * so that a change of what is stored or told is seen in review. {@code -Dgolden.write=true} writes
 * the files.
 */
public final class GoldenJson {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GoldenJson() {}

    /**
     * Fails unless the JSON says the same as {@code golden/<name>.json}; order of fields counts.
     */
    public static void assertMatches(String name, String json) {
        assertMatches(FOLDER, name, json);
    }

    /** Like the other, for a folder elsewhere in the source tree. */
    public static void assertMatches(Path folder, String name, String json) {
        var file = folder.resolve(name + ".json");
        assertMatches(file, json, Boolean.getBoolean("golden.write"));
    }

    static void assertMatches(Path file, String json, boolean write) {
        var shown = indented(json);
        if (write) {
            write(file, shown);
        }
        if (!Files.exists(file)) {
            fail("%s is missing: run the test with -Dgolden.write=true and review it", file);
        }
        assertThat(shown).as("JSON against %s", file).isEqualTo(indented(read(file)));
    }

    private static String indented(String json) {
        var text = JSON.writeValueAsString(JSON.readTree(json));
        return text.replace("\r\n", "\n") + "\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
