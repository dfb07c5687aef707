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
import java.util.concurrent.TimeUnit;
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

    @Test
    void is_told_of_with_its_last_error_rather_than_with_how_it_ended() throws IOException {
        var mongod =
                program(
                        """
                        #!/bin/sh
                        echo '{"s":"I",  "c":"CONTROL", "msg":"starting"}'
                        echo '{"s":"E",  "c":"STORAGE", "msg":"wrong featureCompatibilityVersion"}'
                        echo '{"s":"I",  "c":"CONTROL", "msg":"shutting down"}'
                        exit 62
                        """);

        assertThat(start(mongod).said().getLast()).contains("wrong featureCompatibilityVersion");
    }

    @Test
    void is_refused_by_its_version_where_it_is_too_old() throws IOException {
        var mongod = program("#!/bin/sh\necho 'db version v4.4.29'\n");

        var stack = start(mongod);

        assertThat(stack.exitCode()).isEqualTo(Kind.WRONG_SETTING.exitCode());
        assertThat(stack.said()).singleElement().asString().contains("is MongoDB 4.4.29: take 5.0");
    }

    @Test
    void is_refused_where_it_is_no_program_of_this_machine() throws IOException {
        var mongod = program("#!/no/such/interpreter\n");

        var stack = start(mongod);

        assertThat(stack.exitCode()).isEqualTo(Kind.WRONG_SETTING.exitCode());
        assertThat(stack.said()).singleElement().asString().contains("cannot be run");
    }

    /** Else it would go on holding the port and the folder. */
    @Test
    void ends_with_a_stack_that_is_killed() throws Exception {
        var stack = start(program(playsMongod()));
        assertThat(stack.readyLine()).contains("MongoDB (");
        var pid = Files.readString(data.resolve("mongod").resolve("mongod.pid"));
        var mongod = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

        stack.kill();

        assertThat(mongod.onExit()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private static String playsMongod() {
        return """
        #!/bin/sh
        for argument in "$@"; do
          case $argument in
            --version) echo "db version v8.0.4"; exit 0 ;;
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
