package org.cacharness.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a Selenium Grid. */
final class GridOptions {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65535;

    @Option(
            names = "--grid",
            paramLabel = "URL",
            description = "Chromium runs on this Selenium Grid; portal and card stay here. See docs/grid.md.")
    @Nullable
    String address;

    @Option(
            names = "--bridge-port",
            paramLabel = "N",
            description = "Where a tunnel from the Grid's nodes ends on this machine. Default: a free port")
    @Nullable
    Integer bridgePort;

    /**
     * What was asked, or null if no Grid was named.
     *
     * @throws BadInputException if it is no address, or does not go with the other options
     */
    @Nullable
    GridRequest request(BrowserKind browser, CardPath card, boolean headed, boolean livePortal)
            throws BadInputException {
        if (address == null) {
            refuse(bridgePort != null, "--bridge-port: expected --grid URL with it, got none");
            return null;
        }
        refuse(browser != BrowserKind.CHROMIUM, "--grid: expected --browser chromium with it, got another");
        refuse(
                card != CardPath.IN_PROCESS,
                "--grid: expected --card in-process, got another card path:"
                        + " a Grid's browsers reach no reader; leave --card away");
        refuse(headed, "--grid, --headed: expected one of them, got both: the windows are the Grid's, see its console");
        refuse(
                livePortal,
                "--grid, --portal: expected one of them, got both:"
                        + " browsers of a Grid have not been tried at a portal that is not ours");
        return new GridRequest(uri(address), port());
    }

    private int port() throws BadInputException {
        int port = bridgePort == null ? 0 : bridgePort;
        refuse(port < 0 || port > LAST_PORT, "--bridge-port: expected a port of 1 to 65535, got " + port);
        return port;
    }

    private static URI uri(String given) throws BadInputException {
        try {
            URI grid = new URI(given);
            refuse(
                    grid.getUserInfo() != null,
                    "--grid: expected an address without a password, which every user of"
                            + " this machine could read: put what asks for it behind a tunnel");
            if (grid.getScheme() != null && SCHEMES.contains(grid.getScheme()) && grid.getHost() != null) {
                return grid;
            }
        } catch (URISyntaxException none) {
            // Told below, as any other address that will not do
        }
        throw new BadInputException(
                "--grid: expected an address http://HOST:PORT or https://…, got " + given + ": correct the address");
    }

    private static void refuse(boolean wrong, String reason) throws BadInputException {
        if (wrong) {
            throw new BadInputException(reason);
        }
    }
}
