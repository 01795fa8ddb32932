package org.cacharness.drivers.headless;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.cacharness.bridge.Origin;
import org.cacharness.drivers.BrowserLauncher;
import org.jspecify.annotations.Nullable;

/** The browsers of one thread on this machine: contexts in one process, or processes with a cache on disk. */
final class HeadlessWorker implements BridgedWorker {
    private final HeadlessInstallation installation;
    private @Nullable HeadlessProcess shared;

    HeadlessWorker(HeadlessInstallation installation) {
        this.installation = installation;
    }

    @Override
    public BrowserLauncher computer(Trust trust, Predicate<Origin> portal, boolean ownProcesses) {
        return new HeadlessLauncher(this, trust, portal, ownProcesses);
    }

    HeadlessInstallation installation() {
        return installation;
    }

    /** The shared process did not do what it was told: it is ended, and the next scenario gets another one. */
    void giveUp() {
        HeadlessProcess broken = shared;
        shared = null;
        if (broken != null) {
            installation.end(broken);
        }
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
