package org.cacharness.simulator.reader;

/**
 * Makes a card keep to Le over T=1: where the response is longer than the command expects, the card says {@code 6C LL}
 * (ISO/IEC 7816-4, status word 6CXX). The simulated runtime sends all that the applet has.
 */
final class T1Adapter extends CardAround {
    private static final int HEADER = 5;
    private static final int LONGEST = 256;
    private static final byte WRONG_LE = 0x6C;

    T1Adapter(ContactCard card) {
        super(card);
    }

    @Override
    public byte[] transceive(byte[] command) {
        byte[] response = super.transceive(command);
        int available = response.length - 2;
        return available > expected(command) ? new byte[] {WRONG_LE, (byte) available} : response;
    }

    /** Without an Le (cases 1 and 3) cards of the field answer SELECT all the same, so nothing is held back there. */
    private static int expected(byte[] command) {
        boolean hasLe = command.length == HEADER
                || (command.length > HEADER && command.length == HEADER + (command[4] & 0xFF) + 1);
        int le = hasLe ? command[command.length - 1] & 0xFF : 0;
        return le == 0 ? LONGEST : le;
    }
}
