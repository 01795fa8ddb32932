package org.cacharness.report;

/** Hears of scenarios as they begin and end, from the threads that run them. */
public interface RunListener {
    /** A scenario begins. */
    void started(PlannedScenario scenario);

    /** A scenario has ended. */
    void finished(ScenarioResult result);
}
