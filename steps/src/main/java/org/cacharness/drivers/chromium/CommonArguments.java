package org.cacharness.drivers.chromium;

import java.util.List;

/** What every Chromium of the harness is started with: it does what its user wants, and nothing by itself. */
public final class CommonArguments {
    /**
     * Pages of the browser's own that wait under the address bar, each in a process that needs a second of processor time to start;
     * nobody types an address there.
     */
    private static final String ADDRESS_BAR_PAGES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    /** For its command line. */
    public static final List<String> ALL = List.of(
            "--disable-features=" + ADDRESS_BAR_PAGES,
            // Half-finished features, which builds that are not Google's own turn on for tests of the browser
            "--disable-field-trial-config",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic");

    private CommonArguments() {}
}
