package org.cacharness.report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of {@code index.html} shows. The methods are its variables. */
public final class IndexView {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunResult run;
    private final Map<String, String> pages;

    IndexView(RunResult run, Map<String, String> pages) {
        this.run = run;
        this.pages = pages;
    }

    /** One sentence that says how it went. */
    public String verdict() {
        long failed = run.count(Outcome.FAILED);
        long passed = run.count(Outcome.PASSED);
        if (failed > 0) {
            return failed == 1 ? "One scenario failed" : failed + " scenarios failed";
        }
        long flaky = run.count(Outcome.FLAKY);
        if (flaky > 0) {
            return flaky == 1 ? "One scenario is flaky" : flaky + " scenarios are flaky";
        }
        if (passed < 2) {
            return passed == 0 ? "Nothing passed, nothing failed" : "The scenario that ran passed";
        }
        return "All " + passed + " scenarios that ran passed";
    }

    /** Style of the sentence. */
    public String verdictStyle() {
        return Stream.of(Outcome.FAILED, Outcome.FLAKY, Outcome.PASSED)
                .filter(outcome -> run.count(outcome) > 0)
                .findFirst()
                .orElse(Outcome.NOT_RUN)
                .style();
    }

    /** Card path and browser. */
    public String environment() {
        return run.facts().environment();
    }

    /** How many scenarios of each outcome. */
    public List<Count> counts() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Count(outcome.words(), outcome.style(), run.count(outcome), share(outcome)))
                .toList();
    }

    /** What everybody asks of a run first, name and value. */
    public List<Fact> facts() {
        RunFacts facts = run.facts();
        return List.of(
                new Fact("Started", UTC.format(facts.started().truncatedTo(ChronoUnit.SECONDS))),
                new Fact("Duration", seconds(run.duration())),
                new Fact("Environment", facts.environment()),
                new Fact("Harness", facts.version()));
    }

    /** What tells it from other runs, with hashes. */
    public List<Fact> identity() {
        RunFacts facts = run.facts();
        List<Fact> all = new ArrayList<>();
        facts.identity().forEach(fact -> all.add(new Fact(fact.name(), fact.value())));
        all.add(new Fact("Order", facts.order()));
        all.add(new Fact("Seed", Long.toString(facts.seed())));
        all.add(new Fact("Threads", Integer.toString(facts.threads())));
        all.add(new Fact("Command", String.join(" ", facts.command())));
        return all;
    }

    /** The documented steps. */
    public List<Row> rows() {
        return run.traceability().rows().stream().map(this::row).toList();
    }

    /** Whether there are documented steps. */
    public boolean hasRows() {
        return !run.traceability().rows().isEmpty();
    }

    /** The scenarios that failed, are flaky or were refused. */
    public List<Line> problems() {
        return run.scenarios().stream()
                .filter(result -> result.outcome() != Outcome.PASSED && result.outcome() != Outcome.NOT_RUN)
                .map(this::line)
                .toList();
    }

    /** All scenarios. */
    public List<Line> scenarios() {
        return run.scenarios().stream().map(this::line).toList();
    }

    /** The steps that took longest. */
    public List<Slow> slowest() {
        return SlowestSteps.of(run.scenarios()).stream()
                .map(row -> new Slow(
                        row.sentence(),
                        Integer.toString(row.times()),
                        seconds(row.longest()),
                        seconds(row.whole()),
                        line(row.where())))
                .toList();
    }

    private Row row(Traceability.Row row) {
        List<Line> lines = row.scenarios().stream().map(this::line).toList();
        return new Row(
                row.step().id(),
                row.step().text(),
                row.step().observed(),
                row.scenarios().isEmpty() ? "not covered" : row.outcome().words(),
                row.scenarios().isEmpty()
                        ? Outcome.REFUSED.style()
                        : row.outcome().style(),
                row.reason().orElse(""),
                tally(row),
                lines);
    }

    private static String tally(Traceability.Row row) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> row.count(outcome) > 0)
                .map(outcome -> row.count(outcome) + " " + outcome.words())
                .collect(Collectors.joining(", "));
    }

    private Line line(ScenarioResult result) {
        PlannedScenario scenario = result.scenario();
        return new Line(
                scenario.name(),
                scenario.feature(),
                scenario.location(),
                pages.getOrDefault(scenario.key(), ""),
                result.outcome().words(),
                result.outcome().style(),
                result.steps().isEmpty() ? "" : seconds(result.duration()),
                result.reason() == null ? "" : result.reason(),
                scenario.documented());
    }

    private String share(Outcome outcome) {
        long total = Math.max(1, run.scenarios().size());
        return String.format(Locale.ROOT, "%.2f", 100.0 * run.count(outcome) / total);
    }

    /** A duration to read. */
    static String seconds(Duration duration) {
        return duration.toMillis() < 1000
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    /** Number of scenarios with an outcome, and their share in percent. */
    public record Count(String words, String style, long number, String share) {}

    /** A fact of the run. */
    public record Fact(String name, String value) {}

    /** A step's sentence, how often it ran, its times, and the scenario in which it took longest. */
    public record Slow(String sentence, String times, String longest, String whole, Line where) {}

    /** A documented step. */
    public record Row(
            String id,
            String text,
            String observed,
            String words,
            String style,
            String reason,
            String tally,
            List<Line> scenarios) {}

    /** A scenario. */
    public record Line(
            String name,
            String feature,
            String location,
            String page,
            String words,
            String style,
            String duration,
            String reason,
            List<String> documented) {
        /** The documented steps' ids, for the filter. */
        public String ids() {
            return String.join(" ", documented);
        }
    }
}
