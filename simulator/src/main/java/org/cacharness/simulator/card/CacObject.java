package org.cacharness.simulator.card;

import java.nio.ByteBuffer;

/**
 * One object of an instance of the CAC edge.
 *
 * @param id object identifier, two bytes
 * @param kind 0 SimpleTLV, 1 opaque
 * @param files T-file and V-file
 * @param readRule access rule of the V-file: 00 always, 06 PIN, 08 and 0A external authentication or PIN
 */
record CacObject(int id, int kind, CardFiles files, int readRule) {
    static final int ALWAYS = 0x00;
    static final int PIN = 0x06;
    static final int XAUTH_OR_PIN = 0x08;
    static final int XAUTH_OR_PIN_2 = 0x0A;

    static CacObject simpleTlv(int id, CardFiles files, int readRule) {
        return new CacObject(id, 0, files, readRule);
    }

    /** Installation parameters, as the container applet takes them. */
    byte[] parameters() {
        return ByteBuffer.allocate(8)
                .putShort((short) id)
                .put((byte) kind)
                .putShort((short) files.tagFile().length)
                .putShort((short) files.valueFile().length)
                .put((byte) readRule)
                .array();
    }
}
