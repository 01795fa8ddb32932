package org.cacharness.edge;

/**
 * How far a run may go with a card's PIN.
 *
 * @param floor fewest tries left at which a PIN is still sent, 1 or more
 * @param budget most presentations, changes included
 * @param retryAfterRefusal whether a PIN may be sent after one was refused
 * @param mayChangePin whether the PIN may be changed
 */
public record PinPolicy(int floor, int budget, boolean retryAfterRefusal, boolean mayChangePin) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the floor is below 1 or the budget below 0
     */
    public PinPolicy {
        if (floor < 1 || budget < 0) {
            throw new IllegalArgumentException(
                    "PIN policy: expected a floor of 1 or more and a budget of 0 or more, got " + floor + " and "
                            + budget);
        }
    }

    /** For simulated cards: down to the last try, as often as a scenario likes. */
    public static PinPolicy simulated() {
        return new PinPolicy(1, Integer.MAX_VALUE, true, true);
    }

    /** For real cards: never below three tries, one presentation, nothing after a refusal, no change. */
    public static PinPolicy hardware() {
        return new PinPolicy(3, 1, false, false);
    }
}
