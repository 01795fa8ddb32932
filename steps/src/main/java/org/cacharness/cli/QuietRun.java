package org.cacharness.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.cacharness.report.Terminal;
import picocli.CommandLine;

/** {@code cac run} within another command, which is told of it alone. */
final class QuietRun {
    private final Harness harness;
    private final Workplace workplace;
    private final InstantSource clock;

    QuietRun(Harness harness, Workplace workplace, InstantSource clock) {
        this.harness = harness;
        this.workplace = workplace;
        this.clock = clock;
    }

    /**
     * Runs.
     *
     * @param words of the command line, {@code run} first
     * @param said gets what it says, a line for each scenario
     * @return how long it took
     * @throws BadInputException if it does not pass: it says nothing of speed then
     */
    Duration take(List<String> words, Writer said) throws BadInputException {
        PrintWriter into = new PrintWriter(said);
        Workplace quiet = new Workplace(
                workplace.home(),
                workplace.workingDirectory(),
                workplace.launcher(),
                workplace.version(),
                Terminal.log(into),
                into);
        CommandLine run = CacCommand.commandLine(harness, quiet, clock, words);
        long began = System.nanoTime();
        int code = run.execute(words.toArray(String[]::new));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        into.flush();
        if (code != ExitCode.PASSED) {
            throw new BadInputException("Bench: expected a run that passes, got exit code " + code + ": run './cac "
                    + String.join(" ", words.subList(0, 3)) + "' and read what it says");
        }
        return took;
    }
}
