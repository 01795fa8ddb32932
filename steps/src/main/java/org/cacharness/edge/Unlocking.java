package org.cacharness.edge;

import java.util.Optional;

/** Asks for the PIN once, and has it presented: by an APDU, or by a PKCS#11 module. */
final class Unlocking {
    private final String purpose;

    /**
     * Unlocks for a purpose.
     *
     * @param purpose what the key is wanted for, as an error says it
     */
    Unlocking(String purpose) {
        this.purpose = purpose;
    }

    void unlock(PkiInstance key, PinState state, PinEntry pinEntry, Presenter presenter)
            throws CardConnectionException, CardSignatureException {
        if (state instanceof PinState.Blocked) {
            pinEntry.answered(new PinOutcome.Blocked());
            throw failure(
                    CardSignatureException.Reason.PIN_BLOCKED, "the PIN is blocked: have the card's issuer reset it");
        }
        Optional<Pin> given = pinEntry.ask(key, state);
        if (given.isEmpty()) {
            throw failure(CardSignatureException.Reason.PIN_NOT_GIVEN, "the PIN was not given: enter it when asked");
        }
        try (Pin pin = given.get()) {
            PinOutcome outcome = presenter.present(pin);
            pinEntry.answered(outcome);
            requireAccepted(outcome);
        }
    }

    private void requireAccepted(PinOutcome outcome) throws CardSignatureException {
        if (outcome instanceof PinOutcome.Refused refused) {
            throw failure(
                    CardSignatureException.Reason.PIN_REFUSED,
                    "the card refused the PIN, tries left: " + refused.triesLeft());
        }
        if (outcome instanceof PinOutcome.Blocked) {
            throw failure(
                    CardSignatureException.Reason.PIN_BLOCKED,
                    "the card refused the PIN and is blocked now: have its issuer reset it");
        }
    }

    private CardSignatureException failure(CardSignatureException.Reason reason, String why) {
        return new CardSignatureException(reason, purpose + ": " + why);
    }

    /** Whatever sends the PIN to the card. */
    @FunctionalInterface
    interface Presenter {
        PinOutcome present(Pin pin) throws CardConnectionException;
    }
}
