package org.cacharness.environment;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final String PORTAL = "localhost";

    private final BridgedWorker worker;
    private final TestPki pki;
    private final String bridge;
    private final Set<Origin> portal = new CopyOnWriteArraySet<>();
    private boolean ownProcesses;

    HeadlessBrowsers(BridgedWorker worker, TestPki pki) {
        this(worker, pki, PORTAL);
    }

    /**
     * Installs Chromium that knows the bridges otherwise than by the authority that issued the portal's certificate.
     *
     * @param bridge the name of the server key of the test PKI that the bridges have
     */
    HeadlessBrowsers(BridgedWorker worker, TestPki pki, String bridge) {
        this.worker = worker;
        this.pki = pki;
        this.bridge = bridge;
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
                new BridgedWorker.Trust(pki.browserTrust(), this::towardsBrowser), portal::contains, ownProcesses);
    }

    /** The bridge stands in for the portal, with a certificate that the same authority issued. */
    private SSLContext towardsBrowser() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(pki.serverKey(bridge), pki.storePassword());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS bridge: expected a key that the test PKI made, got " + e, e);
        }
    }

    static List<X509Certificate> authorities(TestPki pki) {
        try {
            KeyStore trusted = pki.browserTrust();
            List<X509Certificate> authorities = new ArrayList<>();
            for (String alias : Collections.list(trusted.aliases())) {
                authorities.add((X509Certificate) trusted.getCertificate(alias));
            }
            return authorities;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Test PKI: expected a key store that is loaded, got " + e, e);
        }
    }
}
