package org.cacharness.drivers.chromium;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to an X server on this machine: requests out, replies in, one after the other (X Window System Protocol,
 * version 11, sections 1 and 8; little-endian).
 */
final class XConnection implements AutoCloseable {
    private static final byte LITTLE_ENDIAN = 'l';
    private static final int VERSION = 11;
    private static final int UNIT = 4;
    /** Of errors, events, and of each reply its first part. */
    private static final int PACKET = 32;

    private static final int SETUP = 8;
    private static final byte ERROR = 0;
    private static final byte REPLY = 1;
    private static final int SEQUENCE_BITS = 0xFFFF;

    private final SocketChannel channel;
    private final ByteBuffer welcome;
    private int sequence;

    private XConnection(SocketChannel channel, String kind, byte[] cookie) throws IOException {
        this.channel = channel;
        this.welcome = introduce(kind, cookie);
    }

    /**
     * Connects.
     *
     * @param display its number
     * @param kind of the cookie, for example {@code MIT-MAGIC-COOKIE-1}
     */
    static XConnection connect(int display, String kind, byte[] cookie) {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(Path.of("/tmp/.X11-unix/X" + display)));
            return new XConnection(channel, kind, cookie);
        } catch (IOException e) {
            close(channel);
            throw new UncheckedIOException(
                    "X server :" + display + ": expected a connection, got " + e.getMessage() + ": is Xvfb running?",
                    e);
        }
    }

    /** What the server said of itself when it was connected to, from the release number on. */
    ByteBuffer welcome() {
        return welcome.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Begins a request.
     *
     * @param data the byte that goes with the operation code
     * @param length of what follows the first four bytes, in bytes; filled up to a multiple of four with zeros
     */
    static ByteBuffer request(int operation, int data, int length) {
        int units = 1 + (length + UNIT - 1) / UNIT;
        return ByteBuffer.allocate(units * UNIT)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) operation)
                .put((byte) data)
                .putShort((short) units);
    }

    /** Sends a request that has no reply. */
    synchronized void tell(ByteBuffer request) {
        try {
            send(request.rewind());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Sends a request, and gives its reply; nothing where the server refuses, as it does when a window is gone. */
    synchronized Optional<ByteBuffer> ask(ByteBuffer request) {
        try {
            send(request.rewind());
            while (true) {
                ByteBuffer packet = receive(PACKET);
                if (packet.get(0) == REPLY) {
                    return Optional.of(whole(packet));
                }
                if (packet.get(0) == ERROR && (packet.getShort(2) & SEQUENCE_BITS) == (sequence & SEQUENCE_BITS)) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private ByteBuffer introduce(String kind, byte[] cookie) throws IOException {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        int length = 3 * UNIT + padded(name.length) + padded(cookie.length);
        ByteBuffer hello = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        hello.put(LITTLE_ENDIAN).put((byte) 0).putShort((short) VERSION).putShort((short) 0);
        hello.putShort((short) name.length).putShort((short) cookie.length).putShort((short) 0);
        hello.put(name).position(3 * UNIT + padded(name.length)).put(cookie);
        write(hello.rewind());
        ByteBuffer head = receive(SETUP);
        ByteBuffer rest = receive(UNIT * (head.getShort(6) & SEQUENCE_BITS));
        if (head.get(0) != REPLY) {
            throw new IOException("a refusal: " + StandardCharsets.ISO_8859_1.decode(rest));
        }
        return rest;
    }

    private ByteBuffer whole(ByteBuffer packet) throws IOException {
        ByteBuffer rest = receive(UNIT * packet.getInt(UNIT));
        return ByteBuffer.allocate(PACKET + rest.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(packet)
                .put(rest)
                .rewind();
    }

    private void send(ByteBuffer request) throws IOException {
        sequence++;
        write(request);
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer receive(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the connection was closed");
            }
        }
        return bytes.rewind();
    }

    private static int padded(int length) {
        return (length + UNIT - 1) / UNIT * UNIT;
    }

    private static UncheckedIOException broken(IOException e) {
        return new UncheckedIOException(
                "X server: expected to be connected, got " + e.getMessage() + ": has Xvfb ended?", e);
    }

    private static void close(@Nullable SocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException closed) {
            // It is of no use any more in any case
        }
    }
}
