package org.cacharness.drivers.headless;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.cacharness.bridge.BridgeTls;
import org.cacharness.bridge.Origin;
import org.cacharness.bridge.TlsBridge;
import org.jspecify.annotations.Nullable;

/** Chromium on this machine as one computer's browser. */
final class HeadlessLauncher extends BridgedLauncher {
    private final HeadlessWorker worker;
    private final Predicate<Origin> portal;
    private final boolean ownProcesses;
    private @Nullable Path home;

    HeadlessLauncher(HeadlessWorker worker, BridgedWorker.Trust trust, Predicate<Origin> portal, boolean ownProcesses) {
        super(trust, worker.installation().chooser());
        this.worker = worker;
        this.portal = portal;
        this.ownProcesses = ownProcesses;
    }

    @Override
    TlsBridge start(BridgeTls tls) {
        return TlsBridge.start(tls, portal);
    }

    @Override
    BrowserWindows windows(TlsBridge bridge) {
        InetSocketAddress address = bridge.address();
        String proxy = address.getAddress().getHostAddress() + ":" + address.getPort();
        return ownProcesses
                ? BrowserWindows.ofProcess(worker.installation(), home(), proxy)
                : BrowserWindows.ofContext(worker.shared(), proxy);
    }

    @Override
    void giveUp() {
        worker.giveUp();
    }

    /** Deletes the files under the browser, as the procedure has it, and not by the browser's own command, which clears its memory too. */
    @Override
    void deleteFiles() {
        if (!ownProcesses) {
            throw new IllegalStateException("Temporary internet files: expected a browser with files on disk, this one"
                    + " keeps them in memory: tag the scenario @closes-browsers");
        }
        HeadlessInstallation.delete(home().resolve("profile/Default/Cache"));
        HeadlessInstallation.delete(home().resolve("profile/Default/Code Cache"));
    }

    @Override
    public void close() {
        super.close();
        if (home != null) {
            HeadlessInstallation.deleteSoon(home);
        }
    }

    /** The profile that all browsers of this computer use one after the other. */
    private Path home() {
        Path there = home;
        if (there == null) {
            there = worker.installation().newHome();
            home = there;
        }
        return there;
    }
}
