package org.cacharness.drivers.headless;

import java.util.Optional;
import java.util.function.Predicate;
import org.cacharness.bridge.Origin;
import org.cacharness.bridge.ProxyCredentials;
import org.cacharness.drivers.BrowserLauncher;
import org.jspecify.annotations.Nullable;

/** The browsers of one thread on a Grid: contexts in one session, or sessions. */
final class GridWorker implements BridgedWorker {
    private final GridInstallation installation;
    private @Nullable GridSession shared;

    GridWorker(GridInstallation installation) {
        this.installation = installation;
    }

    @Override
    public BrowserLauncher computer(Trust trust, Predicate<Origin> portal, boolean ownProcesses) {
        return new GridLauncher(this, trust, portal, ownProcesses);
    }

    GridInstallation installation() {
        return installation;
    }

    /** A browser in a context of the session that scenarios share one after the other. */
    BrowserWindows context(ProxyCredentials credentials) {
        GridSession session = shared();
        HeadlessProcess browser = session.browser();
        String context = browser.newContext(installation.proxy());
        return BrowserWindows.elsewhere(
                browser,
                Optional.of(context),
                new BrowserWindows.Admission(
                        credentials, installation.chooser().address().toString()),
                () -> session.endContext(context));
    }

    /** A browser in a session of its own. The shared one ends before, since whoever waits for a slot may hold none. */
    BrowserWindows session(ProxyCredentials credentials) {
        giveUp();
        GridSession own = installation.start();
        try {
            return BrowserWindows.elsewhere(
                    own.browser(),
                    Optional.empty(),
                    new BrowserWindows.Admission(
                            credentials, installation.chooser().address().toString()),
                    () -> installation.end(own));
        } catch (RuntimeException failed) {
            installation.end(own);
            throw failed;
        }
    }

    /** Ends the shared session; the next scenario gets another one. */
    void giveUp() {
        GridSession ended = shared;
        shared = null;
        if (ended != null) {
            installation.end(ended);
        }
    }

    private GridSession shared() {
        if (shared != null && shared.devTools().isGone()) {
            giveUp();
        }
        GridSession session = shared;
        if (session == null) {
            session = installation.start();
            shared = session;
        }
        return session;
    }
}
