package org.cacharness.cli;

import org.cacharness.report.ReportFolder;
import org.cacharness.report.Terminal;

/**
 * What happens on Ctrl-C while a report is being written: the unfinished report goes, an earlier one stays.
 *
 * <p>The exit code is the JVM's: 130 after SIGINT.
 */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption watch(ReportFolder report, Terminal terminal) {
        Thread hook = new Thread(
                () -> {
                    report.close();
                    terminal.out().println();
                    terminal.out().println("Interrupted: no report was written, an earlier one is kept");
                    terminal.out().flush();
                },
                "cac-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** Whether the JVM is going down, which it tells only whoever wants to change its hooks. */
    static boolean hasBegun() {
        return !removed(new Thread(() -> {}));
    }

    @Override
    public void close() {
        if (!removed(hook)) {
            // The hook does the rest, and nothing more may be printed by this thread.
            waitForTheEnd();
        }
    }

    private static boolean removed(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return true;
        } catch (IllegalStateException goingDown) {
            return false;
        }
    }

    private void waitForTheEnd() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
