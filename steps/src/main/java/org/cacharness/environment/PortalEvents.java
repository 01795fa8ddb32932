package org.cacharness.environment;

import java.util.Locale;
import org.cacharness.simulator.portal.PortalEvent;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;

/** What happened at the mocked portal, for the timeline: in the run's time, not in the portal's own. */
final class PortalEvents {
    private PortalEvents() {}

    static TimelineEvent told(PortalEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String words = kind.replace("cac", "CAC") + (event.username().isEmpty() ? "" : ": account " + event.username());
        return event.detail().isEmpty()
                ? TimelineEvent.now(Layer.PORTAL, words)
                : TimelineEvent.now(Layer.PORTAL, words, event.detail());
    }
}
