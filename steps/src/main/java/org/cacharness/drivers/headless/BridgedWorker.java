package org.cacharness.drivers.headless;

import java.security.KeyStore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.cacharness.bridge.Origin;
import org.cacharness.drivers.BrowserLauncher;

/** The browsers of one thread that runs scenarios, each behind a TLS bridge. */
public interface BridgedWorker {
    /**
     * Installs Chromium on one computer.
     *
     * @param trust what each computer trusts, and what its browser is shown in the portal's place
     * @param portal the origins that get the certificate of a card
     * @param ownProcesses whether its browsers are to be processes of their own
     */
    BrowserLauncher computer(Trust trust, Predicate<Origin> portal, boolean ownProcesses);

    /**
     * What a computer trusts.
     *
     * @param authorities for servers
     * @param towardsBrowser a new TLS context with a certificate that stands in for the portal's, and that the browser takes
     */
    record Trust(KeyStore authorities, Supplier<SSLContext> towardsBrowser) {}
}
