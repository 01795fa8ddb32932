package org.cacharness.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.cacharness.report.Terminal;

/** Prints what a run would do, and does none of it. */
final class PlanPrinter {
    private final Terminal terminal;

    PlanPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Plan plan, String environment) {
        PrintWriter out = terminal.out();
        out.println(terminal.bold("Plan for " + environment + "; nothing is started, no card is touched"));
        String feature = "";
        Map<String, Integer> cards = new TreeMap<>();
        for (Plan.Entry entry : plan.entries()) {
            if (!entry.runs() && entry.reasonNotToRun().orElse("").equals("not selected")) {
                continue;
            }
            if (!entry.scenario().feature().equals(feature)) {
                feature = entry.scenario().feature();
                out.println();
                out.println(terminal.bold(feature));
            }
            print(entry, out);
            if (entry.runs() && entry.scenario().presentations() > 0) {
                cards.merge(entry.card(), entry.scenario().presentations(), Integer::sum);
            }
        }
        totals(plan, cards, out);
        out.flush();
    }

    private void print(Plan.Entry entry, PrintWriter out) {
        String steps = String.join(" ", entry.scenario().documented());
        if (!entry.runs()) {
            String reason = entry.reasonNotToRun().orElse("");
            out.println(terminal.faint("  - " + entry.scenario().name() + "  (not run: " + reason + ")"));
            return;
        }
        out.println("  + " + entry.scenario().name() + "  " + terminal.faint(steps));
        int presentations = entry.scenario().presentations();
        if (presentations > 0) {
            out.println("      presents a PIN " + times(presentations) + " to " + entry.card());
        }
    }

    private static void totals(Plan plan, Map<String, Integer> cards, PrintWriter out) {
        long runs = plan.selected().size();
        long covered = plan.procedure().steps().stream()
                .filter(step -> plan.selected().stream()
                        .anyMatch(scenario -> scenario.documented().contains(step.id())))
                .count();
        out.println();
        out.println(runs + " scenarios would run, " + (plan.entries().size() - runs) + " would not");
        out.println(covered + " of " + plan.procedure().steps().size() + " documented steps");
        int total = cards.values().stream().mapToInt(Integer::intValue).sum();
        out.println(total + " PIN presentations");
        cards.forEach((card, number) -> out.println("  " + number + " to " + card));
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }
}
