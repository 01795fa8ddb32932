package org.cacharness.drivers.headless;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.cacharness.bridge.BridgeTls;
import org.cacharness.bridge.Origin;
import org.cacharness.bridge.ProxyCredentials;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.MemberTls;
import org.cacharness.drivers.TemporaryInternetFiles;
import org.cacharness.drivers.Workstation;
import org.jspecify.annotations.Nullable;

/** Chromium on a Grid as one computer's browser; each has a bridge of its own, which stays on this machine. */
final class GridLauncher implements BrowserLauncher {
    private final GridWorker worker;
    private final BridgedWorker.Trust trust;
    private final Predicate<Origin> portal;
    private final boolean ownSessions;
    private @Nullable HeadlessBrowser browser;

    GridLauncher(GridWorker worker, BridgedWorker.Trust trust, Predicate<Origin> portal, boolean ownSessions) {
        this.worker = worker;
        this.trust = trust;
        this.portal = portal;
        this.ownSessions = ownSessions;
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
                portal,
                worker.installation().gate());
        try {
            HeadlessBrowser opened = new HeadlessBrowser(
                    windows(bridge.credentials().orElseThrow()),
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

    private BrowserWindows windows(ProxyCredentials credentials) {
        return ownSessions ? worker.session(credentials) : worker.context(credentials);
    }

    @Override
    public TemporaryInternetFiles temporaryFiles() {
        return new NodeFiles();
    }

    @Override
    public void close() {
        openBrowser().ifPresent(HeadlessBrowser::close);
    }

    private Optional<HeadlessBrowser> openBrowser() {
        return Optional.ofNullable(browser).filter(HeadlessBrowser::isOpen);
    }

    /** Chromium's disk cache, which is the node's and ends with the session. */
    private final class NodeFiles implements TemporaryInternetFiles {
        @Override
        public Optional<byte[]> endingIn(String path) {
            return openBrowser()
                    .flatMap(open -> open.used(path))
                    .map(content -> content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void deleteAll() {
            throw new IllegalStateException("Temporary internet files: expected a browser of this machine, this one's"
                    + " files are on a node of the Grid: run the scenario without --grid");
        }
    }
}
