package org.cacharness.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as {@code run.json} keeps it.
 *
 * @param name its title
 * @param feature the feature's name
 * @param location file and line
 * @param result what came of it, in the words of {@link Outcome}
 * @param reason why it failed, was refused or did not run; null if it passed
 * @param durationMillis how long it took
 * @param documentedSteps ids of the documented steps that it covers
 * @param pinPresentations planned and counted
 * @param steps in the order in which they ran; empty if it did not run
 */
public record RecordedScenario(
        String name,
        String feature,
        String location,
        String result,
        @Nullable String reason,
        long durationMillis,
        List<String> documentedSteps,
        Presentations pinPresentations,
        List<Step> steps) {
    /**
     * PIN presentations.
     *
     * @param planned by the scenario's tag
     * @param sent as the cards counted them, null where nobody counted
     */
    public record Presentations(int planned, @Nullable Integer sent) {}

    /**
     * A Gherkin step, or a hook that left something to see.
     *
     * @param keyword {@code Given} and so on; empty for a hook
     * @param text its sentence
     * @param result what came of it
     * @param reason why it did not pass, or null
     * @param durationMillis how long it took
     * @param kept what was kept of it
     */
    public record Step(
            String keyword,
            String text,
            String result,
            @Nullable String reason,
            long durationMillis,
            List<Kept> kept) {
        /** Keyword and sentence. */
        public String sentence() {
            return keyword.isEmpty() ? text : keyword + " " + text;
        }
    }

    /**
     * Something that was kept of a step.
     *
     * @param kind {@code page}, {@code card} or {@code text}
     * @param title what it is called
     * @param file of a page: its path within the report; else null
     * @param lines of a text; of a page none
     */
    public record Kept(String kind, String title, @Nullable String file, List<String> lines) {
        /** Whether it is a saved page. */
        public boolean page() {
            return file != null;
        }
    }

    static RecordedScenario of(ScenarioResult result) {
        PlannedScenario scenario = result.scenario();
        return new RecordedScenario(
                scenario.name(),
                scenario.feature(),
                scenario.location(),
                result.outcome().words(),
                result.reason(),
                result.duration().toMillis(),
                scenario.documented(),
                new Presentations(scenario.presentations(), result.presentationsSent()),
                result.steps().stream().map(RecordedScenario::step).toList());
    }

    /** Whether it ran. */
    public boolean ran() {
        return !result.equals(Outcome.NOT_RUN.words());
    }

    private static Step step(StepResult step) {
        return new Step(
                step.keyword(),
                step.text(),
                step.outcome().words(),
                step.reason(),
                step.duration().toMillis(),
                step.evidence().stream().map(RecordedScenario::kept).toList());
    }

    private static Kept kept(Evidence evidence) {
        String kind = evidence.kind().name().toLowerCase(java.util.Locale.ROOT);
        return evidence.isPage()
                ? new Kept(kind, evidence.title(), evidence.body(), List.of())
                : new Kept(kind, evidence.title(), null, evidence.body().lines().toList());
    }
}
