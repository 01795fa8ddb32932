package org.cacharness.description;

/**
 * A term, how its thing is found, and where that is written.
 *
 * @param term the procedure's
 * @param locator the portal's
 * @param place file and line, for example {@code portal.yaml:23}
 */
public record Entry(Term term, Locator locator, String place) {
    /** For an error: what somebody has to look at. */
    @Override
    public String toString() {
        return place + ", \"" + term.key() + "\" (" + locator + ")";
    }
}
