package org.cacharness.simulator.middleware;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * The CAC software on a simulated Windows desktop, as web pages on loopback.
 *
 * <p>The pages need no scripts; the server holds the state and refuses what a modal dialog would refuse. Stubs and templates
 * are data: {@code middleware/mappings} and {@code middleware/__files} on the class path.
 */
public final class MiddlewareConsole implements AutoCloseable {
    private static final String FILES = "middleware";
    private static final int SERVER_THREADS = 8;

    private final MiddlewareProduct product;
    private final WireMockServer server;
    private final Desktop desktop;

    private MiddlewareConsole(MiddlewareProduct product, WireMockServer server, Desktop desktop) {
        this.product = product;
        this.server = server;
        this.desktop = desktop;
    }

    /**
     * Starts a desktop with nothing open.
     *
     * @param product which software is installed
     * @param card the reader, asked when the documented command is given
     * @param windows where the certificates are made available
     * @param mutants in which ways the software is wrong; empty for the right one
     * @throws IllegalArgumentException if the product cannot be wrong in such a way
     */
    public static MiddlewareConsole start(
            MiddlewareProduct product, InsertedCard card, CertificateList windows, Set<MiddlewareMutant> mutants) {
        refuseOthers(product, mutants);
        Set<MiddlewareMutant> wrongs = Set.copyOf(mutants);
        Route route = Route.of(product, wrongs);
        Desktop desktop = new Desktop(route, new Task(card, windows, wrongs), wrongs);
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(SERVER_THREADS)
                .jettyAcceptors(1)
                .disableRequestJournal()
                .usingFilesUnderClasspath(FILES)
                .extensions(new DesktopPage(desktop, route, wrongs)));
        server.start();
        return new MiddlewareConsole(product, server, desktop);
    }

    /** Address of the desktop, for a browser. */
    public URI desktop() {
        return URI.create("http://127.0.0.1:" + server.port() + "/" + product.tag() + "/desktop");
    }

    /** What is on the screen now. */
    public ConsoleState state() {
        return desktop.state();
    }

    /** Every state since the start, in order, the first being the desktop. */
    public List<ConsoleState> visited() {
        return desktop.visited();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void refuseOthers(MiddlewareProduct product, Set<MiddlewareMutant> mutants) {
        for (MiddlewareMutant mutant : mutants) {
            if (mutant.row(product).isEmpty()) {
                throw new IllegalArgumentException("console of " + product + ": expected one of "
                        + MiddlewareMutant.of(product) + ", got " + mutant + ": choose a mutant of this product");
            }
        }
    }
}
