package io.samling.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.samling.localstack.host.ChildProcess;
import io.samling.localstack.host.StackFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {

    @TempDir Path data;

    @Test
    void a_busy_port_is_told_in_one_sentence() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var stack = start("run", data, busy.getLocalPort());

            assertEnded(
                    stack, Kind.PORT_BUSY, "Port " + busy.getLocalPort() + " on 127.0.0.1 is busy");
        }
    }

    @Test
    void a_folder_that_is_none_is_told_in_one_sentence() throws IOException {
        var file = Files.writeString(data.resolve("file"), "not a folder", StandardCharsets.UTF_8);

        var stack = start("run", file, 0);

        assertEnded(stack, Kind.FOLDER_UNUSABLE, "The folder " + file);
    }

    @Test
    void a_folder_that_nobody_may_write_in_is_told_in_one_sentence() {
        var kernels = Path.of("/proc/sys");
        assumeTrue(Files.isDirectory(kernels), "not even root may write there");

        var stack = start("run", kernels.resolve("samling"), 0);

        assertEnded(stack, Kind.FOLDER_UNUSABLE, "The folder " + kernels.resolve("samling"));
    }

    @Test
    void a_garbled_journal_is_told_in_one_sentence() throws IOException {
        start("mongodb", data, 0).close();
        var journal = data.resolve("mongodb").resolve("journal-00000001");
        var bytes = Files.readAllBytes(journal);
        bytes[3] ^= 0x55;
        Files.write(journal, bytes);

        var stack = start("mongodb", data, 0);

        assertEnded(stack, Kind.DATA_GARBLED, "The file " + journal + " is garbled at byte 0");
    }

    @Test
    void a_folder_in_use_is_told_in_one_sentence() {
        try (var first = start("mongodb", data, 0)) {
            assertThat(first.isAlive()).isTrue();

            var second = start("mongodb", data, 0);

            assertEnded(second, Kind.FOLDER_IN_USE, "Another process works in the folder " + data);
        }
    }

    @Test
    void an_unknown_argument_is_told_in_one_sentence() {
        var stack = ChildProcess.start("256m", List.of("run", "--colour", "red"));

        assertEnded(stack, Kind.WRONG_SETTING, "The argument --colour is not known");
    }

    @Test
    void the_stack_starts_says_so_and_stops_when_asked() {
        try (var stack = start("run", data, 0)) {
            assertThat(stack.readyLine()).startsWith("Local stack is ready:");
            assertThat(data.resolve(RunningStack.READY_FILE)).exists();
        }

        assertThat(data.resolve(RunningStack.READY_FILE)).doesNotExist();
    }

    private static ChildProcess start(String subcommand, Path data, int mongodbPort) {
        return ChildProcess.start(
                "256m",
                List.of(
                        subcommand,
                        "--data=" + data,
                        "--mongodb-port=" + mongodbPort,
                        "--kafka-port=0"));
    }

    private static void assertEnded(ChildProcess stack, Kind kind, String sentence) {
        assertThat(stack.isAlive()).isFalse();
        assertThat(stack.exitCode()).isEqualTo(kind.exitCode());
        assertThat(stack.said()).singleElement().asString().startsWith(sentence);
    }
}
