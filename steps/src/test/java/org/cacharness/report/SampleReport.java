package org.cacharness.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.secrets.Secrets;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/** A whole report of any size, in which everything occurs that a report can show. */
public final class SampleReport {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final List<DocumentedStep> PROCEDURE = List.of(
            new DocumentedStep("@step-4", "open the page", "it is open"),
            new DocumentedStep("@step-5", "ask the card", "it answers"),
            new DocumentedStep("@step-7", "done", "nobody tests it"));

    private final Path folder;
    private final PageStore pages;
    private final String button;

    private SampleReport(Path folder, String button) {
        this.folder = folder;
        this.button = button;
        pages = new PageStore(folder, new Secrets());
    }

    /**
     * Writes a report.
     *
     * @param folder need not exist
     * @param scenarios 4 or more: of four, two pass, one fails and one is refused
     * @param button what the button of a page says
     */
    public static void write(Path folder, int scenarios, String button) throws IOException {
        Files.createDirectories(folder);
        new SampleReport(folder, button).write(scenarios);
    }

    private void write(int scenarios) throws IOException {
        List<ScenarioResult> results = new ArrayList<>();
        for (int number = 1; number <= scenarios; number++) {
            results.add(scenario(number));
        }
        PlannedScenario left = planned(scenarios + 1, "Ada does what cannot be done here");
        results.add(ScenarioResult.notRun(left, "not for this environment"));
        RunFacts facts = new RunFacts(
                "in-process · example",
                "1.2.3",
                START,
                "defined",
                7,
                2,
                List.of("run"),
                List.of(new RunFact(RunFact.BROWSER, "none")));
        RunResult run = new RunResult(
                facts,
                results,
                Traceability.of(new Procedure(PROCEDURE), facts.environment(), results),
                Duration.ofSeconds(scenarios));
        ReportWriter writer = new ReportWriter(folder, new Secrets());
        writer.write(run);
        writer.seal();
    }

    private ScenarioResult scenario(int number) {
        Outcome outcome = number % 4 == 3 ? Outcome.FAILED : number % 4 == 0 ? Outcome.REFUSED : Outcome.PASSED;
        String reason = outcome == Outcome.PASSED ? null : "expected \"done\", got \"<nothing>\": look again";
        Instant began = START.plusSeconds(number);
        return new ScenarioResult(
                planned(number, "Ada registers her CAC, time " + number),
                outcome,
                reason,
                Duration.ofMillis(1500),
                List.of(
                        step("Given", "Ada is logged in", Outcome.PASSED, null, began, List.of("Log In", "Home")),
                        step("When", "Ada registers", outcome, reason, began.plusMillis(700), List.of("Register"))),
                1);
    }

    private static PlannedScenario planned(int line, String name) {
        List<String> tags = List.of(line % 2 == 0 ? "@step-4" : "@step-5");
        return new PlannedScenario(
                URI.create("file:features/a.feature"),
                "features/a.feature",
                line,
                "Registration " + line / 10,
                name,
                tags,
                tags,
                1);
    }

    private StepResult step(
            String keyword, String text, Outcome outcome, @Nullable String reason, Instant at, List<String> titles) {
        List<Evidence> evidence = new ArrayList<>();
        List<TimelineEvent> events = new ArrayList<>();
        for (String title : titles) {
            byte[] page = ("<html lang=\"en\"><head><title>" + title + "</title></head><body><h1>" + title
                            + "</h1><button>" + button + "</button></body></html>")
                    .getBytes(UTF_8);
            events.add(new TimelineEvent(
                    at.plusMillis(20), Duration.ZERO, Layer.SCREEN, title, List.of(), evidence.size()));
            evidence.add(new Evidence(Evidence.Kind.PAGE, title, pages.keep(page)));
        }
        evidence.add(new Evidence(Evidence.Kind.CARD, "card", "VERIFY, PIN masked → 63C2, 2 tries left"));
        for (Layer layer : Layer.values()) {
            if (layer != Layer.SCREEN) {
                events.add(new TimelineEvent(
                        at.plusMillis(30L * events.size()),
                        Duration.ofMillis(10),
                        layer,
                        layer.title() + " → 9000",
                        List.of("a detail", "another"),
                        TimelineEvent.NO_PAGE));
            }
        }
        return new StepResult(
                keyword,
                text,
                2,
                outcome,
                reason,
                reason == null ? null : "java.lang.AssertionError: trace",
                Duration.ofMillis(600),
                keyword.equals("Given") ? "| a | table |" : null,
                evidence,
                at,
                TimelineEvent.inOrder(events));
    }
}
