package org.cacharness.edge;

import java.util.Optional;

/**
 * Where the presentations to one card are written down before they are made, so that what is known of them outlives the process
 * that makes them.
 */
public interface PinRecord {
    /**
     * A PIN is about to be sent.
     *
     * @throws Refusal if an earlier presentation forbids it, or it can't be written down; nothing may be sent then
     */
    void begin();

    /** The card has answered. A presentation that is begun and never ended counts as refused. */
    void end(PinOutcome outcome);

    /** The serial of the one card that may be sent a PIN; empty where any card may. */
    default Optional<String> onlyCard() {
        return Optional.empty();
    }

    /** Nothing is written down: for simulated cards, which end with the process. */
    static PinRecord none() {
        return new PinRecord() {
            @Override
            public void begin() {
                // Nothing to keep
            }

            @Override
            public void end(PinOutcome outcome) {
                // Nothing to keep
            }
        };
    }
}
