package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javacard.framework.Applet;

/** Commands of the factory to a card that is not sealed yet; one that is refused is a defect of ours. */
final class FactoryLine {
    private static final HexFormat HEX = HexFormat.of();
    private static final int CHUNK = 240;
    private static final int SELECT = 0xA4;
    private static final int UPDATE_BUFFER = 0x58;
    private static final int PUT_DATA = 0xDB;
    private static final int FACTORY = 0xFE;
    private static final int CHAINING = 0x10;
    private static final int T_FILE = 1;
    private static final int V_FILE = 2;
    private static final byte[] NOTHING = {};

    private final CardRuntime card;

    FactoryLine(CardRuntime card) {
        this.card = card;
    }

    void install(Class<? extends Applet> applet, byte[] aid, byte[] data) {
        card.install(applet, aid, data);
    }

    void select(byte[] aid) {
        send(0x00, SELECT, 0x04, 0, aid);
    }

    void selectObject(int id) {
        send(0x00, SELECT, 0x02, 0, new byte[] {(byte) (id >> 8), (byte) id});
    }

    void factory(int p1, int p2, byte[] data) {
        send(0x80, FACTORY, p1, p2, data);
    }

    void factory(int p1) {
        factory(p1, 0, NOTHING);
    }

    /** The same, and zeroes the data. */
    void secret(int p1, int p2, byte[] data) {
        factory(p1, p2, data);
        Arrays.fill(data, (byte) 0);
    }

    /** Imports each component under its number, and zeroes it. P1 and P2 are put together by the caller's kind of instance. */
    void components(List<byte[]> components, ComponentCommand command) {
        for (int i = 0; i < components.size(); i++) {
            command.send(i + 1, components.get(i));
        }
    }

    void write(CardFiles files) {
        write(T_FILE, files.tagFile());
        write(V_FILE, files.valueFile());
    }

    /** PUT DATA (SP 800-73-4 Part 2, 3.3.1): tag list, then the object with its outer tag, chained. */
    void putData(int tag, byte[] object) {
        byte[] list = Ber.of(0x5C, tagBytes(tag));
        byte[] all = Arrays.copyOf(list, list.length + object.length);
        System.arraycopy(object, 0, all, list.length, object.length);
        for (int offset = 0; offset < all.length; offset += CHUNK) {
            int end = Math.min(offset + CHUNK, all.length);
            send(end == all.length ? 0 : CHAINING, PUT_DATA, 0x3F, 0xFF, Arrays.copyOfRange(all, offset, end));
        }
    }

    private void write(int kind, byte[] file) {
        for (int offset = 0; offset < file.length; offset += CHUNK) {
            int length = Math.min(CHUNK, file.length - offset);
            byte[] data = ByteBuffer.allocate(length + 1)
                    .put((byte) kind)
                    .put(file, offset, length)
                    .array();
            send(0x80, UPDATE_BUFFER, offset >> 8, offset & 0xFF, data);
        }
    }

    private void send(int cla, int ins, int p1, int p2, byte[] data) {
        ByteBuffer command = ByteBuffer.allocate(data.length == 0 ? 4 : data.length + 5)
                .put((byte) cla)
                .put((byte) ins)
                .put((byte) p1)
                .put((byte) p2);
        if (data.length > 0) {
            command.put((byte) data.length).put(data);
        }
        byte[] response = card.transceive(command.array());
        Arrays.fill(command.array(), (byte) 0);
        requireDone(ins, response);
    }

    private static byte[] tagBytes(int tag) {
        byte[] four = ByteBuffer.allocate(4).putInt(tag).array();
        int from = tag > 0xFFFF ? 1 : tag > 0xFF ? 2 : 3;
        return Arrays.copyOfRange(four, from, 4);
    }

    private static void requireDone(int ins, byte[] response) {
        boolean done = response[response.length - 2] == (byte) 0x90 || response[response.length - 2] == 0x61;
        if (!done) {
            throw new IllegalStateException("Personalisation, INS " + HEX.toHexDigits((byte) ins)
                    + ": expected 9000, got " + HEX.formatHex(response) + ": the applets and the factory disagree");
        }
    }

    /** Sends one component of a key. */
    @FunctionalInterface
    interface ComponentCommand {
        void send(int component, byte[] value);
    }
}
