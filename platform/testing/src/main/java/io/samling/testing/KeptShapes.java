package io.samling.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the shape that a record gives its JSON (fields, in order, with their types) with the one
 * kept for its stored name and revision under {@code src/test/resources/golden/shapes}. A shape is
 * kept once and never overwritten: what was stored with it is read for ever. {@code
 * -Dgolden.write=true} keeps those that are new.
 */
public final class KeptShapes {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    private KeptShapes(Path folder) {
        this.folder = folder;
    }

    /** Those of the module under test. */
    public static KeptShapes ofModule() {
        return in(Path.of("src", "test", "resources", "golden", "shapes"));
    }

    static KeptShapes in(Path folder) {
        return new KeptShapes(folder);
    }

    /** Fails where what is stored under a name and revision has another shape than it had. */
    public void assertKept(String name, @Nullable String revision, Class<?> type) {
        var file = folder.resolve(fileName(name, revision));
        var shape = JSON.writeValueAsString(shapeOf(type)).replace("\r\n", "\n") + "\n";
        if (!Files.exists(file)) {
            keep(name, revision, file, shape);
        }
        var kept = read(file);
        if (!kept.equals(shape)) {
            fail(
                    """
                    The JSON of %s has changed, and logs hold it as it was: put it back, or give %s \
                    a new @Revision (it has %s), add an upcaster from that one, tried on its kept \
                    JSON, and keep the new shape with -Dgolden.write=true. It was
                    %sand is
                    %s"""
                            .formatted(name, type.getSimpleName(), revision, kept, shape));
        }
    }

    private static void keep(String name, @Nullable String revision, Path file, String shape) {
        if (!Boolean.getBoolean("golden.write")) {
            fail(
                    "%s (revision %s) is stored and its shape is not kept: run the test with"
                            + " -Dgolden.write=true and review %s, for it will be read for ever",
                    name, revision, file);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, shape, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that keeps something of a name and revision. */
    static String fileName(String name, @Nullable String revision) {
        return name + (revision == null ? "" : "@" + revision) + ".json";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object shapeOf(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        }
        if (!type.isRecord()) {
            return type.getSimpleName();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent field : type.getRecordComponents()) {
            var mayBeNull = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.put(field.getName() + (mayBeNull ? "?" : ""), shapeOf(field.getAnnotatedType()));
        }
        return fields;
    }

    private static Object shapeOf(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType parameterized) {
            var arguments = parameterized.getAnnotatedActualTypeArguments();
            return Collection.class.isAssignableFrom(rawType(parameterized.getType()))
                    ? List.of(shapeOf(arguments[0]))
                    : Map.of("*", shapeOf(arguments[arguments.length - 1]));
        }
        return shapeOf(rawType(annotated.getType()));
    }

    private static Class<?> rawType(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default ->
                    throw new IllegalArgumentException("A stored event has no plain type " + type);
        };
    }
}
