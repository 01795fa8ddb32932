package org.cacharness.report;

/**
 * Something that was kept of a step.
 *
 * @param kind what it is
 * @param title what to call it
 * @param body the text; for a page its path within the report
 */
public record Evidence(Kind kind, String title, String body) {
    /** How it is shown. */
    public enum Kind {
        /** A saved page of the portal or a console. */
        PAGE,
        /** The commands that a card was sent and its answers. */
        CARD,
        /** Any other text. */
        TEXT
    }

    /** For the templates. */
    public boolean isPage() {
        return kind == Kind.PAGE;
    }

    /** For the templates. */
    public boolean isCard() {
        return kind == Kind.CARD;
    }
}
