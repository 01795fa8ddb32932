package org.cacharness.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One PIN that is typed into a dialog of other software, which sends it: permitted before, and looked up on the card afterwards,
 * since such dialogs say nothing of the tries left.
 */
public final class TypedPin {
    private final CacCard card;
    private final PinGuard guard;
    private final PinState before;

    private TypedPin(CacCard card, PinGuard guard, PinState before) {
        this.card = card;
        this.guard = guard;
        this.before = before;
    }

    /**
     * Reads the tries left, and permits one presentation.
     *
     * @param card the card whose PIN the dialog asks for
     * @param guard keeps the PIN policy of the run
     * @throws Refusal if the policy forbids it, or the PIN is blocked: nothing may be typed then
     */
    public static TypedPin permit(CacCard card, PinGuard guard) throws CardConnectionException {
        PinState before = card.pinState();
        if (before instanceof PinState.TriesLeft left) {
            guard.permit(left.count());
        } else if (before instanceof PinState.Verified) {
            guard.permitVerified();
        } else {
            throw new Refusal(
                    Refusal.Reason.BELOW_FLOOR, "PIN not typed: the card's PIN is blocked: have its issuer reset it");
        }
        return new TypedPin(card, guard, before);
    }

    /**
     * Has the digits typed.
     *
     * @param keyboard is lent the digits, which are zeroed when it returns
     */
    public void type(Pin pin, Consumer<char[]> keyboard) {
        char[] digits = pin.copyOfDigits();
        try {
            keyboard.accept(digits);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    /**
     * What the card made of it, or nothing while the PIN has not reached it.
     *
     * @param answered whether the software has gone on since; a card that was verified before looks the same after the right PIN
     */
    public Optional<PinOutcome> outcome(boolean answered) throws CardConnectionException {
        Optional<PinOutcome> outcome = changed(card.pinState(), answered);
        outcome.ifPresent(guard::saw);
        return outcome;
    }

    private Optional<PinOutcome> changed(PinState now, boolean answered) {
        if (now instanceof PinState.Blocked) {
            return Optional.of(new PinOutcome.Blocked());
        }
        if (now instanceof PinState.TriesLeft left) {
            return now.equals(before) ? Optional.empty() : Optional.of(new PinOutcome.Refused(left.count()));
        }
        return answered || !now.equals(before) ? Optional.of(new PinOutcome.Accepted()) : Optional.empty();
    }
}
