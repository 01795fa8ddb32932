package org.cacharness.simulator.applet;

import javacard.framework.OwnerPIN;
import javacard.framework.Util;
import javacard.security.RandomData;

/** The card's only PIN, its random numbers and its seal, kept by the ACA instance. */
final class CardAccess implements AccessControl {
    private final OwnerPIN pin;
    private final RandomData random = RandomData.getInstance(RandomData.ALG_KEYGENERATION);
    private boolean pinSet;
    private boolean sealed;

    CardAccess(byte tryLimit) {
        pin = new OwnerPIN(tryLimit, (byte) PIN_BLOCK_LENGTH);
    }

    @Override
    public boolean isPinSet() {
        return pinSet;
    }

    @Override
    public boolean isPinVerified() {
        return pin.isValidated();
    }

    @Override
    public byte triesLeft() {
        return pin.getTriesRemaining();
    }

    @Override
    public boolean presentPin(byte[] apduBuffer, short offset) {
        return pin.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
    }

    @Override
    public void replacePin(byte[] apduBuffer, short offset) {
        pin.update(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        // OwnerPIN.update ends the verified state; SP 800-73-4 Part 2, 3.2.2 keeps it after a change
        pin.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
    }

    @Override
    public void random(byte[] apduBuffer, short offset, short length) {
        random.nextBytes(apduBuffer, offset, length);
    }

    @Override
    public boolean isSealed() {
        return sealed;
    }

    void setPin(byte[] apduBuffer, short offset) {
        pin.update(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        pinSet = true;
    }

    /** Mixes in entropy from outside: the simulated generator begins alike on every card. */
    void addEntropy(byte[] apduBuffer, short offset, short length) {
        random.setSeed(apduBuffer, offset, length);
        Util.arrayFillNonAtomic(apduBuffer, offset, length, (byte) 0);
    }

    void seal() {
        sealed = true;
    }
}
