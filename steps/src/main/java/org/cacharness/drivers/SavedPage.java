package org.cacharness.drivers;

import java.time.Instant;
import java.util.List;
import org.cacharness.timeline.RunClock;

/**
 * A page as it was shown, without its scripts.
 *
 * @param title the window's title
 * @param html the document; it links its style sheets by {@link StyleSheet#name()}
 * @param styles the style sheets that it links
 * @param at when it was complete
 */
public record SavedPage(String title, String html, List<StyleSheet> styles, Instant at) {
    /** Copies the list. */
    public SavedPage {
        styles = List.copyOf(styles);
    }

    /** A page that is complete now. */
    public SavedPage(String title, String html, List<StyleSheet> styles) {
        this(title, html, styles, RunClock.utc().instant());
    }
}
