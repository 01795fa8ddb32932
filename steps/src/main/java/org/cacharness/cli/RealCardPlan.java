package org.cacharness.cli;

import java.io.PrintWriter;
import java.util.List;
import org.cacharness.report.PlannedScenario;

/** Says, before anything touches a real card, what a run would do to it, and what it would not. */
final class RealCardPlan {
    static final String SAFE = "@hardware-safe";

    private final Plan plan;

    RealCardPlan(Plan plan) {
        this.plan = plan;
    }

    void print(PrintWriter out) {
        List<PlannedScenario> safe = plan.selected().stream()
                .filter(scenario -> scenario.tags().contains(SAFE))
                .toList();
        List<PlannedScenario> presenting =
                safe.stream().filter(scenario -> scenario.presentations() > 0).toList();
        out.println("Plan for a card in a real reader, if there is one that may be used:");
        out.println("  scenarios  " + safe.size() + " tagged " + SAFE + "; the other "
                + (plan.selected().size() - safe.size()) + " need a simulated card");
        out.println("  read       its identifier, its certificates, the tries left");
        out.println("  PIN        " + presentations(presenting));
        out.println("  written    nothing");
        if (presenting.size() > 1) {
            out.println("  not run    " + (presenting.size() - 1)
                    + " more that present a PIN: a run presents one. Afterwards, each in a run of its own:");
            presenting.stream()
                    .skip(1)
                    .forEach(scenario -> out.println("               " + scenario.location() + "  " + scenario.name()));
        }
        out.flush();
    }

    private static String presentations(List<PlannedScenario> presenting) {
        return presenting.isEmpty()
                ? "never sent"
                : "sent at most once, for \"" + presenting.get(0).name() + "\"; never again after a refusal";
    }
}
