package org.cacharness.simulator.applet;

/** Where cards of the field do otherwise than SP 800-73-4 says, one bit each. */
final class PivBehaviour {
    /** VERIFY without data never answers 9000. */
    static final byte QUERY_NEVER_9000 = 0x01;
    /** Selecting the application again ends the verified state. */
    static final byte LOSES_PIN_ON_SELECT = 0x02;
    /** No random numbers by key 9B. */
    static final byte NO_RANDOM = 0x04;
    /** An absent object that would need the PIN is said to be absent without it. */
    static final byte TELLS_ABSENCE = 0x08;
    /** The selection is answered by the whole AID, and without algorithms. */
    static final byte PLAIN_SELECTION = 0x10;

    private final byte bits;

    PivBehaviour(byte bits) {
        this.bits = bits;
    }

    boolean queryNeverSaysVerified() {
        return (bits & QUERY_NEVER_9000) != 0;
    }

    boolean losesPinOnSelect() {
        return (bits & LOSES_PIN_ON_SELECT) != 0;
    }

    boolean hasRandom() {
        return (bits & NO_RANDOM) == 0;
    }

    boolean tellsAbsence() {
        return (bits & TELLS_ABSENCE) != 0;
    }

    boolean isSelectionPlain() {
        return (bits & PLAIN_SELECTION) != 0;
    }
}
