package org.cacharness.environment;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.cacharness.bridge.Origin;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.simulator.pki.TestPki;

/** Chromium behind the TLS bridge on every computer of one scenario. */
final class HeadlessBrowsers implements Browsers {
    private final BridgedWorker worker;
    private final Simulation simulation;
    private final Set<String> bridge;
    private final Set<Origin> portal = new CopyOnWriteArraySet<>();
    private boolean ownProcesses;

    HeadlessBrowsers(BridgedWorker worker, Simulation simulation) {
        this(worker, simulation, simulation.liveCardHosts());
    }

    /**
     * Installs Chromium that knows the bridges otherwise than by the authority that issued the portal's certificate.
     *
     * @param bridge the names in the server certificate of the test PKI that the bridges have, beside this machine's own
     */
    HeadlessBrowsers(BridgedWorker worker, Simulation simulation, Set<String> bridge) {
        this.worker = worker;
        this.simulation = simulation;
        this.bridge = Set.copyOf(bridge);
    }

    @Override
    public void portalStarted(List<URI> addresses) {
        addresses.stream().map(Origin::of).forEach(portal::add);
    }

    @Override
    public void asProcessesOfTheirOwn() {
        ownProcesses = true;
    }

    @Override
    public BrowserLauncher install(Prompts person) {
        return worker.computer(
                new BridgedWorker.Trust(simulation.browserTrust(), this::towardsBrowser),
                this::asksForTheCard,
                ownProcesses);
    }

    private boolean asksForTheCard(Origin origin) {
        return portal.contains(origin) || simulation.liveCardHosts().contains(origin.host());
    }

    /** The bridge stands in for the portal, with a certificate of the test PKI, which issued the mocked portal's too. */
    private SSLContext towardsBrowser() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            TestPki pki = simulation.pki();
            keys.init(pki.serverKey(bridge), pki.storePassword());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS bridge: expected a key that the test PKI made, got " + e, e);
        }
    }
}
