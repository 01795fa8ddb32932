package org.cacharness.simulator.applet;

import javacard.framework.ISOException;

/** The class byte (ISO/IEC 7816-4, class byte). */
final class CardClass {
    private static final byte PROPRIETARY = (byte) 0x80;
    private static final byte CHAINING = 0x10;

    private CardClass() {}

    /** CAC edge: 00 and 80 for every command; the documents say 80, the software in the field says 00. */
    static void requireCac(byte cla) {
        if (cla != 0 && cla != PROPRIETARY) {
            refuse(cla);
        }
    }

    /** PIV edge: 00, 10 while a chain goes on, and 80 for the factory's commands. */
    static void requirePiv(byte cla, byte ins) {
        boolean factory = cla == PROPRIETARY && ins == Personalisation.INS;
        if (cla != 0 && cla != CHAINING && !factory) {
            refuse(cla);
        }
    }

    static boolean isChaining(byte cla) {
        return cla == CHAINING;
    }

    private static void refuse(byte cla) {
        // PRE-CONDITION - no secure messaging (GSC-IS 2.1, field state; SP 800-73-4 Part 2, 2.4.2: bits 3 and 4)
        boolean firstRange = (cla & 0x60) == 0;
        ISOException.throwIt(
                firstRange && (cla & 0x0C) != 0
                        ? StatusWords.SECURE_MESSAGING_NOT_SUPPORTED
                        : StatusWords.CLA_NOT_SUPPORTED);
    }
}
