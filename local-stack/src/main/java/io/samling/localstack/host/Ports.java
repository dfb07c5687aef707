package io.samling.localstack.host;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at ports before a server binds them, so that a busy one is told in one sentence. */
public final class Ports {

    private Ports() {}

    /** Returns the port, or a free one if it is 0; refuses a port that another process holds. */
    public static int freeOrGiven(String what, String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return socket.getLocalPort();
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

    public static StackFailure busy(String what, String address, int port, Throwable cause) {
        return new StackFailure(
                StackFailure.Kind.PORT_BUSY,
                "Port %d on %s is busy: stop the process that uses it or give %s another port."
                        .formatted(port, address, what),
                cause);
    }
}
