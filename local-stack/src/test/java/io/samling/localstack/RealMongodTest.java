package io.samling.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.localstack.host.ChildProcess;
import io.samling.localstack.host.StackFailure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script plays the part of {@code mongod}, so that this runs where none is installed. */
class RealMongodTest {

    @TempDir Path data;

    @Test
    void runs_instead_of_the_stand_in_where_it_is_named() throws IOException {
        var mongod = program(playsMongod());

        try (var stack = start(mongod)) {
            assertThat(stack.readyLine())
                    .startsWith(
                            "Local stack is ready: MongoDB ("
                                    + mongod
                                    + ") at mongodb://127.0.0.1:");
        }
    }

    @Test
    void is_told_of_with_its_last_words_where_it_does_not_start() throws IOException {
        var mongod = program("#!/bin/sh\necho 'no memory left'\nexit 1\n");

        var stack = start(mongod);

        assertThat(stack.exitCode()).isEqualTo(Kind.SERVER_DIED.exitCode());
        assertThat(stack.said().getLast()).contains(mongod.toString()).endsWith("no memory left");
    }

    private static String playsMongod() {
        return """
        #!/bin/sh
        for argument in "$@"; do
          case $argument in
            --port=*) port=${argument#--port=} ;;
            --dbpath=*) folder=${argument#--dbpath=} ;;
          esac
        done
        exec "%s" -Xmx256m -cp "%s" io.samling.localstack.LocalStack \\
          mongodb --data "$folder" --mongodb-port "$port"
        """
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"));
    }

    private ChildProcess start(Path mongod) {
        return ChildProcess.start(
                "256m",
                List.of(
                        "run",
                        "--data=" + data,
                        "--mongod=" + mongod,
                        "--mongodb-port=0",
                        "--no-kafka"));
    }

    private Path program(String script) throws IOException {
        var program = Files.writeString(data.resolve("mongod.sh"), script, StandardCharsets.UTF_8);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
