package io.samling.localstack.host;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/**
 * Ends another process when this one dies, also by {@code kill -9}, which lets nobody tidy up: a
 * shell waits for the end of a pipe that only this process holds open.
 */
public final class Tether implements AutoCloseable {

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    /** Ties the process to this one; nothing where there is no shell. */
    public static Optional<Tether> to(Process process) {
        var command = "read -r _; kill \"$0\"";
        try {
            var shell =
                    new ProcessBuilder("/bin/sh", "-c", command, Long.toString(process.pid()))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return Optional.of(new Tether(shell));
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    /** Lets the process live on its own. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
