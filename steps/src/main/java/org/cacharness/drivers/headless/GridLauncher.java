package org.cacharness.drivers.headless;

import java.util.function.Predicate;
import org.cacharness.bridge.BridgeTls;
import org.cacharness.bridge.Origin;
import org.cacharness.bridge.ProxyCredentials;
import org.cacharness.bridge.TlsBridge;

/** Chromium on a Grid as one computer's browser; the bridge stays on this machine. */
final class GridLauncher extends BridgedLauncher {
    private final GridWorker worker;
    private final Predicate<Origin> portal;
    private final boolean ownSessions;

    GridLauncher(GridWorker worker, BridgedWorker.Trust trust, Predicate<Origin> portal, boolean ownSessions) {
        super(trust, worker.installation().chooser());
        this.worker = worker;
        this.portal = portal;
        this.ownSessions = ownSessions;
    }

    @Override
    TlsBridge start(BridgeTls tls) {
        return TlsBridge.start(tls, portal, worker.installation().gate());
    }

    @Override
    BrowserWindows windows(TlsBridge bridge) {
        ProxyCredentials credentials = bridge.credentials().orElseThrow();
        return ownSessions ? worker.session(credentials) : worker.context(credentials);
    }

    @Override
    void giveUp() {
        worker.giveUp();
    }

    /** They are the node's and end with the session. */
    @Override
    void deleteFiles() {
        throw new IllegalStateException("Temporary internet files: expected a browser of this machine, this one's"
                + " files are on a node of the Grid: run the scenario without --grid");
    }
}
