package org.cacharness.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.timeline.TimelineEvent;
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
 * @param started when it began, by the run's clock
 * @param events what happened in it, in order; a screen's page is one of the pages among the evidence
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
        List<Evidence> evidence,
        Instant started,
        List<TimelineEvent> events) {
    public StepResult {
        evidence = List.copyOf(evidence);
        events = List.copyOf(events);
        started = started.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A step of which no instants are known. */
    public StepResult(
            String keyword,
            String text,
            int line,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String trace,
            Duration duration,
            @Nullable String argument,
            List<Evidence> evidence) {
        this(keyword, text, line, outcome, reason, trace, duration, argument, evidence, Instant.EPOCH, List.of());
    }

    /** The same step, of which more was kept. */
    StepResult with(List<Evidence> more, List<TimelineEvent> happened) {
        return new StepResult(
                keyword,
                text,
                line,
                outcome,
                reason,
                trace,
                duration,
                argument,
                Stream.concat(evidence.stream(), more.stream()).toList(),
                started,
                Stream.concat(events.stream(), happened.stream().map(this::afterOwnPages))
                        .toList());
    }

    private TimelineEvent afterOwnPages(TimelineEvent event) {
        return event.page() < 0
                ? event
                : new TimelineEvent(
                        event.at(),
                        event.took(),
                        event.layer(),
                        event.what(),
                        event.details(),
                        event.page() + pages().size());
    }

    /** Its pages, to which the events point. */
    List<Evidence> pages() {
        return evidence.stream().filter(Evidence::isPage).toList();
    }

    /** Keyword and sentence. */
    public String sentence() {
        return keyword.isEmpty() ? text : keyword + " " + text;
    }
}
