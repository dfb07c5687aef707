package io.samling.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks Docker, quickly and without a word where there is none, whether it holds an image. */
final class DockerImages {

    private static final String LOCAL_SOCKET = "unix:///var/run/docker.sock";

    private DockerImages() {}

    static boolean present(String image) {
        return socket().filter(path -> answersOk(path, image)).isPresent();
    }

    private static Optional<Path> socket() {
        var host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse(LOCAL_SOCKET);
        return Optional.of(host)
                .filter(name -> name.startsWith("unix://"))
                .map(name -> Path.of(name.substring("unix://".length())))
                .filter(Files::exists);
    }

    private static boolean answersOk(Path socket, String image) {
        var question =
                "GET /images/%s/json HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n"
                        .formatted(image);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(question.getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            var status =
                    new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            return status.startsWith("HTTP/1.1 200");
        } catch (IOException noDocker) {
            return false;
        }
    }
}
