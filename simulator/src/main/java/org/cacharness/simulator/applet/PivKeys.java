package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;
import org.jspecify.annotations.Nullable;

/**
 * The keys by their references (SP 800-73-4 Part 1, table 5).
 *
 * <p>Personalisation, INS FE, P2 the key reference: P1 00 makes a slot, data {@code algorithm(1) rule(1)}; P1 01 to 05 imports a
 * component. Keys are imported, never generated: the simulated library generates the same key each time.
 */
final class PivKeys {
    /** Rules of a slot: who may use its key. */
    static final byte RULE_ALWAYS = 0x00;

    static final byte RULE_PIN = 0x01;
    static final byte RULE_PIN_ALWAYS = 0x02;

    private static final byte KEY_MANAGEMENT = (byte) 0x9D;
    private static final byte FIRST_RETIRED = (byte) 0x82;
    private static final byte LAST_RETIRED = (byte) 0x95;
    private static final short MOST_KEYS = 24;

    private final AccessControl access;
    private final Slot[] slots = new Slot[MOST_KEYS];
    private short count;

    PivKeys(AccessControl access) {
        this.access = access;
    }

    /** A key that is ready for use, or null. */
    @Nullable
    Slot find(byte reference) {
        for (short i = 0; i < count; i++) {
            if (slots[i].reference == reference && slots[i].key.isReady()) {
                return slots[i];
            }
        }
        return null;
    }

    /** Writes {@code 80 01 algorithm} for each algorithm that a key has, and returns the offset after them. */
    short writeAlgorithms(byte[] buffer, short offset) {
        short end = offset;
        for (short i = 0; i < count; i++) {
            if (isFirstOfItsAlgorithm(i)) {
                buffer[end++] = (byte) 0x80;
                buffer[end++] = 0x01;
                buffer[end++] = slots[i].algorithm;
            }
        }
        return end;
    }

    void personalise(byte[] buffer, short length) {
        Personalisation.requireOpen(access);
        byte component = buffer[ISO7816.OFFSET_P1];
        byte reference = buffer[ISO7816.OFFSET_P2];
        if (component == 0) {
            makeSlot(reference, buffer, length);
        } else {
            importComponent(reference, component, buffer, length);
        }
        Util.arrayFillNonAtomic(buffer, ISO7816.OFFSET_CDATA, length, (byte) 0);
    }

    private boolean isFirstOfItsAlgorithm(short index) {
        for (short i = 0; i < index; i++) {
            if (slots[i].algorithm == slots[index].algorithm) {
                return false;
            }
        }
        return true;
    }

    private void makeSlot(byte reference, byte[] buffer, short length) {
        if (length != 2 || count == MOST_KEYS) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        byte algorithm = buffer[ISO7816.OFFSET_CDATA];
        SigningKey key =
                isForKeyManagement(reference) ? SigningKeys.forAgreement(algorithm) : SigningKeys.of(algorithm);
        slots[count++] = new Slot(reference, algorithm, buffer[(short) (ISO7816.OFFSET_CDATA + 1)], key);
    }

    private void importComponent(byte reference, byte component, byte[] buffer, short length) {
        for (short i = 0; i < count; i++) {
            if (slots[i].reference == reference) {
                slots[i].key.importComponent(component, buffer, ISO7816.OFFSET_CDATA, length);
                return;
            }
        }
        ISOException.throwIt(StatusWords.REFERENCE_NOT_FOUND);
    }

    private static boolean isForKeyManagement(byte reference) {
        return reference == KEY_MANAGEMENT || (reference >= FIRST_RETIRED && reference <= LAST_RETIRED);
    }

    /** One key with its reference, algorithm and rule. */
    static final class Slot {
        private final byte reference;
        private final byte algorithm;
        private final byte rule;
        private final SigningKey key;

        Slot(byte reference, byte algorithm, byte rule, SigningKey key) {
            this.reference = reference;
            this.algorithm = algorithm;
            this.rule = rule;
            this.key = key;
        }

        byte algorithm() {
            return algorithm;
        }

        byte rule() {
            return rule;
        }

        SigningKey key() {
            return key;
        }

        /** Whether its input is another's point (tag 85) and not something to sign or decrypt (tag 81). */
        boolean isForAgreement() {
            return key instanceof EcAgreementKey;
        }
    }
}
