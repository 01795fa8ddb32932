package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** GET ACR (GSC-IS 2.1, 5.3.4.6): who may do what on this card, as tables. */
final class AccessRules {
    static final byte ALWAYS = 0x00;
    static final byte PIN = 0x06;

    private static final byte RULE = (byte) 0xA0;
    private static final byte APPLET = (byte) 0x93;

    /** Rules: count, then {@code A0 len acrid type methods (provider key)*}. Providers: 1D XAUTH, 1E PIN, 1F secure channel. */
    private static final byte[] RULES = {
        (byte) 0xA1,
        0x01,
        0x0B,
        RULE,
        0x03,
        0x00,
        0x00,
        0x00,
        RULE,
        0x03,
        0x01,
        0x01,
        0x00,
        RULE,
        0x03,
        0x02,
        0x00,
        0x00,
        RULE,
        0x05,
        0x06,
        0x06,
        0x01,
        0x1E,
        0x00,
        RULE,
        0x05,
        0x04,
        0x04,
        0x01,
        0x1F,
        0x21,
        RULE,
        0x07,
        0x08,
        0x03,
        0x02,
        0x1D,
        0x21,
        0x1E,
        0x00,
        RULE,
        0x05,
        0x09,
        0x02,
        0x01,
        0x1D,
        0x21,
        RULE,
        0x07,
        0x0A,
        0x03,
        0x02,
        0x1D,
        0x22,
        0x1E,
        0x00,
        RULE,
        0x05,
        0x0B,
        0x02,
        0x01,
        0x1D,
        0x22,
        RULE,
        0x03,
        0x10,
        0x00,
        0x00,
        RULE,
        0x03,
        0x11,
        0x00,
        0x00,
    };

    /**
     * Rules by applet and object: {@code 81 01 count}, then {@code 80 len applet objects (object(2) instructions (INS acrid)*)*}.
     */
    private static final byte[] RULES_BY_APPLET = {
        (byte) 0x81,
        0x01,
        0x06,
        (byte) 0x80,
        0x0D,
        0x61,
        0x01,
        0x01,
        0x00,
        0x04,
        0x20,
        0x10,
        0x42,
        0x06,
        0x52,
        0x00,
        0x58,
        0x04,
        (byte) 0x80,
        0x0D,
        0x62,
        0x01,
        0x01,
        0x01,
        0x04,
        0x20,
        0x10,
        0x42,
        0x06,
        0x52,
        0x00,
        0x58,
        0x04,
        (byte) 0x80,
        0x0D,
        0x63,
        0x01,
        0x01,
        0x02,
        0x04,
        0x20,
        0x10,
        0x42,
        0x06,
        0x52,
        0x00,
        0x58,
        0x04,
        (byte) 0x80,
        0x0B,
        0x4F,
        0x01,
        (byte) 0xDB,
        0x00,
        0x03,
        0x20,
        0x10,
        0x52,
        0x00,
        0x58,
        0x04,
        (byte) 0x80,
        0x0B,
        0x41,
        0x01,
        0x02,
        0x00,
        0x03,
        0x20,
        0x10,
        0x52,
        0x06,
        0x58,
        0x04,
        (byte) 0x80,
        0x0B,
        0x01,
        0x01,
        0x03,
        0x00,
        0x03,
        0x20,
        0x10,
        0x24,
        0x06,
        0x4C,
        0x00,
    };

    /** Access method providers: {@code 9A 01 count}, then {@code 99 08 provider AID}; all are this applet. */
    private static final byte[] PROVIDERS = {
        (byte) 0x9A,
        0x01,
        0x03,
        (byte) 0x99,
        0x08,
        0x1D,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x03,
        0x00,
        (byte) 0x99,
        0x08,
        0x1E,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x03,
        0x00,
        (byte) 0x99,
        0x08,
        0x1F,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x03,
        0x00,
    };

    /** Service applets: {@code 94 01 count}, then {@code 93 0A applet 92 07 AID}. */
    private static final byte[] SERVICES = {
        (byte) 0x94,
        0x01,
        0x05,
        APPLET,
        0x0A,
        0x61,
        (byte) 0x92,
        0x07,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x01,
        0x00,
        APPLET,
        0x0A,
        0x62,
        (byte) 0x92,
        0x07,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x01,
        0x01,
        APPLET,
        0x0A,
        0x63,
        (byte) 0x92,
        0x07,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x01,
        0x02,
        APPLET,
        0x0A,
        0x4F,
        (byte) 0x92,
        0x07,
        (byte) 0xA0,
        0x00,
        0x00,
        0x01,
        0x16,
        (byte) 0xDB,
        0x00,
        APPLET,
        0x0A,
        0x41,
        (byte) 0x92,
        0x07,
        (byte) 0xA0,
        0x00,
        0x00,
        0x00,
        0x79,
        0x02,
        0x00,
    };

    private static final short TABLE_HEAD = 3;
    private static final short APPLET_AID = 5;

    private AccessRules() {}

    static void answer(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION - P2 is 00
        if (buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        switch (buffer[ISO7816.OFFSET_P1]) {
            case 0x00, 0x40, 0x41 -> whole(apdu, length, RULES);
            case 0x01 -> oneRule(apdu, length);
            case 0x10, 0x50 -> whole(apdu, length, RULES_BY_APPLET);
            case 0x11 -> rulesOfApplet(apdu, length);
            case 0x12 -> rulesOfObject(apdu, length);
            case 0x20, 0x60 -> whole(apdu, length, PROVIDERS);
            case 0x21, 0x61 -> whole(apdu, length, SERVICES);
            default -> ISOException.throwIt(StatusWords.NOT_ALLOWED_HERE);
        }
    }

    private static void whole(APDU apdu, short length, byte[] table) {
        requireLength(length, (short) 0);
        CacApplet.send(apdu, table, (short) 0, (short) table.length);
    }

    private static void oneRule(APDU apdu, short length) {
        requireLength(length, (short) 1);
        byte wanted = apdu.getBuffer()[ISO7816.OFFSET_CDATA];
        sendEntry(apdu, RULES, find(RULES, wanted));
    }

    private static void rulesOfApplet(APDU apdu, short length) {
        requireLength(length, (short) 7);
        for (short at = TABLE_HEAD; at < SERVICES.length; at = next(SERVICES, at)) {
            short aid = (short) (at + APPLET_AID);
            if (Util.arrayCompare(apdu.getBuffer(), ISO7816.OFFSET_CDATA, SERVICES, aid, (short) 7) == 0) {
                sendEntry(apdu, RULES_BY_APPLET, find(RULES_BY_APPLET, SERVICES[(short) (at + 2)]));
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private static void rulesOfObject(APDU apdu, short length) {
        requireLength(length, (short) 2);
        for (short at = TABLE_HEAD; at < RULES_BY_APPLET.length; at = next(RULES_BY_APPLET, at)) {
            short object = (short) (at + 4);
            if (Util.arrayCompare(apdu.getBuffer(), ISO7816.OFFSET_CDATA, RULES_BY_APPLET, object, (short) 2) == 0) {
                sendEntry(apdu, RULES_BY_APPLET, at);
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private static short find(byte[] table, byte id) {
        short at = TABLE_HEAD;
        while (at < table.length && table[(short) (at + 2)] != id) {
            at = next(table, at);
        }
        if (at >= table.length) {
            ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
        }
        return at;
    }

    private static void sendEntry(APDU apdu, byte[] table, short at) {
        CacApplet.send(apdu, table, at, (short) (next(table, at) - at));
    }

    private static short next(byte[] table, short at) {
        return (short) (at + 2 + table[(short) (at + 1)]);
    }

    private static void requireLength(short length, short expected) {
        if (length != expected) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
    }
}
