package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/**
 * GET ACR (GSC-IS 2.1, virtual machine card edge): who may do what on this card, as four tables that the factory wrote.
 *
 * <p>Each begins with three bytes, {@code tag 01 count}; then come its entries, {@code tag length value}.
 */
final class AccessRules {
    static final byte ALWAYS = 0x00;

    private static final byte RULES = 0x00;
    private static final byte RULES_BY_APPLET = 0x10;
    private static final byte PROVIDERS = 0x20;
    private static final byte SERVICES = 0x21;
    private static final short TABLE_HEAD = 3;
    private static final short APPLET_AID = 5;
    private static final short APPLET_OBJECTS = 4;

    /** Rules: {@code A0 len acrid type methods (provider key)*}. Providers: 1D XAUTH, 1E PIN, 1F secure channel. */
    private final Table rules = new Table();
    /** By applet and object: {@code 80 len applet objects (object(2) instructions (INS acrid)*)*}. */
    private final Table rulesByApplet = new Table();
    /** Access method providers: {@code 99 08 provider AID}. */
    private final Table providers = new Table();
    /** Service applets: {@code 93 0A applet 92 07 AID}. */
    private final Table services = new Table();

    void addToTable(byte[] buffer, short length) {
        Table table = null;
        switch (buffer[ISO7816.OFFSET_P2]) {
            case RULES -> table = rules;
            case RULES_BY_APPLET -> table = rulesByApplet;
            case PROVIDERS -> table = providers;
            case SERVICES -> table = services;
            default -> ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        if (table != null) {
            table.add(buffer, ISO7816.OFFSET_CDATA, length);
        }
    }

    void answer(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION - P2 is 00
        if (buffer[ISO7816.OFFSET_P2] != 0) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        switch (buffer[ISO7816.OFFSET_P1]) {
            case RULES, 0x40, 0x41 -> whole(apdu, length, rules);
            case 0x01 -> oneRule(apdu, length);
            case RULES_BY_APPLET, 0x50 -> whole(apdu, length, rulesByApplet);
            case 0x11 -> rulesOfApplet(apdu, length);
            case 0x12 -> rulesOfObject(apdu, length);
            case PROVIDERS, 0x60 -> whole(apdu, length, providers);
            case SERVICES, 0x61 -> whole(apdu, length, services);
            default -> ISOException.throwIt(StatusWords.NOT_ALLOWED_HERE);
        }
    }

    private static void whole(APDU apdu, short length, Table table) {
        requireLength(length, (short) 0);
        CacApplet.send(apdu, table.bytes, (short) 0, table.length);
    }

    private void oneRule(APDU apdu, short length) {
        requireLength(length, (short) 1);
        rules.sendEntry(apdu, rules.find(apdu.getBuffer()[ISO7816.OFFSET_CDATA]));
    }

    private void rulesOfApplet(APDU apdu, short length) {
        requireLength(length, (short) 7);
        for (short at = TABLE_HEAD; at < services.length; at = services.next(at)) {
            short aid = (short) (at + APPLET_AID);
            if (Util.arrayCompare(apdu.getBuffer(), ISO7816.OFFSET_CDATA, services.bytes, aid, (short) 7) == 0) {
                rulesByApplet.sendEntry(apdu, rulesByApplet.find(services.bytes[(short) (at + 2)]));
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private void rulesOfObject(APDU apdu, short length) {
        requireLength(length, (short) 2);
        for (short at = TABLE_HEAD; at < rulesByApplet.length; at = rulesByApplet.next(at)) {
            if (hasObject(at, apdu.getBuffer())) {
                rulesByApplet.sendEntry(apdu, at);
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private boolean hasObject(short entry, byte[] buffer) {
        byte[] bytes = rulesByApplet.bytes;
        short end = rulesByApplet.next(entry);
        short at = (short) (entry + APPLET_OBJECTS);
        while (at < end) {
            if (Util.arrayCompare(buffer, ISO7816.OFFSET_CDATA, bytes, at, (short) 2) == 0) {
                return true;
            }
            at = (short) (at + 3 + 2 * bytes[(short) (at + 2)]);
        }
        return false;
    }

    private static void requireLength(short length, short expected) {
        if (length != expected) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
    }

    /** One table; an entry is at most 127 bytes long, the table fits a short response. */
    private static final class Table {
        private final byte[] bytes = new byte[256];
        private short length;

        void add(byte[] buffer, short offset, short count) {
            // PRE-CONDITION - it fits
            if ((short) (length + count) > bytes.length) {
                ISOException.throwIt(StatusWords.WRONG_LENGTH);
            }
            length = Util.arrayCopyNonAtomic(buffer, offset, bytes, length, count);
        }

        short next(short at) {
            return (short) (at + 2 + bytes[(short) (at + 1)]);
        }

        short find(byte id) {
            short at = TABLE_HEAD;
            while (at < length && bytes[(short) (at + 2)] != id) {
                at = next(at);
            }
            if (at >= length) {
                ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
            }
            return at;
        }

        void sendEntry(APDU apdu, short at) {
            CacApplet.send(apdu, bytes, at, (short) (next(at) - at));
        }
    }
}
