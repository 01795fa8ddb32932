package org.cacharness.drivers;

/**
 * A page as it was shown, with its styles inside.
 *
 * @param title the window's title
 * @param html the whole document
 */
public record SavedPage(String title, String html) {}
