package org.cacharness.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.LogManager;
import org.cacharness.report.Terminal;

/** Where the process begins. */
public final class Main {
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... words) {
        // Libraries log what they are given, exceptions with secrets too, and know no mask. What matters of it is told
        // by us.
        LogManager.getLogManager().reset();
        Workplace workplace = Workplace.detect(System.getProperties(), System.getenv());
        int code = ServiceLoader.load(Harness.class)
                .findFirst()
                .map(harness -> execute(harness, workplace, words))
                .orElseGet(() -> noHarness(workplace));
        // Threads of a server or a browser that does not end must not keep the process.
        System.exit(code);
    }

    /**
     * Runs the command in this process and returns, for tests and for tools that bring their own harness.
     *
     * @param harness what the scenarios run in, for example one that is wrong in one way
     * @param home what paths are relative to, and where {@code features} and {@code target} are
     * @param out gets what is printed, without colours
     * @param err gets what went wrong
     * @param words of the command line, for example {@code run --tags @step-4}
     * @return the exit code, see docs/exit-codes.md
     */
    public static int execute(Harness harness, Path home, PrintWriter out, PrintWriter err, String... words) {
        Path folder = home.toAbsolutePath().normalize();
        return execute(harness, new Workplace(folder, folder, "./cac", VERSION, Terminal.log(out), err), words);
    }

    private static int execute(Harness harness, Workplace workplace, String... words) {
        return CacCommand.commandLine(harness, workplace, InstantSource.system(), List.of(words))
                .execute(words);
    }

    private static int noHarness(Workplace workplace) {
        workplace.err().println("No harness on the class path: expected a service of type " + Harness.class.getName());
        return ExitCode.BROKEN;
    }
}
