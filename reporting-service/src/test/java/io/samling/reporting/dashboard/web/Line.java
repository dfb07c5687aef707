package io.samling.reporting.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a service that can be cut: as a proxy, it answers 503 then. */
final class Line implements AutoCloseable {

    private static final String AWAY =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket entry;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Line(ServerSocket entry, int port) {
        this.entry = entry;
        this.port = port;
    }

    static Line to(String address) throws IOException {
        var entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var line = new Line(entry, URI.create(address).getPort());
        Thread.ofVirtual().name("line").start(line::accept);
        return line;
    }

    String address() {
        return "http://127.0.0.1:" + entry.getLocalPort();
    }

    /** Breaks all connections and answers each new one 503. */
    void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                var caller = entry.accept();
                open.add(caller);
                Thread.ofVirtual().name("line-call").start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // no more calls
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            if (cut) {
                // the request first: closing before it is read would reset the answer
                var _ = caller.getInputStream().read(new byte[8192]);
                caller.getOutputStream().write(AWAY.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (var service = new Socket(InetAddress.getLoopbackAddress(), port)) {
                open.add(service);
                var back = service.getInputStream();
                var out = caller.getOutputStream();
                Thread.ofVirtual().name("line-back").start(() -> pass(back, out, caller));
                pass(caller.getInputStream(), service.getOutputStream(), service);
            }
        } catch (IOException broken) {
            // as lines are
        }
    }

    /** Passes on what comes, until either end closes; then the other end is closed too. */
    private static void pass(InputStream in, OutputStream out, Socket other) {
        try (other) {
            in.transferTo(out);
        } catch (IOException broken) {
            // as lines are
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }
}
