package org.cacharness.simulator.applet;

import javacard.framework.Util;

/** The application property template, the answer to a selection (SP 800-73-4 Part 2, tables 3 to 5). */
final class PivSelection {
    private static final byte[] PIX = {0x4F, 0x06, 0x00, 0x00, 0x10, 0x00, 0x01, 0x00};
    private static final byte[] WHOLE_AID = {
        0x4F, 0x0B, (byte) 0xA0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00, 0x01, 0x00
    };
    private static final byte[] AUTHORITY = {0x79, 0x07, 0x4F, 0x05, (byte) 0xA0, 0x00, 0x00, 0x03, 0x08};
    /** Application label: "PIV". */
    private static final byte[] LABEL = {0x50, 0x03, 0x50, 0x49, 0x56};

    private PivSelection() {}

    static short write(byte[] buffer, PivBehaviour behaviour, PivKeys keys) {
        short end = 2;
        end = append(behaviour.isSelectionPlain() ? WHOLE_AID : PIX, buffer, end);
        end = append(AUTHORITY, buffer, end);
        if (!behaviour.isSelectionPlain()) {
            end = append(LABEL, buffer, end);
            end = writeAlgorithms(buffer, end, keys);
        }
        buffer[0] = 0x61;
        buffer[1] = (byte) (end - 2);
        return end;
    }

    /** Tag AC: {@code 80 01 algorithm} for each that a key of the card has, then the object identifier 06 01 00. */
    private static short writeAlgorithms(byte[] buffer, short start, PivKeys keys) {
        buffer[start] = (byte) 0xAC;
        short end = keys.writeAlgorithms(buffer, (short) (start + 2));
        buffer[end++] = 0x06;
        buffer[end++] = 0x01;
        buffer[end++] = 0x00;
        buffer[(short) (start + 1)] = (byte) (end - start - 2);
        return end;
    }

    private static short append(byte[] part, byte[] buffer, short end) {
        return Util.arrayCopyNonAtomic(part, (short) 0, buffer, end, (short) part.length);
    }
}
