package org.cacharness.drivers.chromium;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a program from locking its memory.
 *
 * <p>OpenSC before 0.27 locks the page after the one that it wants, and does not unlock it (OpenSC issue 3267). In Chromium that page is
 * another owner's: when Chromium gives it back, the kernel refuses what is locked (madvise(2), EINVAL), and Chromium ends itself, minutes
 * later and anywhere. OpenSC goes on where it may not lock; what it wanted to keep out of the swap space is a simulated card's, or
 * was typed into this same browser, which does not lock it either.
 */
final class MemoryLock {
    private static final String NOTHING = "0:0";

    private MemoryLock() {}

    /** The command that runs this one without the right to lock memory. */
    static List<String> without(ChromiumPrograms programs, List<String> command) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // For root the limit does not count: capabilities(7), CAP_IPC_LOCK
            words.addAll(
                    List.of(programs.path("setpriv"), "--bounding-set", "-ipc_lock", "--inh-caps", "-ipc_lock", "--"));
        }
        words.addAll(List.of(programs.path("prlimit"), "--memlock=" + NOTHING, "--"));
        words.addAll(command);
        return words;
    }
}
