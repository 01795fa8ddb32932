package org.cacharness.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.drivers.SavedPage;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;

/**
 * What happened in one step, in order.
 *
 * @param pages that were shown, consoles' too
 * @param events of all layers; one for each page, which says the page's place among the pages
 */
record StepTimeline(List<SavedPage> pages, List<TimelineEvent> events) {
    StepTimeline(List<SavedPage> consoles, List<SavedPage> browsers, List<TimelineEvent> others) {
        this(
                inOrder(consoles, browsers),
                TimelineEvent.inOrder(Stream.concat(
                                shown(consoles, inOrder(consoles, browsers)).stream(), others.stream())
                        .toList()));
    }

    private static List<SavedPage> inOrder(List<SavedPage> consoles, List<SavedPage> browsers) {
        return Stream.concat(consoles.stream(), browsers.stream())
                .sorted(Comparator.comparing(SavedPage::at))
                .toList();
    }

    /** A window of the CAC software is a dialog, a page of a browser is a screen. */
    private static List<TimelineEvent> shown(List<SavedPage> consoles, List<SavedPage> pages) {
        List<TimelineEvent> events = new ArrayList<>();
        for (int place = 0; place < pages.size(); place++) {
            SavedPage page = pages.get(place);
            Layer layer = consoles.contains(page) ? Layer.DIALOG : Layer.SCREEN;
            events.add(new TimelineEvent(page.at(), Duration.ZERO, layer, page.title(), List.of(), place));
        }
        return events;
    }
}
