package org.cacharness.edge;

/**
 * Keeps a {@link PinPolicy} over one run: counts presentations and remembers a refusal.
 *
 * <p>Share one guard between all connections to the same card; a new guard is a new run.
 */
public final class PinGuard {
    private final PinPolicy policy;
    private int presentations;
    private boolean refused;

    /** A guard that has seen nothing yet. */
    public PinGuard(PinPolicy policy) {
        this.policy = policy;
    }

    /** Presentations permitted so far. */
    public synchronized int presentations() {
        return presentations;
    }

    /** Permits one presentation, which then counts, or throws a {@link Refusal}. */
    synchronized void permit(int triesLeft) {
        if (triesLeft < policy.floor()) {
            throw new Refusal(
                    Refusal.Reason.BELOW_FLOOR,
                    "PIN not sent: expected " + policy.floor() + " tries left or more, the card has " + triesLeft
                            + ": have the PIN reset, or enter it right once with other software, to restore the tries");
        }
        permitOneMore();
    }

    /** Permits one change of a PIN that is verified, and whose counter is full therefore. */
    synchronized void permitVerified() {
        permitOneMore();
    }

    synchronized void requireChangeAllowed() {
        if (!policy.mayChangePin()) {
            throw new Refusal(
                    Refusal.Reason.CHANGE_FORBIDDEN,
                    "PIN not changed: expected a card whose PIN may be changed, the policy forbids it for this one:"
                            + " use a simulated card");
        }
    }

    synchronized void saw(PinOutcome outcome) {
        refused = refused || outcome instanceof PinOutcome.Refused || outcome instanceof PinOutcome.Blocked;
    }

    private void permitOneMore() {
        if (refused && !policy.retryAfterRefusal()) {
            throw new Refusal(
                    Refusal.Reason.REFUSED_BEFORE,
                    "PIN not sent: the card refused one in this run, and the policy allows no other:"
                            + " find out the right PIN before the next run");
        }
        if (presentations >= policy.budget()) {
            throw new Refusal(
                    Refusal.Reason.BUDGET_SPENT,
                    "PIN not sent: expected at most " + policy.budget() + " presentations in a run, all are made:"
                            + " start another run");
        }
        presentations++;
    }
}
