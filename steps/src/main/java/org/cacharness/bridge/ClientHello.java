package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The first message of a TLS connection (RFC 8446, 4.1.2), read so that it can still be handed on. */
final class ClientHello {
    private static final int HANDSHAKE = 22;
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 34;
    private static final int APPLICATION_PROTOCOLS = 16;
    private static final int LONGEST = 64 * 1024;

    private final byte[] bytes;
    private final List<String> protocols;

    private ClientHello(byte[] bytes, List<String> protocols) {
        this.bytes = bytes;
        this.protocols = List.copyOf(protocols);
    }

    /** Reads the records that hold the message. What is no handshake is kept as it came, without protocols. */
    static ClientHello read(InputStream browser) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        do {
            byte[] header = browser.readNBytes(RECORD_HEADER);
            all.write(header);
            if (header.length < RECORD_HEADER || header[0] != HANDSHAKE) {
                return new ClientHello(all.toByteArray(), List.of());
            }
            byte[] fragment = browser.readNBytes(
                    Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(3)));
            all.write(fragment);
            message.write(fragment);
        } while (isIncomplete(message.toByteArray()));
        return new ClientHello(all.toByteArray(), protocolsOf(ByteBuffer.wrap(message.toByteArray())));
    }

    /** Everything that was read, record headers included; also where it is no TLS at all. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The application protocols that the browser speaks (RFC 7301), the preferred one first. */
    List<String> protocols() {
        return protocols;
    }

    /** Whether it is a handshake at all. */
    boolean isTls() {
        return bytes.length > RECORD_HEADER && bytes[0] == HANDSHAKE;
    }

    private static boolean isIncomplete(byte[] message) {
        return message.length < MESSAGE_HEADER
                || (message.length < MESSAGE_HEADER + (ByteBuffer.wrap(message).getInt() & 0xFFFFFF)
                        && message.length < LONGEST);
    }

    private static List<String> protocolsOf(ByteBuffer message) {
        try {
            skip(message, MESSAGE_HEADER + VERSION_AND_RANDOM);
            skip(message, Byte.toUnsignedInt(message.get()));
            skip(message, Short.toUnsignedInt(message.getShort()));
            skip(message, Byte.toUnsignedInt(message.get()));
            return protocolsOfExtensions(vector(message));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException tooShort) {
            return List.of();
        }
    }

    private static List<String> protocolsOfExtensions(ByteBuffer extensions) {
        while (extensions.hasRemaining()) {
            int type = Short.toUnsignedInt(extensions.getShort());
            ByteBuffer content = vector(extensions);
            if (type == APPLICATION_PROTOCOLS) {
                return names(vector(content));
            }
        }
        return List.of();
    }

    private static List<String> names(ByteBuffer list) {
        List<String> names = new ArrayList<>();
        while (list.hasRemaining()) {
            byte[] name = new byte[Byte.toUnsignedInt(list.get())];
            list.get(name);
            names.add(new String(name, US_ASCII));
        }
        return List.copyOf(names);
    }

    private static ByteBuffer vector(ByteBuffer source) {
        int length = Short.toUnsignedInt(source.getShort());
        ByteBuffer vector = source.slice(source.position(), length);
        skip(source, length);
        return vector;
    }

    private static void skip(ByteBuffer source, int length) {
        source.position(source.position() + length);
    }
}
