package org.cacharness.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that happened.
 *
 * @param at when it began, by {@link RunClock}
 * @param took until it was over; zero where it is a moment or nobody measured
 * @param layer where
 * @param what one line, without secrets
 * @param details more lines, without secrets
 * @param page of a screen: which of the pages that the step kept, from 0; else -1
 */
public record TimelineEvent(Instant at, Duration took, Layer layer, String what, List<String> details, int page) {
    /** What {@link #page} is where there is none. */
    public static final int NO_PAGE = -1;

    /** Copies the details. */
    public TimelineEvent {
        details = List.copyOf(details);
    }

    /** A moment of now. */
    public static TimelineEvent now(Layer layer, String what, String... details) {
        return at(RunClock.utc().instant(), layer, what, details);
    }

    /** A moment. */
    public static TimelineEvent at(Instant at, Layer layer, String what, String... details) {
        return new TimelineEvent(at, Duration.ZERO, layer, what, List.of(details), NO_PAGE);
    }

    /** Something that began earlier and is over now. */
    public static TimelineEvent since(Instant began, Layer layer, String what, List<String> details) {
        Duration took = Duration.between(began, RunClock.utc().instant());
        return new TimelineEvent(began, took, layer, what, details, NO_PAGE);
    }

    /** When it was over. */
    public Instant end() {
        return at.plus(took);
    }

    /** In the order in which they began. What was the same several times in a row is told once, with the number and all details. */
    public static List<TimelineEvent> inOrder(List<TimelineEvent> events) {
        List<TimelineEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(TimelineEvent::at));
        List<TimelineEvent> told = new ArrayList<>();
        for (int from = 0, to; from < sorted.size(); from = to) {
            TimelineEvent first = sorted.get(from);
            to = from + 1;
            while (to < sorted.size() && first.repeats(sorted.get(to))) {
                to++;
            }
            told.add(to - from == 1 ? first : together(sorted.subList(from, to)));
        }
        return told;
    }

    private boolean repeats(TimelineEvent other) {
        return page == NO_PAGE && other.page == NO_PAGE && layer == other.layer && what.equals(other.what);
    }

    private static TimelineEvent together(List<TimelineEvent> same) {
        TimelineEvent first = same.get(0);
        Duration whole = Duration.between(first.at, same.get(same.size() - 1).end());
        List<String> all = same.stream()
                .flatMap(event -> event.details.stream())
                .distinct()
                .toList();
        return new TimelineEvent(
                first.at, whole, first.layer, first.what + " (" + same.size() + " times)", all, NO_PAGE);
    }
}
