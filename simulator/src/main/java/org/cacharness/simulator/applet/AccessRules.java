package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/** GET ACR (GSC-IS 2.1, virtual machine card edge): who may do what on this card, as tables. */
final class AccessRules {
    static final byte ALWAYS = 0x00;
    static final byte PIN = 0x06;

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
            case 0x00, 0x40, 0x41 -> whole(apdu, length, AccessRuleTables.RULES);
            case 0x01 -> oneRule(apdu, length);
            case 0x10, 0x50 -> whole(apdu, length, AccessRuleTables.RULES_BY_APPLET);
            case 0x11 -> rulesOfApplet(apdu, length);
            case 0x12 -> rulesOfObject(apdu, length);
            case 0x20, 0x60 -> whole(apdu, length, AccessRuleTables.PROVIDERS);
            case 0x21, 0x61 -> whole(apdu, length, AccessRuleTables.SERVICES);
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
        sendEntry(apdu, AccessRuleTables.RULES, find(AccessRuleTables.RULES, wanted));
    }

    private static void rulesOfApplet(APDU apdu, short length) {
        requireLength(length, (short) 7);
        for (short at = TABLE_HEAD; at < AccessRuleTables.SERVICES.length; at = next(AccessRuleTables.SERVICES, at)) {
            short aid = (short) (at + APPLET_AID);
            if (Util.arrayCompare(apdu.getBuffer(), ISO7816.OFFSET_CDATA, AccessRuleTables.SERVICES, aid, (short) 7)
                    == 0) {
                sendEntry(
                        apdu,
                        AccessRuleTables.RULES_BY_APPLET,
                        find(AccessRuleTables.RULES_BY_APPLET, AccessRuleTables.SERVICES[(short) (at + 2)]));
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private static void rulesOfObject(APDU apdu, short length) {
        requireLength(length, (short) 2);
        for (short at = TABLE_HEAD;
                at < AccessRuleTables.RULES_BY_APPLET.length;
                at = next(AccessRuleTables.RULES_BY_APPLET, at)) {
            short object = (short) (at + 4);
            if (Util.arrayCompare(
                            apdu.getBuffer(), ISO7816.OFFSET_CDATA, AccessRuleTables.RULES_BY_APPLET, object, (short) 2)
                    == 0) {
                sendEntry(apdu, AccessRuleTables.RULES_BY_APPLET, at);
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
