package org.cacharness.edge;

import java.util.Optional;

/** Whoever is asked for the PIN when the card wants it: a dialog, a scenario, a terminal prompt. */
@FunctionalInterface
public interface PinEntry {
    /**
     * Asks for the PIN.
     *
     * @param key the key that is to be used
     * @param state what the card says about its PIN
     * @return the PIN, which the asker closes; empty if the person cancels
     */
    Optional<Pin> ask(PkiInstance key, PinState state);

    /** Never knows a PIN, as a person who cancels each time. */
    static PinEntry none() {
        return (key, state) -> Optional.empty();
    }
}
