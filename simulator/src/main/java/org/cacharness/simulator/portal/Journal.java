package org.cacharness.simulator.portal;

import java.util.ArrayList;
import java.util.List;

/** What happened at the portal, in order. */
final class Journal {
    private final PortalClock clock;
    private final List<PortalEvent> events = new ArrayList<>();

    Journal(PortalClock clock) {
        this.clock = clock;
    }

    void write(PortalEvent.Kind kind, String username, String detail) {
        events.add(new PortalEvent(clock.instant(), kind, username, detail));
    }

    List<PortalEvent> events() {
        return List.copyOf(events);
    }
}
