package org.cacharness.simulator.applet;

import javacard.framework.JCSystem;
import javacard.framework.OwnerPIN;
import javacard.framework.Util;
import javacard.security.RandomData;

/** The card's only PIN, its PUK, its random numbers and its seal, kept by the ACA instance. */
final class CardAccess implements AccessControl {
    private final OwnerPIN pin;
    private final OwnerPIN puk;
    private final short fewestDigits;
    private final RandomData random = RandomData.getInstance(RandomData.ALG_KEYGENERATION);
    private final boolean[] pivStatus = JCSystem.makeTransientBooleanArray((short) 1, JCSystem.CLEAR_ON_RESET);
    private boolean pinSet;
    private boolean sealed;

    CardAccess(byte tryLimit, short fewestDigits) {
        pin = new OwnerPIN(tryLimit, (byte) PIN_BLOCK_LENGTH);
        puk = new OwnerPIN(tryLimit, (byte) PIN_BLOCK_LENGTH);
        this.fewestDigits = fewestDigits;
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
        boolean right = pin.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        if (!right) {
            pivStatus[0] = false;
        }
        return right;
    }

    @Override
    public void replacePin(byte[] apduBuffer, short offset) {
        pin.update(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        // OwnerPIN.update ends the verified state; SP 800-73-4 Part 2, 3.2.2 keeps it after a change
        pin.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
    }

    @Override
    public boolean isWellFormedPin(byte[] apduBuffer, short offset) {
        return PinBlock.isWellFormed(apduBuffer, offset, fewestDigits);
    }

    @Override
    public void logOut() {
        pin.reset();
        pivStatus[0] = false;
    }

    @Override
    public boolean isPivStatusGranted() {
        return pivStatus[0] && pin.isValidated();
    }

    @Override
    public void grantPivStatus() {
        pivStatus[0] = pin.isValidated();
    }

    @Override
    public void endPivStatus() {
        pivStatus[0] = false;
    }

    @Override
    public byte pukTriesLeft() {
        return puk.getTriesRemaining();
    }

    @Override
    public boolean presentPuk(byte[] apduBuffer, short offset) {
        boolean right = puk.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        // Nobody is logged in by a PUK: only its counter is of use
        if (right) {
            puk.reset();
        } else {
            logOut();
        }
        return right;
    }

    @Override
    public void replacePuk(byte[] apduBuffer, short offset) {
        puk.update(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
    }

    @Override
    public void unblockPin(byte[] apduBuffer, short offset) {
        boolean wasVerified = pin.isValidated();
        pin.update(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        if (wasVerified) {
            pin.check(apduBuffer, offset, (byte) PIN_BLOCK_LENGTH);
        }
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
