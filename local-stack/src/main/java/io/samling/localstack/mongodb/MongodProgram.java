package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program that is run where there is a real {@code mongod}. */
final class MongodProgram {

    /** Older ones do not know all that they are started with. */
    private static final int OLDEST = 5;

    private static final Pattern VERSION = Pattern.compile("db version v((\\d+)[\\w.-]*)");

    private MongodProgram() {}

    /** The one that was named, or one on the PATH. */
    static Optional<Path> find(Optional<String> named) {
        if (named.isPresent()) {
            var program = Path.of(named.get());
            if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
                throw new StackFailure(
                        StackFailure.Kind.WRONG_SETTING,
                        "SAMLING_MONGOD names %s, which cannot be run.".formatted(program));
            }
            return named.map(Path::of);
        }
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (var folder : path.split(File.pathSeparator, -1)) {
            var program = Path.of(folder, "mongod");
            if (!folder.isEmpty() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** Refuses one that says it is too old; one that says nothing is tried. */
    static void requireYoungEnough(Path program) {
        var version = VERSION.matcher(says(program, "--version"));
        if (version.find() && Integer.parseInt(version.group(2)) < OLDEST) {
            throw new StackFailure(
                    StackFailure.Kind.WRONG_SETTING,
                    "%s is MongoDB %s: take %d.0 or newer, or name none in SAMLING_MONGOD to run the stand-in."
                            .formatted(program, version.group(1), OLDEST));
        }
    }

    private static String says(Path program, String argument) {
        try {
            var process =
                    new ProcessBuilder(program.toString(), argument)
                            .redirectErrorStream(true)
                            .start();
            try (var output = process.getInputStream()) {
                process.getOutputStream().close();
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new StackFailure(
                    StackFailure.Kind.WRONG_SETTING,
                    "%s cannot be run: %s.".formatted(program, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
