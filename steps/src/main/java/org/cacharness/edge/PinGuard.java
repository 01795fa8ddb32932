package org.cacharness.edge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link PinPolicy} over one run: counts presentations and remembers a refusal.
 *
 * <p>Share one guard between all connections to the same card; a new guard is a new run.
 */
public final class PinGuard {
    private final PinPolicy policy;
    private final PinRecord record;
    private final @Nullable PinGuard whole;
    private int presentations;
    private boolean refused;

    /** A guard that has seen nothing yet. */
    public PinGuard(PinPolicy policy) {
        this(policy, PinRecord.none());
    }

    /** A guard whose presentations are written down before they are made. */
    public PinGuard(PinPolicy policy, PinRecord record) {
        this(policy, record, null);
    }

    private PinGuard(PinPolicy policy, PinRecord record, @Nullable PinGuard whole) {
        this.policy = policy;
        this.record = record;
        this.whole = whole;
    }

    /**
     * A guard for a part of the run, a scenario for example: what it permits, this guard has to permit as well.
     *
     * @param budget most presentations of the part
     * @throws Refusal if that many are not left, or a PIN was refused before
     */
    public synchronized PinGuard part(int budget) {
        if (budget > 0) {
            requireNoRefusal();
        }
        if (presentations + budget > policy.budget()) {
            throw new Refusal(
                    Refusal.Reason.BUDGET_SPENT,
                    "PIN not sent: expected at most " + policy.budget() + " presentations in a run, " + presentations
                            + " made and " + budget + " more planned here: run this scenario alone");
        }
        return new PinGuard(
                new PinPolicy(policy.floor(), budget, policy.retryAfterRefusal(), policy.mayChangePin()),
                PinRecord.none(),
                this);
    }

    /** Presentations permitted so far. */
    public synchronized int presentations() {
        return presentations;
    }

    /**
     * Asks whether this is a card that may be sent a PIN; cards are changed by hand, at any moment.
     *
     * @param serial reads the serial of the card that would get it
     * @throws Refusal if it is another one
     */
    void requireCard(SerialSource serial) throws CardConnectionException {
        if (whole != null) {
            whole.requireCard(serial);
        }
        Optional<String> expected = record.onlyCard();
        if (expected.isPresent()) {
            String actual = serial.read();
            if (!expected.get().equalsIgnoreCase(actual)) {
                throw new Refusal(
                        Refusal.Reason.ANOTHER_CARD,
                        "PIN not sent: expected card " + expected.get() + " in the reader, got " + actual
                                + ": put the first one back and run again");
            }
        }
    }

    /** The serial of the card that is in the reader now. */
    @FunctionalInterface
    interface SerialSource {
        String read() throws CardConnectionException;
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
        if (whole != null) {
            whole.permit(triesLeft);
        }
        begun();
    }

    /** Permits one change of a PIN that is verified, and whose counter is full therefore. */
    synchronized void permitVerified() {
        permitOneMore();
        if (whole != null) {
            whole.permitVerified();
        }
        begun();
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
        if (whole != null) {
            whole.saw(outcome);
        }
        record.end(outcome);
    }

    private void begun() {
        record.begin();
        presentations++;
    }

    private void requireNoRefusal() {
        if (refused && !policy.retryAfterRefusal()) {
            throw new Refusal(
                    Refusal.Reason.REFUSED_BEFORE,
                    "PIN not sent: the card refused one in this run, and the policy allows no other:"
                            + " find out the right PIN before the next run");
        }
    }

    private void permitOneMore() {
        requireNoRefusal();
        if (presentations >= policy.budget()) {
            throw new Refusal(
                    Refusal.Reason.BUDGET_SPENT,
                    "PIN not sent: expected at most " + policy.budget() + " presentations in a run, all are made:"
                            + " start another run");
        }
    }
}
