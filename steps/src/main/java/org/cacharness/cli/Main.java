package org.cacharness.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.LogManager;

/** Where the process begins. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... words) {
        // Libraries log what they are given, exceptions with secrets too, and know no mask. What matters of it is told
        // by us.
        LogManager.getLogManager().reset();
        Workplace workplace = Workplace.detect(System.getProperties(), System.getenv());
        int code = ServiceLoader.load(Harness.class)
                .findFirst()
                .map(harness -> CacCommand.commandLine(harness, workplace, InstantSource.system(), List.of(words))
                        .execute(words))
                .orElseGet(() -> noHarness(workplace));
        // Threads of a server or a browser that does not end must not keep the process.
        System.exit(code);
    }

    private static int noHarness(Workplace workplace) {
        workplace.err().println("No harness on the class path: expected a service of type " + Harness.class.getName());
        return ExitCode.BROKEN;
    }
}
