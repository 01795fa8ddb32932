package org.cacharness.drivers.headless;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cacharness.bridge.BridgeTls;
import org.cacharness.bridge.TlsBridge;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.MemberTls;
import org.cacharness.drivers.TemporaryInternetFiles;
import org.cacharness.drivers.Workstation;
import org.jspecify.annotations.Nullable;

/**
 * Chromium as one computer's browser. Each browser has a bridge of its own on this machine, and with it its own choice of certificate and
 * its own TLS sessions with the portal.
 */
abstract class BridgedLauncher implements BrowserLauncher {
    private final BridgedWorker.Trust trust;
    private final CertificateChooser chooser;
    private @Nullable HeadlessBrowser browser;

    BridgedLauncher(BridgedWorker.Trust trust, CertificateChooser chooser) {
        this.trust = trust;
        this.chooser = chooser;
    }

    /** A bridge that this computer's browser can reach. */
    abstract TlsBridge start(BridgeTls tls);

    /** The browser's windows, whose traffic goes through the bridge. */
    abstract BrowserWindows windows(TlsBridge bridge);

    /** A browser did not open: what it shares with others may be broken. */
    abstract void giveUp();

    /** Deletes Chromium's disk cache, or says why it can't. */
    abstract void deleteFiles();

    @Override
    public Browser open(Workstation computer) {
        Questions questions = new Questions();
        WatchedBridge watched = new WatchedBridge(computer.traffic());
        TlsBridge bridge = start(new BridgeTls(
                MemberTls.of(computer, trust.authorities(), questions, questions),
                trust.towardsBrowser().get(),
                watched));
        try {
            HeadlessBrowser opened = new HeadlessBrowser(
                    windows(bridge), new Attendant(chooser, questions, computer), bridge, watched, computer.traffic());
            browser = opened;
            return opened;
        } catch (RuntimeException failed) {
            bridge.close();
            giveUp();
            throw failed;
        }
    }

    @Override
    public TemporaryInternetFiles temporaryFiles() {
        return new DiskCache();
    }

    @Override
    public void close() {
        openBrowser().ifPresent(HeadlessBrowser::close);
    }

    private Optional<HeadlessBrowser> openBrowser() {
        return Optional.ofNullable(browser).filter(HeadlessBrowser::isOpen);
    }

    /** Chromium's; the open browser is asked, since the files on disk are in a form of Chromium's own. */
    private final class DiskCache implements TemporaryInternetFiles {
        @Override
        public Optional<byte[]> endingIn(String path) {
            return openBrowser()
                    .flatMap(open -> open.used(path))
                    .map(content -> content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void deleteAll() {
            deleteFiles();
        }
    }
}
