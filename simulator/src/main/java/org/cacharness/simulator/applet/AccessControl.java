package org.cacharness.simulator.applet;

import javacard.framework.Shareable;

/**
 * What the access control applet (ACA) does for the other instances of the card.
 *
 * <p>The PIN state is card-wide: VERIFY works in any instance and opens the keys of all of them (GSC-IS 2.1, access control
 * rules). The PIV application shares the same PIN, and has a status of its own on top: it is granted by a VERIFY in the PIV
 * application alone, and ends where that is left (SP 800-73-4 Part 2, 3.1.1). Arrays passed in must be the APDU buffer, the only
 * array that crosses the applet firewall.
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

    /** Whether a PIN block has the form that this card's PIN must have. */
    boolean isWellFormedPin(byte[] apduBuffer, short offset);

    /** Ends the verified state on both edges; the tries stay. */
    void logOut();

    /** Whether the PIV application's own status is granted, and the PIN still verified. */
    boolean isPivStatusGranted();

    /** Grants the PIV application's own status; only after the right PIN. */
    void grantPivStatus();

    /** Ends the PIV application's own status; the PIN stays verified for the CAC edge. */
    void endPivStatus();

    /** Presentations of the PUK left; 0 if it is blocked. */
    byte pukTriesLeft();

    /**
     * Compares a PUK with the card's; a wrong one costs one of its tries and ends the PIN's verified state.
     *
     * @return whether it was right
     */
    boolean presentPuk(byte[] apduBuffer, short offset);

    /** Replaces the PUK, with all tries. */
    void replacePuk(byte[] apduBuffer, short offset);

    /** Replaces the PIN and gives it all tries back; whether it is verified stays as it was. */
    void unblockPin(byte[] apduBuffer, short offset);

    /** Writes random bytes, different each time. */
    void random(byte[] apduBuffer, short offset, short length);

    /** Whether personalisation is over; it never begins again. */
    boolean isSealed();
}
