package org.cacharness.evidence;

import java.util.List;
import java.util.Map;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RunFact;

/**
 * Which run it was: {@code identity.json} has one for each.
 *
 * @param folder of the run's report in the pack
 * @param environment card path and browser
 * @param startedUtc when it began, ISO 8601
 * @param durationMillis how long it took
 * @param version of the harness
 * @param order of the scenarios
 * @param seed that repeats it
 * @param threads scenarios at the same time
 * @param command the words after {@code ./cac}
 * @param procedureSha256 of the documented procedure
 * @param facts what ran it, and what it ran with
 * @param counts scenarios by result
 */
public record RunIdentity(
        String folder,
        String environment,
        String startedUtc,
        long durationMillis,
        String version,
        String order,
        long seed,
        int threads,
        List<String> command,
        String procedureSha256,
        List<RunFact> facts,
        Map<String, Long> counts) {
    static RunIdentity of(String folder, RecordedRun run) {
        return new RunIdentity(
                folder,
                run.environment(),
                run.started(),
                run.durationMillis(),
                run.version(),
                run.order(),
                run.seed(),
                run.threads(),
                run.command(),
                run.procedure(),
                run.identity(),
                run.counts());
    }

    /** When it began, to the second. */
    public String started() {
        return startedUtc.replaceFirst("\\.\\d+", "").replace('T', ' ').replace("Z", "");
    }

    /** The command as it was typed. */
    public String commandLine() {
        return "./cac " + String.join(" ", command);
    }
}
