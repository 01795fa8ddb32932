package org.cacharness.cli;

import java.nio.file.Path;

/**
 * What the user asked of {@code cac run}.
 *
 * @param selection which scenarios
 * @param course how many at once, how often, in which order
 * @param equipment with which card and browser
 * @param portal at which portal
 * @param dryRun only print the plan
 * @param report where the report will stand
 * @param verbose whether stack traces are wanted
 */
public record RunRequest(
        Selection selection,
        Course course,
        Equipment equipment,
        PortalRequest portal,
        boolean dryRun,
        Path report,
        boolean verbose) {
    /** Which browser the members have. */
    public enum BrowserKind {
        /** The one that the card path and this machine suggest. */
        AUTO,
        /** The embedded one. */
        HTMLUNIT,
        /** Chromium. */
        CHROMIUM
    }

    /** How the card is reached. */
    public enum CardPath {
        /** As an object of the same process. */
        IN_PROCESS,
        /** In a virtual PC/SC reader, through OpenSC's PKCS#11 module. */
        VIRTUAL,
        /** In a real PC/SC reader, if one has a card that may be used; else as an object of the same process. */
        AUTO
    }
}
