package org.cacharness.drivers;

/** Starts the kind of browser that a run uses. */
@FunctionalInterface
public interface BrowserLauncher {
    /** Starts a new browser on a member's computer, with nothing in its memory. */
    Browser open(Workstation computer);
}
