package org.cacharness.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Finds the token of a card among the slots of a PKCS#11 module.
 *
 * @param <T> what a slot is used by
 */
final class TokenChoice<T> {
    private final String module;
    private final Consumer<T> dismissal;

    /**
     * Prepares to choose.
     *
     * @param module as an error calls it
     * @param dismissal is told of each slot that is not taken
     */
    TokenChoice(String module, Consumer<T> dismissal) {
        this.module = module;
        this.dismissal = dismissal;
    }

    /**
     * A token may show a part of a serial only. The card's own serial is no other card's, so the first token with it is taken. What a PIV driver
     * shows, the end of the FASC-N, two cards of one person have in common: it counts where one token alone fits.
     *
     * @param serial of the card
     * @param pivSerials what it is called where it is taken for a PIV card
     * @param slots by their position, until one is empty
     * @throws CardConnectionException if there is no such token, or if two could be meant
     */
    T of(String serial, List<String> pivSerials, IntFunction<Optional<Slot<T>>> slots) throws CardConnectionException {
        List<String> seen = new ArrayList<>();
        List<T> candidates = new ArrayList<>();
        for (Optional<Slot<T>> next = slots.apply(0); next.isPresent(); next = slots.apply(seen.size())) {
            Slot<T> slot = next.get();
            if (isPartOf(serial, slot.shown())) {
                candidates.forEach(dismissal);
                return slot.use();
            }
            if (pivSerials.stream().anyMatch(known -> isPartOf(known, slot.shown()))) {
                candidates.add(slot.use());
            } else {
                dismissal.accept(slot.use());
            }
            seen.add(slot.shown().isEmpty() ? "no token" : slot.shown());
        }
        return only(candidates, serial, seen);
    }

    private T only(List<T> candidates, String serial, List<String> seen) throws CardConnectionException {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        candidates.forEach(dismissal);
        throw new CardConnectionException(
                module + ": expected one token of the card " + serial + ", its slots show " + seen
                        + (candidates.isEmpty()
                                ? ": put the card into the reader"
                                : ": pull the other card of the same person"));
    }

    private static boolean isPartOf(String serial, String shown) {
        return !shown.isEmpty() && serial.toLowerCase(Locale.ROOT).contains(shown.toLowerCase(Locale.ROOT));
    }

    /**
     * A slot.
     *
     * @param use what it is used by
     * @param shown the serial of the token in it; an empty text if there is none
     */
    record Slot<T>(T use, String shown) {}
}
