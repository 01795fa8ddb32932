package org.cacharness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cacharness.report.PlannedScenario;

/**
 * Shares out the PIN presentations that a run may make: the first scenarios of the plan get them, and the others are not begun.
 *
 * <p>It makes the plan honest and protects no card: what a scenario sends in spite of the plan is refused by the guard.
 *
 * @param limit of one run; empty for none
 */
record PresentationBudget(OptionalInt limit) {
    static PresentationBudget of(OptionalInt limit) {
        return new PresentationBudget(limit);
    }

    /** The same entries; those that would go beyond the limit are not run, and say how they can be. */
    List<Plan.Entry> over(List<Plan.Entry> entries) {
        if (limit.isEmpty()) {
            return entries;
        }
        List<Plan.Entry> kept = new ArrayList<>();
        int left = limit.getAsInt();
        String first = "";
        for (Plan.Entry entry : entries) {
            PlannedScenario scenario = entry.scenario();
            int needed = entry.runs() ? scenario.presentations() : 0;
            if (needed > left) {
                kept.add(entry.because(reason(scenario, first)));
                continue;
            }
            if (needed > 0) {
                left -= needed;
                first = first.isEmpty() ? scenario.name() : first;
            }
            kept.add(entry);
        }
        return List.copyOf(kept);
    }

    private String reason(PlannedScenario scenario, String first) {
        String taken = first.isEmpty() ? "" : ", and \"" + first + "\" has it";
        return "a run with a real card sends its PIN at most " + times() + taken + ": "
                + (scenario.presentations() > limit.orElse(0)
                        ? "this scenario needs a simulated card"
                        : "run this one alone, by " + scenario.location());
    }

    private String times() {
        return limit.orElse(0) == 1 ? "once" : limit.orElse(0) + " times";
    }
}
