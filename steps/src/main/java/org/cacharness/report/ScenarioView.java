package org.cacharness.report;

import java.util.List;

/** What the template of a scenario's page shows. The methods are its variables. */
public final class ScenarioView {
    private final ScenarioResult result;
    private final RunFacts facts;

    ScenarioView(ScenarioResult result, RunFacts facts) {
        this.result = result;
        this.facts = facts;
    }

    /** The scenario's title. */
    public String name() {
        return result.scenario().name();
    }

    /** Its feature. */
    public String feature() {
        return result.scenario().feature();
    }

    /** File and line. */
    public String location() {
        return result.scenario().location();
    }

    /** Card path and browser. */
    public String environment() {
        return facts.environment();
    }

    /** What came of it. */
    public String words() {
        return result.outcome().words();
    }

    /** Style of the outcome. */
    public String style() {
        return result.outcome().style();
    }

    /** How long it took. */
    public String duration() {
        return IndexView.seconds(result.duration());
    }

    /** Why it did not pass; empty if it did. */
    public String reason() {
        return result.reason() == null ? "" : result.reason();
    }

    /** The documented steps that it covers. */
    public List<String> documented() {
        return result.scenario().documented();
    }

    /** PIN presentations, declared and counted. */
    public String presentations() {
        String sent = result.presentationsSent() == null ? "not counted" : result.presentationsSent() + " sent";
        return result.scenario().presentations() + " planned, " + sent;
    }

    /** Whether more PIN presentations were counted than declared. */
    public boolean exceeded() {
        return result.exceedsPlan();
    }

    /** Its steps. */
    public List<Step> steps() {
        return result.steps().stream().map(ScenarioView::step).toList();
    }

    private static Step step(StepResult step) {
        return new Step(
                step.keyword(),
                step.text(),
                step.outcome().words(),
                step.outcome().style(),
                IndexView.seconds(step.duration()),
                step.reason() == null ? "" : step.reason(),
                step.trace() == null ? "" : step.trace(),
                step.argument() == null ? "" : step.argument(),
                step.evidence().stream().filter(Evidence::isPage).toList(),
                step.evidence().stream().filter(evidence -> !evidence.isPage()).toList());
    }

    /** A step. */
    public record Step(
            String keyword,
            String text,
            String words,
            String style,
            String duration,
            String reason,
            String trace,
            String argument,
            List<Evidence> pages,
            List<Evidence> texts) {}
}
