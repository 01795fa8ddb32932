package org.cacharness.simulator.reader;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** vpcd's frames: two bytes of length, big-endian, then the body. */
final class Frames {
    static final int LONGEST = 0xFFFF;

    private Frames() {}

    static byte[] read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] body = new byte[data.readUnsignedShort()];
        data.readFully(body);
        return body;
    }

    static byte[] of(byte[] body) throws IOException {
        if (body.length > LONGEST) {
            throw new IOException("Frame to vpcd: expected at most " + LONGEST + " bytes, got " + body.length);
        }
        return ByteBuffer.allocate(body.length + 2)
                .putShort((short) body.length)
                .put(body)
                .array();
    }
}
