package org.cacharness.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one Gherkin step, or of a hook that left something to see.
 *
 * @param keyword {@code Given} and so on, without blanks; empty for a hook
 * @param text the step's sentence, for a hook what it is
 * @param line in the feature file, 0 for a hook
 * @param outcome what came of it
 * @param reason why it failed, was refused or did not run; null if it passed
 * @param trace the failure with its stack trace, null without one
 * @param duration how long it took
 * @param argument table or text below the step, null without one
 * @param evidence what was kept of it
 */
public record StepResult(
        String keyword,
        String text,
        int line,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String trace,
        Duration duration,
        @Nullable String argument,
        List<Evidence> evidence) {
    public StepResult {
        evidence = List.copyOf(evidence);
    }

    /** Keyword and sentence. */
    public String sentence() {
        return keyword.isEmpty() ? text : keyword + " " + text;
    }
}
