package org.cacharness.compare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is another in the second run.
 *
 * @param layer where it was seen
 * @param what in words that are the same wherever it occurs; an accepted difference is named by them
 * @param scenario title of the scenario
 * @param location file and line, in the first run
 * @param step sentence of the step, or empty where it is about the whole scenario
 * @param detail what else there is to know, or null
 */
public record Difference(
        Layer layer,
        String what,
        String scenario,
        String location,
        String step,
        @Nullable String detail) {
    /** What can differ. */
    public enum Layer {
        RESULT,
        STEP,
        PAGE,
        PROMPT,
        CARD,
        HTTP,
        TLS,
        TEXT,
        TIME;

        /** The layer in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it happens, for a line. */
    public String place() {
        return scenario + (step.isEmpty() ? "" : " › " + step);
    }
}
