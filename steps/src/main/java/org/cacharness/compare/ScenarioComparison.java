package org.cacharness.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.compare.Difference.Layer;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.RecordedScenario.Step;
import org.jspecify.annotations.Nullable;

/** What differs in a scenario that ran in both runs. */
final class ScenarioComparison {
    private final ComparedRun first;
    private final ComparedRun second;
    private final RecordedScenario before;
    private final RecordedScenario after;

    ScenarioComparison(ComparedRun first, ComparedRun second, RecordedScenario before, RecordedScenario after) {
        this.first = first;
        this.second = second;
        this.before = before;
        this.after = after;
    }

    /** Up to the first step with another result: what follows it is its consequence. */
    List<Difference> differences() throws IOException {
        List<Difference> found = new ArrayList<>();
        for (var pair : steps()) {
            Step earlier = pair.before();
            Step later = pair.after();
            if (earlier == null && later != null) {
                found.add(step("the step is new", later));
            } else if (later == null && earlier != null) {
                found.add(step("the step is missing", earlier));
            } else if (earlier != null && later != null) {
                found.addAll(new StepComparison(first, second, before, earlier, later).differences());
                if (!earlier.result().equals(later.result())) {
                    return found;
                }
            }
        }
        if (!before.result().equals(after.result())) {
            found.add(whole("scenario " + before.result() + " is now " + after.result(), after.reason()));
        }
        return found;
    }

    /** Steps whose time is another beyond noise; their place is told, whether they count is the caller's decision. */
    List<Difference> times(TimeNoise noise) {
        List<Difference> found = new ArrayList<>();
        for (var pair : steps()) {
            Step earlier = pair.before();
            Step later = pair.after();
            if (earlier != null && later != null && earlier.result().equals(later.result())) {
                noise.beyond(earlier.durationMillis(), later.durationMillis())
                        .ifPresent(slower -> found.add(new Difference(
                                Layer.TIME,
                                "time: the step is " + slower,
                                before.name(),
                                before.location(),
                                earlier.sentence(),
                                earlier.durationMillis() + " ms, then " + later.durationMillis() + " ms")));
            }
        }
        return found;
    }

    private List<Alignment.Pair<Step>> steps() {
        return Alignment.of(
                before.steps(), after.steps(), (a, b) -> a.sentence().equals(b.sentence()), (a, b) -> false);
    }

    private Difference step(String what, Step step) {
        return new Difference(Layer.STEP, what, before.name(), before.location(), step.sentence(), null);
    }

    private Difference whole(String what, @Nullable String detail) {
        return new Difference(Layer.RESULT, what, before.name(), before.location(), "", detail);
    }
}
