package org.cacharness.drivers;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import org.cacharness.edge.Refusal;

/**
 * The person at the machine, where only a person can go on: told what to do in the words of the procedure. It counts as done when
 * its effect is seen, never because somebody says so.
 */
public final class Operator {
    private final Consumer<String> tell;
    private final Duration patience;
    private final InstantSource clock;
    private final boolean there;

    private Operator(Consumer<String> tell, Duration patience, InstantSource clock, boolean there) {
        this.tell = tell;
        this.patience = patience;
        this.clock = clock;
        this.there = there;
    }

    /**
     * Somebody who is there.
     *
     * @param tell prints a line to the person
     * @param patience how long to wait for an effect
     * @param clock gives the times for the record
     */
    public static Operator attending(Consumer<String> tell, Duration patience, InstantSource clock) {
        return new Operator(tell, patience, clock, true);
    }

    /** Nobody is there: whatever only a person could do is refused. */
    public static Operator absent() {
        return new Operator(line -> {}, Duration.ZERO, InstantSource.system(), false);
    }

    /** Whether somebody is there. */
    public boolean isThere() {
        return there;
    }

    /**
     * Asks, and waits for the effect.
     *
     * @param request what to do
     * @param effect what will be seen then, for example {@code the reader reports a card}
     * @param seen waits for it
     * @param record gets a line for the question and one for what came of it
     * @throws Refusal if nobody is there, or the effect is not seen in time
     */
    public void ask(String request, String effect, Effect seen, Consumer<String> record) {
        if (!there) {
            throw refusal(request, effect, "nobody is there to do it: run with --attended");
        }
        tell.accept(">> " + request);
        record.accept(now() + " The person is asked: " + request);
        if (!isSeen(seen)) {
            record.accept(now() + " Not seen within " + patience.toSeconds() + " s: " + effect);
            throw refusal(
                    request,
                    effect,
                    "it was not seen within " + patience.toSeconds() + " s: run again, or with a longer --patience");
        }
        tell.accept("   " + effect);
        record.accept(now() + " Seen: " + effect);
    }

    private boolean isSeen(Effect seen) {
        try {
            return seen.within(patience);
        } catch (CardException unanswered) {
            return false;
        }
    }

    private static Refusal refusal(String request, String effect, String why) {
        return new Refusal(Refusal.Reason.NOBODY_ACTED, request + ": expected that " + effect + ", " + why);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What a person's act brings about. */
    @FunctionalInterface
    public interface Effect {
        /** Waits for it; false if it does not come in time. */
        boolean within(Duration limit) throws CardException;
    }
}
