package org.cacharness.drivers.headless;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.cacharness.bridge.Origin;
import org.cacharness.drivers.BrowserLauncher;
import org.jspecify.annotations.Nullable;

/** The browsers of one thread that runs scenarios. */
public final class HeadlessWorker {
    private final HeadlessInstallation installation;
    private @Nullable HeadlessProcess shared;

    HeadlessWorker(HeadlessInstallation installation) {
        this.installation = installation;
    }

    /**
     * Installs Chromium on one computer.
     *
     * @param trust what each computer trusts, and what its browser is shown in the portal's place
     * @param portal the origins that get the certificate of a card
     * @param ownProcesses whether its browsers are to be processes of their own, with a cache on disk
     */
    public BrowserLauncher computer(Trust trust, Predicate<Origin> portal, boolean ownProcesses) {
        return new HeadlessLauncher(this, trust, portal, ownProcesses);
    }

    /**
     * What a computer trusts.
     *
     * @param authorities for servers
     * @param towardsBrowser a new TLS context with a certificate for the portal's name, from one of them
     */
    public record Trust(KeyStore authorities, Supplier<SSLContext> towardsBrowser) {}

    HeadlessInstallation installation() {
        return installation;
    }

    /** The process that scenarios have contexts in, one after the other. */
    HeadlessProcess shared() {
        HeadlessProcess process = shared;
        if (process == null) {
            Path home = installation.newHome();
            process = installation.start(home, Optional.empty());
            shared = process;
        }
        return process;
    }
}
