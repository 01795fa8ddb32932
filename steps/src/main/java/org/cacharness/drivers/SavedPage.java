package org.cacharness.drivers;

import java.util.List;

/**
 * A page as it was shown, without its scripts.
 *
 * @param title the window's title
 * @param html the document; it links its style sheets by {@link StyleSheet#name()}
 * @param styles the style sheets that it links
 */
public record SavedPage(String title, String html, List<StyleSheet> styles) {
    /** Copies the list. */
    public SavedPage {
        styles = List.copyOf(styles);
    }
}
