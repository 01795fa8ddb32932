package org.cacharness.simulator.applet;

import javacard.framework.Shareable;

/**
 * What the access control applet (ACA) does for the other instances of the card.
 *
 * <p>The PIN state is card-wide: VERIFY works in any instance and opens the keys of all of them (GSC-IS 2.1, access control
 * rules). The PIV applet, when it comes, shares the same PIN through this interface. Arrays passed in must be the APDU buffer,
 * the only array that crosses the applet firewall.
 */
public interface AccessControl extends Shareable {
    /** Length of a PIN block: digits padded with FF. */
    short PIN_BLOCK_LENGTH = 8;

    /** Whether personalisation has set a PIN. */
    boolean isPinSet();

    /** Whether the PIN was verified since the last reset. */
    boolean isPinVerified();

    /** Presentations left before the PIN is blocked; 0 if it is. */
    byte triesLeft();

    /**
     * Compares a PIN block with the PIN; a wrong one costs a try, the right one restores them all.
     *
     * @return whether it was right
     */
    boolean presentPin(byte[] apduBuffer, short offset);

    /** Replaces the PIN and leaves it verified, with all tries. */
    void replacePin(byte[] apduBuffer, short offset);

    /** Writes random bytes, different each time. */
    void random(byte[] apduBuffer, short offset, short length);

    /** Whether personalisation is over; it never begins again. */
    boolean isSealed();
}
