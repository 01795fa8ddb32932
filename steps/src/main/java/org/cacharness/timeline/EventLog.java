package org.cacharness.timeline;

import java.util.ArrayList;
import java.util.List;

/** Collects events until somebody takes them. Safe for several threads. */
public final class EventLog {
    private final List<TimelineEvent> events = new ArrayList<>();

    /** An empty one. */
    public EventLog() {}

    /** Notes an event. */
    public synchronized void add(TimelineEvent event) {
        events.add(event);
    }

    /** The events since this was last asked. */
    public synchronized List<TimelineEvent> takeNew() {
        List<TimelineEvent> fresh = List.copyOf(events);
        events.clear();
        return fresh;
    }
}
