package org.cacharness.simulator.applet;

/** The form of a PIN block: digits 30..39, padded with FF to eight bytes (SP 800-73-4 Part 2, 2.4.3: six to eight; a CAC without PIV allows four). */
final class PinBlock {
    private static final byte PADDING = (byte) 0xFF;

    private PinBlock() {}

    static boolean isWellFormed(byte[] buffer, short offset, short fewestDigits) {
        short digits = 0;
        while (digits < AccessControl.PIN_BLOCK_LENGTH && isDigit(buffer[(short) (offset + digits)])) {
            digits++;
        }
        for (short i = digits; i < AccessControl.PIN_BLOCK_LENGTH; i++) {
            if (buffer[(short) (offset + i)] != PADDING) {
                return false;
            }
        }
        return digits >= fewestDigits;
    }

    private static boolean isDigit(byte value) {
        return value >= 0x30 && value <= 0x39;
    }
}
