package org.cacharness.report;

import java.util.List;

/** What the template of a scenario's page shows. The methods are its variables. */
public final class ScenarioView {
    private final ScenarioResult result;
    private final RunFacts facts;
    private final ScenarioTimeline timeline;

    ScenarioView(ScenarioResult result, RunFacts facts) {
        this.result = result;
        this.facts = facts;
        timeline = new ScenarioTimeline(result);
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

    /** Its steps, each with what happened in it. */
    public List<ScenarioTimeline.Step> steps() {
        return timeline.steps();
    }

    /** The layers in which something happened, for the filter. */
    public List<ScenarioTimeline.LayerCount> layers() {
        return timeline.layers();
    }

    /** Whether instants are known, so that there is a timeline to show. */
    public boolean timed() {
        return timeline.timed();
    }

    /** When it began, UTC. */
    public String began() {
        return timeline.began();
    }
}
