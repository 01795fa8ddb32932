package org.cacharness.simulator.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happened at the portal, in order. */
final class Journal {
    private final PortalClock clock;
    private final List<PortalEvent> events = new ArrayList<>();
    private Consumer<PortalEvent> watcher = event -> {};

    Journal(PortalClock clock) {
        this.clock = clock;
    }

    void write(PortalEvent.Kind kind, String username, String detail) {
        PortalEvent event = new PortalEvent(clock.instant(), kind, username, detail);
        events.add(event);
        watcher.accept(event);
    }

    void watchedBy(Consumer<PortalEvent> told) {
        watcher = told;
    }

    List<PortalEvent> events() {
        return List.copyOf(events);
    }
}
