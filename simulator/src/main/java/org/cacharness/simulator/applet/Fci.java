package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.JCSystem;

/** The answer to a selection by name on the CAC edge (ISO/IEC 7816-4, file control information). */
final class Fci {
    private Fci() {}

    /** Sends {@code 6F len 84 len AID A5 00} for the instance that is selected. */
    static void send(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        byte length = JCSystem.getAID().getBytes(buffer, (short) 4);
        buffer[0] = 0x6F;
        buffer[1] = (byte) (length + 4);
        buffer[2] = (byte) 0x84;
        buffer[3] = length;
        buffer[(short) (length + 4)] = (byte) 0xA5;
        buffer[(short) (length + 5)] = 0;
        // Cards in the field send the FCI even where P2=0C asks for none
        CacApplet.send(apdu, buffer, (short) 0, (short) (length + 6));
    }
}
