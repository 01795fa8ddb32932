package org.cacharness.drivers.chromium;

import java.util.List;

/** A command of the Chrome DevTools protocol was refused. What was sent may be a password, and is not told. */
public final class DevToolsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final List<String> OF_A_PAGE_THAT_IS_GONE = List.of(
            "Inspected target navigated or closed",
            "Execution context was destroyed",
            "Cannot find default execution context",
            "Cannot find context with specified id",
            "Could not find object with given id",
            "Promise was collected");

    /**
     * Tells a refusal.
     *
     * @param command that was refused
     * @param said what the browser said
     */
    DevToolsException(String command, String said) {
        super("Chromium, " + command + ": expected an answer, got \"" + said + "\"");
    }

    /** Whether the page was replaced by another one before it could answer. */
    boolean isOfReplacedPage() {
        return OF_A_PAGE_THAT_IS_GONE.stream().anyMatch(String.valueOf(getMessage())::contains);
    }
}
