package org.cacharness.drivers.headless;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.cacharness.drivers.chromium.DevToolsConnection;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A browser that a Grid has started.
 *
 * @param browser with which scenarios have to do
 * @param devTools the connection to it, which ends with it
 */
record GridSession(HeadlessProcess browser, DevToolsConnection devTools) {
    private static final String DEV_TOOLS = "se:cdp";

    /**
     * Asks for one; where no slot is free the Grid lets wait.
     *
     * @throws IllegalStateException if the Grid refuses, or the session has no DevTools
     */
    static GridSession start(URI grid, List<String> arguments) {
        try {
            RemoteWebDriver driver = new RemoteWebDriver(
                    HeadlessProcess.executor(grid), HeadlessProcess.capabilities(HeadlessProcess.options(arguments)));
            DevToolsConnection devTools = devTools(grid, driver);
            return new GridSession(new HeadlessProcess(driver, devTools, () -> {}), devTools);
        } catch (MalformedURLException | WebDriverException | IllegalStateException refused) {
            throw new IllegalStateException(
                    "Grid " + grid + ": expected a session of Chrome with DevTools, got "
                            + firstLine(refused.getMessage())
                            + ": see the Grid's console for a node that offers browserName chrome and has a free slot,"
                            + " and that node's log",
                    refused);
        }
    }

    /** Ends a context, unless all of them are lost with the session. */
    void endContext(String context) {
        if (!devTools.isGone()) {
            browser.endContext(context);
        }
    }

    private static DevToolsConnection devTools(URI grid, RemoteWebDriver driver) {
        Object reported = driver.getCapabilities().getCapability(DEV_TOOLS);
        try {
            if (reported instanceof String address) {
                String session = String.valueOf(driver.getSessionId());
                return DevToolsConnection.to(through(grid, URI.create(address)), () -> lost(grid, session))
                        .aliveWhile(() -> has(driver));
            }
            throw new IllegalStateException("no " + DEV_TOOLS + ", its node was started with --enable-cdp false");
        } catch (RuntimeException failed) {
            driver.quit();
            throw failed;
        }
    }

    /** A Grid that has lost a session does not close the connection to its browser. This question is for the driver, and for no page. */
    private static boolean has(RemoteWebDriver driver) {
        try {
            var unused = driver.manage().timeouts().getPageLoadTimeout();
            return true;
        } catch (WebDriverException lost) {
            return false;
        }
    }

    /** What to say of a session that the Grid does not have any more. */
    static String lost(URI grid, String session) {
        return "Grid " + grid + ": expected the session " + session
                + ", the Grid has lost it: see that its node is up, and whether its --session-timeout is too short";
    }

    /** By the way that the Grid is reached: a session names its node's address, which may be known to the Grid alone. */
    static URI through(URI grid, URI reported) {
        String scheme = grid.getScheme().equals("https") ? "wss" : "ws";
        String path = grid.getPath().replaceAll("/$", "");
        return URI.create(scheme + "://" + grid.getAuthority() + path + reported.getPath());
    }

    static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
