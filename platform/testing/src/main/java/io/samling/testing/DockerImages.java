package io.samling.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Asks Docker, quickly and without a word where there is none, for an image. */
final class DockerImages {

    private static final String LOCAL_SOCKET = "unix:///var/run/docker.sock";
    private static final Duration LOOKING = Duration.ofSeconds(5);
    private static final Duration PULLING = Duration.ofMinutes(2);

    /** How long one test JVM spares the next the wait for an image that did not come. */
    private static final Duration KNOWN_ABSENT = Duration.ofHours(1);

    private DockerImages() {}

    /** Whether Docker answers and has the image, or has got it now. */
    static boolean available(String image) {
        return socket().filter(docker -> isPresent(docker, image) || pull(docker, image))
                .isPresent();
    }

    private static Optional<Path> socket() {
        var host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse(LOCAL_SOCKET);
        return Optional.of(host)
                .filter(name -> name.startsWith("unix://"))
                .map(name -> Path.of(name.substring("unix://".length())))
                .filter(Files::exists);
    }

    private static boolean isPresent(Path docker, String image) {
        return ask(docker, "GET /images/" + image + "/json", LOOKING).startsWith("HTTP/1.1 200");
    }

    /** Docker answers at once and goes on telling how far it is; the end of that is the end. */
    private static boolean pull(Path docker, String image) {
        var note = Path.of(System.getProperty("java.io.tmpdir"), "no-" + image.replace('/', '-'));
        if (isRecent(note)) {
            return false;
        }
        var colon = image.lastIndexOf(':');
        var named = "fromImage=" + image.substring(0, colon) + "&tag=" + image.substring(colon + 1);
        var answer = ask(docker, "POST /images/create?" + named, PULLING);
        boolean came = answer.startsWith("HTTP/1.1 200") && isPresent(docker, image);
        if (!came && !answer.isEmpty()) {
            keep(note);
        }
        return came;
    }

    private static String ask(Path docker, String question, Duration patience) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return CompletableFuture.supplyAsync(() -> answer(channel, docker, question))
                    .completeOnTimeout("too late", patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (IOException | CompletionException noDocker) {
            return "";
        }
    }

    private static String answer(SocketChannel channel, Path docker, String question) {
        var lines = question + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
        var answer = new StringBuilder();
        try {
            channel.connect(UnixDomainSocketAddress.of(docker));
            channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
            var part = ByteBuffer.allocate(4096);
            while (channel.read(part) >= 0) {
                answer.append(new String(part.array(), 0, part.position(), StandardCharsets.UTF_8));
                part.clear();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return answer.toString();
    }

    private static boolean isRecent(Path note) {
        try {
            var noted = Files.getLastModifiedTime(note).toMillis();
            return System.currentTimeMillis() - noted < KNOWN_ABSENT.toMillis();
        } catch (IOException none) {
            return false;
        }
    }

    private static void keep(Path note) {
        try {
            Files.writeString(note, "Docker could not get this image.\n");
        } catch (IOException unwritable) {
            // the next one asks again
        }
    }
}
