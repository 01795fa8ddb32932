package org.cacharness.drivers.headless;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.Connection;

/**
 * A browser that a Grid has started.
 *
 * @param browser with which scenarios have to do
 * @param commands that know whether it is lost
 */
record GridSession(HeadlessProcess browser, GridCommands commands) {
    private static final String DEV_TOOLS = "se:cdp";

    /**
     * Asks for one; where no slot is free the Grid lets wait.
     *
     * @throws IllegalStateException if the Grid refuses, or the session has no DevTools
     */
    static GridSession start(URI grid, List<String> arguments) {
        try {
            GridCommands commands = new GridCommands(HeadlessProcess.executor(grid), grid);
            AttendedCommands attended = new AttendedCommands(commands);
            HeadlessProcess.Driver driver = new HeadlessProcess.Driver(
                    attended, HeadlessProcess.capabilities(HeadlessProcess.options(arguments)));
            return new GridSession(new HeadlessProcess(attended, driver, devTools(grid, driver), () -> {}), commands);
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
        if (!commands.isLost()) {
            browser.endContext(context);
        }
    }

    private static Connection devTools(URI grid, HeadlessProcess.Driver driver) {
        Object reported = driver.getCapabilities().getCapability(DEV_TOOLS);
        try {
            if (reported instanceof String address) {
                return HeadlessProcess.connection(through(grid, URI.create(address)));
            }
            throw new IllegalStateException("no " + DEV_TOOLS + ", its node was started with --enable-cdp false");
        } catch (RuntimeException failed) {
            driver.quit();
            throw failed;
        }
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
