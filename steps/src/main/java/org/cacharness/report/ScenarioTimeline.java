package org.cacharness.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's steps and what happened in them, for the template of its page: times are seconds since the scenario began.
 *
 * <p>They are written with a point. A run of six digits could equal a PIN, and would be taken for one.
 */
public final class ScenarioTimeline {
    private final ScenarioResult result;
    private final Instant began;
    private int number;
    private @Nullable Evidence inFront;

    ScenarioTimeline(ScenarioResult result) {
        this.result = result;
        began = result.steps().stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.started()), step.events().stream().map(TimelineEvent::at)))
                .filter(instant -> !instant.equals(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    boolean timed() {
        return !began.equals(Instant.EPOCH);
    }

    String began() {
        return began.toString();
    }

    List<LayerCount> layers() {
        return Arrays.stream(Layer.values())
                .map(layer -> new LayerCount(layer.id(), layer.title(), count(layer)))
                .filter(layer -> layer.count() > 0)
                .toList();
    }

    List<Step> steps() {
        number = 0;
        inFront = null;
        List<Step> steps = new ArrayList<>();
        for (StepResult step : result.steps()) {
            steps.add(step(step));
        }
        return steps;
    }

    private Step step(StepResult step) {
        List<Evidence> pages = step.pages();
        Evidence before = inFront;
        List<Event> events = new ArrayList<>();
        for (TimelineEvent event : step.events()) {
            Evidence page = event.page() >= 0 && event.page() < pages.size() ? pages.get(event.page()) : null;
            if (page != null && event.layer() == Layer.SCREEN) {
                inFront = page;
            }
            events.add(event(event, page));
        }
        boolean known = !step.started().equals(Instant.EPOCH);
        return new Step(
                step.keyword(),
                step.text(),
                step.outcome().words(),
                step.outcome().style(),
                IndexView.seconds(step.duration()),
                known ? offset(step.started()) : "",
                known ? offset(end(step)) : "",
                step.reason() == null ? "" : step.reason(),
                step.trace() == null ? "" : step.trace(),
                step.argument() == null ? "" : step.argument(),
                step.outcome() == Outcome.FAILED || step.outcome() == Outcome.REFUSED,
                before != null && !pages.isEmpty() && !before.equals(pages.get(0)) ? List.of(before) : List.of(),
                pages,
                events,
                step.evidence().stream().filter(evidence -> !evidence.isPage()).toList());
    }

    /** What happened in a step may be told a moment after it, but belongs to it. */
    private static Instant end(StepResult step) {
        return Stream.concat(
                        Stream.of(step.started().plus(step.duration())),
                        step.events().stream().map(TimelineEvent::end))
                .max(Comparator.naturalOrder())
                .orElse(step.started());
    }

    private Event event(TimelineEvent event, @Nullable Evidence page) {
        number++;
        return new Event(
                "e" + number,
                event.layer().id(),
                event.layer().title(),
                event.at().toString(),
                offset(event.at()),
                seconds(event.took()),
                event.took().toMillis() == 0 ? "" : IndexView.seconds(event.took()),
                event.what(),
                event.details(),
                page == null ? "" : page.body());
    }

    private long count(Layer layer) {
        return result.steps().stream()
                .flatMap(step -> step.events().stream())
                .filter(event -> event.layer() == layer)
                .count();
    }

    private String offset(Instant at) {
        return seconds(Duration.between(began, at));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, duration.toMillis()) / 1000.0);
    }

    /** A layer and how much happened in it. */
    public record LayerCount(String id, String title, long count) {}

    /** Something that happened; {@code page} is a path within the report, or empty. */
    public record Event(
            String id,
            String layer,
            String title,
            String instant,
            String at,
            String seconds,
            String took,
            String what,
            List<String> details,
            String page) {}

    /** A step; {@code before} holds the page that stood in front when it began, if it showed another. */
    public record Step(
            String keyword,
            String text,
            String words,
            String style,
            String duration,
            String start,
            String end,
            String reason,
            String trace,
            String argument,
            boolean open,
            List<Evidence> before,
            List<Evidence> pages,
            List<Event> events,
            List<Evidence> texts) {
        /** How much happened in it. */
        public String tally() {
            return events.isEmpty() ? "" : events.size() == 1 ? "1 event" : events.size() + " events";
        }
    }
}
