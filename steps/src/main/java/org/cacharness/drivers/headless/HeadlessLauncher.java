package org.cacharness.drivers.headless;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.cacharness.bridge.BridgeTls;
import org.cacharness.bridge.Origin;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.MemberTls;
import org.cacharness.drivers.TemporaryInternetFiles;
import org.cacharness.drivers.Workstation;
import org.jspecify.annotations.Nullable;

/**
 * Chromium on one computer. Each browser has a bridge of its own, and with it its own choice of certificate and its own TLS sessions
 * with the portal.
 */
final class HeadlessLauncher implements BrowserLauncher {
    private final HeadlessWorker worker;
    private final BridgedWorker.Trust trust;
    private final Predicate<Origin> portal;
    private final boolean ownProcesses;
    private @Nullable Path home;
    private @Nullable HeadlessBrowser browser;

    HeadlessLauncher(HeadlessWorker worker, BridgedWorker.Trust trust, Predicate<Origin> portal, boolean ownProcesses) {
        this.worker = worker;
        this.trust = trust;
        this.portal = portal;
        this.ownProcesses = ownProcesses;
    }

    @Override
    public Browser open(Workstation computer) {
        Questions questions = new Questions();
        WatchedBridge watched = new WatchedBridge(computer.traffic());
        TlsBridge bridge = TlsBridge.start(
                new BridgeTls(
                        MemberTls.of(computer, trust.authorities(), questions, questions),
                        trust.towardsBrowser().get(),
                        watched),
                portal);
        try {
            HeadlessBrowser opened = new HeadlessBrowser(
                    window(bridge.address()),
                    new Attendant(worker.installation().chooser(), questions, computer),
                    bridge,
                    watched,
                    computer.traffic());
            browser = opened;
            return opened;
        } catch (RuntimeException failed) {
            bridge.close();
            worker.giveUp();
            throw failed;
        }
    }

    private BrowserWindows window(InetSocketAddress bridge) {
        String proxy = bridge.getAddress().getHostAddress() + ":" + bridge.getPort();
        return ownProcesses
                ? BrowserWindows.ofProcess(worker.installation(), home(), proxy)
                : BrowserWindows.ofContext(worker.shared(), proxy);
    }

    @Override
    public TemporaryInternetFiles temporaryFiles() {
        return new ProfileFiles();
    }

    @Override
    public void close() {
        openBrowser().ifPresent(HeadlessBrowser::close);
        if (home != null) {
            HeadlessInstallation.deleteSoon(home);
        }
    }

    private Optional<HeadlessBrowser> openBrowser() {
        return Optional.ofNullable(browser).filter(HeadlessBrowser::isOpen);
    }

    private Path home() {
        Path there = home;
        if (there == null) {
            there = worker.installation().newHome();
            home = there;
        }
        return there;
    }

    /** Chromium's disk cache, in the profile that all browsers of this computer use one after the other. */
    private final class ProfileFiles implements TemporaryInternetFiles {
        /** As the open browser has it, which is asked, since the files on disk are in a form of Chromium's own. */
        @Override
        public Optional<byte[]> endingIn(String path) {
            return openBrowser()
                    .flatMap(open -> open.used(path))
                    .map(content -> content.getBytes(StandardCharsets.UTF_8));
        }

        /** Deletes the files under the browser, as the procedure has it, and not by the browser's own command, which clears its memory too. */
        @Override
        public void deleteAll() {
            if (!ownProcesses) {
                throw new IllegalStateException(
                        "Temporary internet files: expected a browser with files on disk, this one"
                                + " keeps them in memory: tag the scenario @closes-browsers");
            }
            HeadlessInstallation.delete(home().resolve("profile/Default/Cache"));
            HeadlessInstallation.delete(home().resolve("profile/Default/Code Cache"));
        }
    }
}
