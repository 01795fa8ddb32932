package org.cacharness.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as {@code run.json} keeps it: what a later command knows of it. The components are the file's fields.
 *
 * @param format of the file
 * @param environment card path and browser
 * @param version of the harness
 * @param started when it began, UTC, ISO 8601
 * @param durationMillis how long it took
 * @param order {@code defined} or {@code random}
 * @param seed of everything random in it
 * @param threads scenarios at the same time
 * @param command the words after {@code ./cac} that began it
 * @param identity what ran it and what it ran with
 * @param procedure SHA-256 of the documented procedure: ids, texts, what must be seen
 * @param counts scenarios by result
 * @param documentedSteps one for each row of the procedure
 * @param scenarios all, also those that did not run
 */
public record RecordedRun(
        int format,
        String environment,
        String version,
        String started,
        long durationMillis,
        String order,
        long seed,
        int threads,
        List<String> command,
        List<RunFact> identity,
        String procedure,
        Map<String, Long> counts,
        List<Clause> documentedSteps,
        List<RecordedScenario> scenarios) {
    /** The format that this version writes and reads. */
    public static final int FORMAT = 2;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * A row of the documented procedure.
     *
     * @param id tag of the scenarios that cover it
     * @param text what the procedure has the member do
     * @param observed what must be seen before it counts as done
     * @param result what came of it, in the words of {@link Outcome}
     * @param reason why it did not run, or null
     * @param scenarios those that cover it, as file:line
     */
    public record Clause(
            String id,
            String text,
            String observed,
            String result,
            @Nullable String reason,
            List<String> scenarios) {}

    static RecordedRun of(RunResult run) {
        RunFacts facts = run.facts();
        Map<String, Long> counts = new LinkedHashMap<>();
        Arrays.stream(Outcome.values()).forEach(outcome -> counts.put(outcome.words(), run.count(outcome)));
        return new RecordedRun(
                FORMAT,
                facts.environment(),
                facts.version(),
                facts.started().toString(),
                run.duration().toMillis(),
                facts.order(),
                facts.seed(),
                facts.threads(),
                facts.command(),
                facts.identity(),
                procedure(run.traceability()),
                counts,
                run.traceability().rows().stream().map(RecordedRun::clause).toList(),
                run.scenarios().stream().map(RecordedScenario::of).toList());
    }

    /**
     * Reads a {@code run.json}.
     *
     * @throws IOException if it is none, or of another format; the message is one line
     */
    public static RecordedRun read(byte[] json) throws IOException {
        try {
            int format = JSON.readTree(json).path("format").asInt();
            if (format != FORMAT) {
                throw new IOException("expected a run.json of format " + FORMAT + ", got "
                        + (format == 0 ? "none" : "format " + format) + ": run again with this version");
            }
            return JSON.readValue(json, RecordedRun.class);
        } catch (JsonProcessingException e) {
            throw new IOException("expected a run.json, got something else: " + e.getOriginalMessage(), e);
        }
    }

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    /** How many scenarios had this outcome. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome.words(), 0L);
    }

    private static Clause clause(Traceability.Row row) {
        return new Clause(
                row.step().id(),
                row.step().text(),
                row.step().observed(),
                row.outcome().words(),
                row.reason().orElse(null),
                row.scenarios().stream()
                        .map(result -> result.scenario().location())
                        .toList());
    }

    private static String procedure(Traceability traceability) {
        StringBuilder text = new StringBuilder();
        traceability.rows().stream()
                .map(Traceability.Row::step)
                .forEach(step -> text.append(step.id())
                        .append('\n')
                        .append(step.text())
                        .append('\n')
                        .append(step.observed())
                        .append('\n'));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
