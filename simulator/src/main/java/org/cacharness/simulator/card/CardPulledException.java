package org.cacharness.simulator.card;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card leaves its reader while a command is under way, or right after its answer. */
public final class CardPulledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient byte @Nullable [] answer;

    private CardPulledException(byte @Nullable [] answer) {
        super("The card was pulled");
        this.answer = answer;
    }

    /** It leaves without an answer. */
    public static CardPulledException withoutAnswer() {
        return new CardPulledException(null);
    }

    /** It leaves when the computer has this answer. */
    public static CardPulledException after(byte[] answer) {
        return new CardPulledException(answer.clone());
    }

    /** What the computer still gets. */
    public Optional<byte[]> answer() {
        return Optional.ofNullable(answer).map(byte[]::clone);
    }
}
