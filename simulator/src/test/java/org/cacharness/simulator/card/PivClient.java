package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Speaks to a card's PIV application as its users do: chains what is long, fetches what waits. */
final class PivClient {
    static final String PIN = "0020008008313233343536FFFF";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST_DATA = 255;

    private final SimulatedCac card;

    PivClient(SimulatedCac card) {
        this.card = card;
        send("00A404000BA000000308000010000100");
    }

    /** Response with status word, in hexadecimal. */
    String send(String command) {
        return HEX.formatHex(card.transceive(HEX.parseHex(command)));
    }

    /** The data of the answer, however many pieces they come in. */
    byte[] ask(String header, byte[] data) {
        byte[] command = HEX.parseHex(header);
        int from = 0;
        byte[] response;
        do {
            int to = Math.min(from + LONGEST_DATA, data.length);
            response = card.transceive(apdu(command, to < data.length, Arrays.copyOfRange(data, from, to)));
            from = to;
        } while (from < data.length && isDone(response));
        return fetch(response);
    }

    byte[] getData(int tag) {
        byte[] list = tag == 0x7E
                ? new byte[] {0x5C, 1, 0x7E}
                : new byte[] {0x5C, 3, (byte) (tag >> 16), (byte) (tag >> 8), (byte) tag};
        return ask("00CB3FFF", list);
    }

    /** The private operation of a key: RSA block, hash or point in, result out. */
    byte[] authenticate(int algorithm, int key, int inputTag, byte[] input) {
        byte[] fields = new Ber().empty(0x82).put(inputTag, input).bytes();
        byte[] answer = ask(String.format("0087%02X%02X", algorithm, key), Ber.of(0x7C, fields));
        return valueOf(valueOf(answer));
    }

    /** The value of the only, or first, field. */
    static byte[] valueOf(byte[] field) {
        int at = (field[0] & 0x1F) == 0x1F ? 2 : 1;
        int length = field[at] & 0xFF;
        int from = at + 1;
        if (length > 0x80) {
            from += length - 0x80;
            length = 0;
            for (int i = at + 1; i < from; i++) {
                length = (length << 8) | (field[i] & 0xFF);
            }
        }
        return Arrays.copyOfRange(field, from, from + length);
    }

    private byte[] fetch(byte[] first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] response = first;
        out.write(response, 0, response.length - 2);
        while (response[response.length - 2] == 0x61) {
            response = card.transceive(new byte[] {0, (byte) 0xC0, 0, 0, response[response.length - 1]});
            out.write(response, 0, response.length - 2);
        }
        if (!isDone(response)) {
            throw new IllegalStateException("expected 9000, got " + HEX.formatHex(response));
        }
        return out.toByteArray();
    }

    private static byte[] apdu(byte[] header, boolean more, byte[] data) {
        byte[] command = Arrays.copyOf(header, header.length + 1 + data.length);
        command[0] = (byte) (more ? 0x10 : 0);
        command[4] = (byte) data.length;
        System.arraycopy(data, 0, command, 5, data.length);
        return command;
    }

    private static boolean isDone(byte[] response) {
        return response[response.length - 2] == (byte) 0x90;
    }
}
