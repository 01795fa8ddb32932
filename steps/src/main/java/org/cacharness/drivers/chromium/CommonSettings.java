package org.cacharness.drivers.chromium;

import java.util.List;
import java.util.Map;

/** What every Chromium of the harness is started with: it does what its user wants, and nothing by itself. */
public final class CommonSettings {
    /**
     * Pages of the browser's own that wait under the address bar, each in a process that needs a second of processor time to start;
     * nobody types an address there.
     */
    private static final String ADDRESS_BAR_PAGES = "WebUIOmniboxPopup,WebUIOmniboxAimPopup";

    /** {@code session.restore_on_startup}: open {@code session.startup_urls}. */
    private static final int THESE_PAGES = 4;

    /** For its command line. */
    public static final List<String> ARGUMENTS = List.of(
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

    /** For its profile. */
    public static final Map<String, Object> PREFERENCES = Map.of(
            // Else it would be busy with its New Tab page, icons and all, while it is told to go to the portal
            "session.restore_on_startup",
            THESE_PAGES,
            "session.startup_urls",
            List.of("about:blank"),
            "credentials_enable_service",
            false,
            "profile.password_manager_enabled",
            false,
            "profile.password_manager_leak_detection",
            false);

    private CommonSettings() {}
}
