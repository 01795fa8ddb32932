package org.cacharness.report;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.WriteEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.cacharness.secrets.Secrets;

/**
 * Turns Cucumber's events into results.
 *
 * <p>Pages go to disk at once, so that a long run does not hold them in memory. Every text passes through the mask before it is
 * kept.
 */
public final class Recorder implements ConcurrentEventListener {
    private final Map<String, PlannedScenario> planned;
    private final Verdicts verdicts;
    private final Secrets secrets;
    private final PageStore pages;
    private final RunListener listener;
    private final Map<UUID, ScenarioNotes> open = new ConcurrentHashMap<>();
    private final Map<String, ScenarioResult> results = new ConcurrentHashMap<>();

    /**
     * Prepares to record one round.
     *
     * @param planned the scenarios that will run, by {@link PlannedScenario#key()}
     * @param refuses tells a refusal from a failure
     * @param secrets what must not be kept
     * @param report where saved pages go
     * @param listener hears of every scenario
     */
    public Recorder(
            Map<String, PlannedScenario> planned,
            Predicate<Throwable> refuses,
            Secrets secrets,
            Path report,
            RunListener listener) {
        this.planned = Map.copyOf(planned);
        this.verdicts = new Verdicts(refuses, secrets);
        this.secrets = secrets;
        this.pages = new PageStore(report, secrets);
        this.listener = listener;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
        publisher.registerHandlerFor(
                EmbedEvent.class, event -> notes(event.getTestCase()).attach(event));
        publisher.registerHandlerFor(
                WriteEvent.class, event -> notes(event.getTestCase()).write(event.getText()));
        publisher.registerHandlerFor(
                TestStepFinished.class, event -> notes(event.getTestCase()).finish(event));
        publisher.registerHandlerFor(TestCaseFinished.class, this::end);
    }

    /** The results, in the order of the plan; a scenario that never began is a row with that reason. */
    public List<ScenarioResult> results(List<PlannedScenario> order) {
        List<ScenarioResult> sorted = new ArrayList<>();
        for (PlannedScenario scenario : order) {
            ScenarioResult result = results.get(scenario.key());
            sorted.add(result != null ? result : ScenarioResult.notRun(scenario, "the run ended before it"));
        }
        return sorted;
    }

    private void begin(TestCaseStarted event) {
        TestCase testCase = event.getTestCase();
        open.put(testCase.getId(), new ScenarioNotes(verdicts, secrets, pages));
        listener.started(plan(testCase));
    }

    private void end(TestCaseFinished event) {
        TestCase testCase = event.getTestCase();
        ScenarioNotes notes = notes(testCase);
        open.remove(testCase.getId());
        Verdicts.Verdict verdict = verdicts.of(event.getResult(), testCase.getName());
        ScenarioResult result = heldToPlan(new ScenarioResult(
                plan(testCase),
                verdict.outcome(),
                verdict.reason(),
                event.getResult().getDuration(),
                notes.steps(),
                notes.presentations()));
        results.put(result.scenario().key(), result);
        listener.finished(result);
    }

    /** A plan that says too little would have a person agree to what they do not know: one presentation too many is a failure. */
    private static ScenarioResult heldToPlan(ScenarioResult result) {
        if (!result.exceedsPlan() || result.outcome() != Outcome.PASSED) {
            return result;
        }
        String reason = "PIN presentations: expected " + result.scenario().presentations() + " as planned, got "
                + result.presentationsSent() + ": plan them, by the tag @presents-pin-" + result.presentationsSent();
        return new ScenarioResult(
                result.scenario(),
                Outcome.FAILED,
                reason,
                result.duration(),
                result.steps(),
                result.presentationsSent());
    }

    private ScenarioNotes notes(TestCase testCase) {
        return open.computeIfAbsent(testCase.getId(), id -> new ScenarioNotes(verdicts, secrets, pages));
    }

    private PlannedScenario plan(TestCase testCase) {
        String key = testCase.getUri() + ":" + testCase.getLocation().getLine();
        PlannedScenario scenario = planned.get(key);
        if (scenario == null) {
            throw new IllegalStateException("Record a scenario: expected one of the plan, got " + key);
        }
        return scenario;
    }
}
