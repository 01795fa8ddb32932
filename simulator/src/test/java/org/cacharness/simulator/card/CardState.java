package org.cacharness.simulator.card;

import org.cacharness.simulator.applet.AccessControl;

/**
 * What commands can change on a sealed card, seen from its back.
 *
 * @param tries of the PIN left
 * @param pukTries of the PUK left
 * @param verified whether the PIN is, on the CAC edge
 * @param piv whether the PIV application's own status is granted
 * @param sealed whether personalisation is over
 */
record CardState(int tries, int pukTries, boolean verified, boolean piv, boolean sealed) {
    private static final int VERIFY = 0x20;
    private static final int CHANGE = 0x24;
    private static final int RESET = 0x2C;
    private static final int SELECT = 0xA4;
    private static final int PUK = 0x81;
    private static final int MOST_TRIES = 3;

    static CardState of(SimulatedCac card) {
        AccessControl access = card.access();
        return new CardState(
                access.triesLeft(),
                access.pukTriesLeft(),
                access.isPinVerified(),
                access.isPivStatusGranted(),
                access.isSealed());
    }

    /** Whether a command with this answer may have led from this state to the other. */
    boolean mayBecome(CardState after, byte[] command, int statusWord) {
        if (equals(after)) {
            return true;
        }
        if (!after.sealed || command.length < 4) {
            return false;
        }
        boolean done = statusWord == 0x9000;
        boolean refused = (statusWord & 0xFFF0) == 0x63C0;
        return switch (command[1] & 0xFF) {
            case VERIFY -> (done && (after.grants(this) || after.ends(this))) || (refused && after.costs(this));
            case CHANGE ->
                (command[3] & 0xFF) == PUK
                        ? after.pukOnly(this, done, refused)
                        : (done && after.grants(this)) || (refused && after.costs(this));
            case RESET -> after.reset(this, done, refused);
            case SELECT -> done && after.selected(this);
            default -> false;
        };
    }

    /** The right PIN: verified, all tries; the PUK's stay. */
    private boolean grants(CardState before) {
        return verified && tries == MOST_TRIES && pukTries == before.pukTries;
    }

    /** VERIFY with P1 FF. */
    private boolean ends(CardState before) {
        return !verified && !piv && tries == before.tries && pukTries == before.pukTries;
    }

    /** A wrong PIN: one try, and the state. */
    private boolean costs(CardState before) {
        return !verified && !piv && tries == before.tries - 1 && pukTries == before.pukTries;
    }

    private boolean pukOnly(CardState before, boolean done, boolean refused) {
        return tries == before.tries
                && pukTriesFollow(before, done, refused)
                && (done ? same(before) : !verified && !piv);
    }

    private boolean reset(CardState before, boolean done, boolean refused) {
        boolean triesFollow = done ? tries == MOST_TRIES : tries == before.tries;
        return triesFollow && pukTriesFollow(before, done, refused) && (done ? same(before) : !verified && !piv);
    }

    private boolean pukTriesFollow(CardState before, boolean done, boolean refused) {
        return (done && pukTries == MOST_TRIES) || (refused && pukTries == before.pukTries - 1);
    }

    private boolean same(CardState before) {
        return verified == before.verified && piv == before.piv;
    }

    /** Another application: the PIV status may end, on fielded cards the PIN's too; nothing else. */
    private boolean selected(CardState before) {
        return tries == before.tries && pukTries == before.pukTries && !piv && (!verified || before.verified);
    }
}
