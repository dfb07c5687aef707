package io.samling.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.journeys.Script.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./samling}, from outside: what it says, how it ends, and what it leaves. */
class LauncherTest {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 3;
    private static final int INTERRUPTED = 130;

    @TempDir Path folder = Path.of("");
    private Path data = Path.of("");
    private Script samling = new Script(data);

    @BeforeEach
    void choose_a_folder_with_a_blank() throws IOException {
        data = Files.createDirectories(folder.resolve("a folder")).resolve(".samling");
        samling = new Script(data);
    }

    @AfterEach
    void stop_what_a_failed_test_left() {
        samling.run("down");
    }

    private static void saysInOneSentence(Ended ended, int code, String words) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(ended.said()).startsWith("samling: ").contains(words).hasLineCount(1);
    }

    @Test
    void starts_everything_says_so_again_and_stops_it() {
        var first = samling.run("up");
        assertThat(first.code()).as(first.said()).isEqualTo(OK);
        assertThat(first.said()).contains("Samling runs:", samling.get("SAMLING_REPORTING_PORT"));

        var second = samling.run("up");
        assertThat(second.code()).isEqualTo(OK);
        assertThat(second.said()).startsWith("Samling runs already:");

        var status = samling.run("status");
        assertThat(status.code()).as(status.said()).isEqualTo(OK);
        assertThat(status.said()).contains("member-service     is ready");

        var down = samling.run("down");
        assertThat(down.code()).isEqualTo(OK);
        assertThat(down.said()).contains("Stopped.");
        assertThat(samling.run("status").code()).isEqualTo(NOT_RUNNING);
    }

    @Test
    void a_proof_that_finds_a_fault_ends_with_1_and_tells_it() throws IOException {
        instead("mvn", "echo 'Building'; echo '[ERROR] expected: 0 missing'; exit 1");

        var found = samling.run("faults", "relay", "1");
        assertThat(found.code()).as(found.said()).isEqualTo(FAILED);
        assertThat(found.said()).contains("[ERROR] expected: 0 missing").doesNotContain("Building");

        instead("mvn", "echo \"proof: $*\"");
        var none = samling.run("faults", "relay", "1");
        assertThat(none.code()).as(none.said()).isEqualTo(OK);
        assertThat(none.said()).contains("-Dtest=RelayOutageTest", "-Dsamling.proof.seconds=1");
    }

    @Nested
    class One_sentence_and_nothing_left_running {

        @AfterEach
        void nothing_runs() {
            assertThat(samling.run("status").code()).isEqualTo(NOT_RUNNING);
        }

        @Test
        void where_the_jdk_is_none() {
            samling.set("SAMLING_JAVA_HOME", "/nowhere");

            saysInOneSentence(samling.run("up"), FAILED, "no JDK 25 or newer");
        }

        @Test
        void where_no_jdk_is_found() throws IOException {
            samling.set("SAMLING_JAVA_HOME", "").set("JAVA_HOME", "");
            samling.set("SAMLING_JVM_FOLDERS", "/nowhere").set("PATH", pathWithoutJava());

            saysInOneSentence(samling.run("up"), FAILED, "install one, such as Temurin 25");
        }

        @Test
        void where_a_port_is_taken() throws IOException {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = String.valueOf(taken.getLocalPort());
                samling.set("SAMLING_FUNDING_PORT", port);

                saysInOneSentence(samling.run("up"), FAILED, "Port " + port);
            }
        }

        @Test
        void where_another_is_at_work() throws IOException {
            Files.createDirectories(data.resolve("run"));
            long me = ProcessHandle.current().pid();
            var birth = born(me);
            Files.writeString(data.resolve("run/lock"), me + " " + birth + "\n");

            saysInOneSentence(samling.run("up"), FAILED, "Another ./samling (process " + me + ")");

            Files.delete(data.resolve("run/lock"));
        }

        @Test
        void where_the_disk_is_full() throws IOException {
            instead("df", "echo 'head'; echo '/dev/x 9000000 8750000 250000 98% /'");

            saysInOneSentence(samling.run("up"), FAILED, "has only 250 MB left");
        }

        @Test
        void where_it_is_interrupted() {
            var ended = samling.interruptedAfter("Start the local stack", "up");

            assertThat(ended.code()).as(ended.said()).isEqualTo(INTERRUPTED);
            assertThat(ended.said()).contains("What had been started was stopped again.");
        }

        @Test
        void where_a_service_dies_while_starting() {
            samling.set("SPRING_MAIN_WEB_APPLICATION_TYPE", "none of these");

            var ended = samling.run("up");

            assertThat(ended.code()).isEqualTo(FAILED);
            assertThat(ended.said())
                    .contains("died while starting: Failed to bind properties")
                    .contains("What had been started was stopped again.");
        }
    }

    @Nested
    class Fresh_deletes_nothing {

        private Path treasure = Path.of("");

        @BeforeEach
        void fill_the_folder() throws IOException {
            Files.createDirectories(data);
            treasure = Files.writeString(data.resolve("treasure"), "dear");
        }

        @AfterEach
        void it_is_still_there() {
            assertThat(treasure).exists();
        }

        @Test
        void that_it_did_not_make() {
            saysInOneSentence(fresh("--yes"), MISUSED, "was not made by ./samling");
        }

        @Test
        void without_a_yes_where_nobody_can_be_asked() throws IOException {
            Files.writeString(data.resolve("made-by-samling"), "");

            saysInOneSentence(fresh(), MISUSED, "needs --yes");
        }

        @Test
        void where_the_servers_are_elsewhere() throws IOException {
            Files.writeString(data.resolve("made-by-samling"), "");
            samling.set("SAMLING_MONGODB_URI", "mongodb://db.example.org");

            saysInOneSentence(fresh("--yes"), MISUSED, "names servers elsewhere");
        }

        @Test
        void behind_a_link() throws IOException {
            Files.writeString(data.resolve("made-by-samling"), "");
            var link = Files.createSymbolicLink(folder.resolve(".samling"), data);
            samling.set("SAMLING_DATA", link.toString());

            saysInOneSentence(fresh("--yes"), MISUSED, "is a symbolic link");
        }

        private Ended fresh(String... more) {
            return more.length == 0
                    ? samling.run("up", "--fresh")
                    : samling.run("up", "--fresh", more[0]);
        }
    }

    @Test
    void a_process_that_now_has_the_number_of_one_of_ours_is_left_alone() throws IOException {
        Files.createDirectories(data.resolve("run"));
        var stranger = new ProcessBuilder("sleep", "60").start();
        var note =
                "pid=%d%nbirth=%s%ntoken=x%nports=1%n"
                        .formatted(stranger.pid(), born(stranger.pid()));
        Files.writeString(data.resolve("run/member-service"), note);

        var down = samling.run("down");

        assertThat(down.said()).contains("Nothing of Samling runs here.");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    private String born(long pid) {
        var launcher = Script.CHECKOUT.resolve("launcher");
        var ask = "ROOT=/ && . \"$0/common.sh\" && . \"$0/processes.sh\" && birth_of " + pid;
        return samling.run(List.of("bash", "-c", ask, launcher.toString())).said().strip();
    }

    /** Has the launcher find another program of a name. */
    private void instead(String name, String commands) throws IOException {
        var programs = Files.createDirectories(folder.resolve("bin"));
        var program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + commands + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        samling.set("PATH", programs + ":" + System.getenv("PATH"));
    }

    /** A folder with what a bare system has, and no Java. */
    private String pathWithoutJava() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var bin : List.of(Path.of("/bin"), Path.of("/usr/bin"))) {
            for (var tool :
                    List.of(
                            "bash",
                            "cat",
                            "dirname",
                            "readlink",
                            "sed",
                            "tr",
                            "head",
                            "tail",
                            "mkdir",
                            "rm",
                            "mv",
                            "ln",
                            "find",
                            "df")) {
                if (Files.exists(bin.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), bin.resolve(tool));
                }
            }
        }
        return tools.toString();
    }
}
