package org.cacharness.report;

import java.time.Instant;
import java.util.List;

/**
 * What there is to know about a run besides its results.
 *
 * @param environment card path and browser, for example {@code in-process · HtmlUnit}
 * @param version of the harness
 * @param started when it began
 * @param order {@code defined}, or {@code random} with the seed that repeats it
 * @param seed of everything random in the run
 * @param threads scenarios at the same time
 * @param command the words after {@code ./cac} that began it
 * @param identity what ran it and what it ran with, as far as that is known
 */
public record RunFacts(
        String environment,
        String version,
        Instant started,
        String order,
        long seed,
        int threads,
        List<String> command,
        List<RunFact> identity) {
    public RunFacts {
        command = List.copyOf(command);
        identity = List.copyOf(identity);
    }
}
