package org.cacharness.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.RecordedScenario.Kept;
import org.cacharness.report.RecordedScenario.Presentations;
import org.cacharness.report.RecordedScenario.Step;
import org.jspecify.annotations.Nullable;

/** Runs to compare, written by hand. */
final class Runs {
    private final List<RecordedScenario> scenarios = new ArrayList<>();
    private String procedure = "procedure";

    static Runs run() {
        return new Runs();
    }

    Runs procedure(String hash) {
        procedure = hash;
        return this;
    }

    Runs scenario(String name, Step... steps) {
        String result = List.of(steps).stream()
                .map(Step::result)
                .filter(each -> !each.equals("passed"))
                .findFirst()
                .orElse("passed");
        return add(name, result, null, List.of(steps));
    }

    Runs notRun(String name, String reason) {
        return add(name, "not run", reason, List.of());
    }

    ComparedRun compared() {
        return new ComparedRun(
                "a run",
                new RecordedRun(
                        RecordedRun.FORMAT,
                        "in-process",
                        "1",
                        "2026-01-01T00:00:00Z",
                        1,
                        "defined",
                        1,
                        1,
                        List.of(),
                        List.of(),
                        procedure,
                        Map.of(),
                        List.of(),
                        scenarios),
                path -> Optional.of(path.getBytes(UTF_8)),
                () -> {});
    }

    /** The "file" of a page is its HTML. */
    static Kept page(String html) {
        return new Kept("page", "page", html, List.of());
    }

    static Kept lines(String title, String... lines) {
        return new Kept("text", title, null, List.of(lines));
    }

    static Step step(String sentence, Kept... kept) {
        return step(sentence, "passed", 10, kept);
    }

    static Step step(String sentence, String result, long millis, Kept... kept) {
        return new Step("When", sentence, result, result.equals("failed") ? "broke" : null, millis, List.of(kept));
    }

    private Runs add(String name, String result, @Nullable String reason, List<Step> steps) {
        long millis = steps.stream().mapToLong(Step::durationMillis).sum();
        scenarios.add(new RecordedScenario(
                name, "A feature", "a.feature:1", result, reason, millis, List.of(), new Presentations(0, 0), steps));
        return this;
    }
}
