package org.cacharness.drivers;

/** The page with which the portal answers a request that carries a wrong value. */
public final class ForbiddenPage {
    /** Its heading, as the procedure quotes it. */
    public static final String HEADING = "403 Error – Access Forbidden";

    private ForbiddenPage() {}
}
