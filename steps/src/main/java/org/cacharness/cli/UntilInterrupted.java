package org.cacharness.cli;

import org.cacharness.report.PlannedScenario;
import org.cacharness.report.RunListener;
import org.cacharness.report.ScenarioResult;

/** Hands on what happens until Ctrl-C: a scenario that is cut off has not failed, nor has it anything else to tell. */
final class UntilInterrupted implements RunListener {
    private final RunListener listener;

    UntilInterrupted(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void started(PlannedScenario scenario) {
        if (!Interruption.hasBegun()) {
            listener.started(scenario);
        }
    }

    @Override
    public void finished(ScenarioResult result) {
        if (!Interruption.hasBegun()) {
            listener.finished(result);
        }
    }
}
