package io.samling.localstack.host;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at ports before a server binds them, so that a busy one is told in one sentence. */
public final class Ports {

    /**
     * Free ports are looked for from here on. Systems give the ports from 32768 on (49152 on some)
     * to clients, so that one of those may be a connection's before the server has bound it.
     */
    private static final int FIRST = 16_384;

    private static final int BEYOND = 32_768;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /** Returns the port, or a free one if it is 0; refuses a port that another process holds. */
    public static int freeOrGiven(String what, String address, int port) {
        try {
            return port == 0 ? free(address) : bound(address, port);
        } catch (BindException busy) {
            throw busy(what, address, port, busy);
        } catch (IOException e) {
            throw new StackFailure(
                    StackFailure.Kind.WRONG_SETTING,
                    "The address %s cannot be used for %s: %s."
                            .formatted(address, what, e.getMessage()),
                    e);
        }
    }

    private static int free(String address) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return bound(address, ThreadLocalRandom.current().nextInt(FIRST, BEYOND));
            } catch (BindException busy) {
                // somebody listens there: another one will do
            }
        }
        return bound(address, 0);
    }

    private static int bound(String address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return socket.getLocalPort();
        }
    }

    public static StackFailure busy(String what, String address, int port, Throwable cause) {
        return new StackFailure(
                StackFailure.Kind.PORT_BUSY,
                "Port %d on %s is busy: stop the process that uses it or give %s another port."
                        .formatted(port, address, what),
                cause);
    }
}
