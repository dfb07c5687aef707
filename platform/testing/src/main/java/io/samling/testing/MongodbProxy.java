package io.samling.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Stands before the MongoDB of a test JVM and shows what clients send, message by message, before
 * the server has it. So no client can be forgotten, whoever makes it and whatever server it is.
 */
final class MongodbProxy {

    private static final int LARGEST_MESSAGE = 48_000_000;

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Consumer<byte[]> listener;

    private MongodbProxy(ServerSocket door, InetSocketAddress server, Consumer<byte[]> listener) {
        this.door = door;
        this.server = server;
        this.listener = listener;
    }

    /** Returns the address that leads to the server by way of the listener; lasts as the JVM. */
    static InetSocketAddress before(InetSocketAddress server, Consumer<byte[]> listener) {
        try {
            var door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            var proxy = new MongodbProxy(door, server, listener);
            Thread.ofPlatform().daemon().name("mongodb-proxy").start(proxy::accept);
            return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var to = new Socket(server.getAddress(), server.getPort())) {
            client.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> answers(to, client));
            requests(client, to);
        } catch (IOException closed) {
            // one side has gone, and now so has the other
        }
    }

    private void requests(Socket from, Socket to) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
        while (true) {
            var message = next(in);
            listener.accept(message);
            to.getOutputStream().write(message);
        }
    }

    /** A message begins with its own length, the least significant byte first. */
    private static byte[] next(DataInputStream in) throws IOException {
        var length = Integer.reverseBytes(in.readInt());
        if (length < WireMessage.HEAD || length > LARGEST_MESSAGE) {
            throw new EOFException("no message");
        }
        var message = new byte[length];
        ByteBuffer.wrap(message).putInt(Integer.reverseBytes(length));
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    private static void answers(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // as above
        }
    }
}
