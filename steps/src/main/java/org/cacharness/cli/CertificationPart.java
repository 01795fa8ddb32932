package org.cacharness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cacharness.report.PlannedScenario;

/**
 * What one run of a certification does. A scenario that presents a PIN is a part of its own, for a run sends a real card one PIN.
 *
 * @param number from 1
 * @param title for people
 * @param scenarios titles of its scenarios
 * @param presentations how many PINs it presents, 0 or more
 * @param card to which card
 */
record CertificationPart(int number, String title, List<String> scenarios, int presentations, String card) {
    CertificationPart {
        scenarios = List.copyOf(scenarios);
    }

    /** The parts of a plan, in the order of its features. */
    static List<CertificationPart> of(Plan plan) {
        Map<String, List<Plan.Entry>> features = plan.entries().stream()
                .filter(Plan.Entry::runs)
                .collect(Collectors.groupingBy(
                        entry -> entry.scenario().feature(), LinkedHashMap::new, Collectors.toList()));
        List<CertificationPart> parts = new ArrayList<>();
        features.forEach((feature, entries) -> {
            List<String> withoutPin = entries.stream()
                    .map(Plan.Entry::scenario)
                    .filter(scenario -> scenario.presentations() == 0)
                    .map(PlannedScenario::name)
                    .toList();
            if (!withoutPin.isEmpty()) {
                parts.add(new CertificationPart(parts.size() + 1, feature, withoutPin, 0, ""));
            }
            entries.stream()
                    .filter(entry -> entry.scenario().presentations() > 0)
                    .forEach(entry -> parts.add(new CertificationPart(
                            parts.size() + 1,
                            entry.scenario().name(),
                            List.of(entry.scenario().name()),
                            entry.scenario().presentations(),
                            entry.card())));
        });
        return List.copyOf(parts);
    }

    boolean presentsPin() {
        return presentations > 0;
    }

    /** Selects its scenarios and no other, for {@code --name}. */
    String pattern() {
        return scenarios.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(", ")$"));
    }

    /** The folder of its report. */
    String folder() {
        return String.format("part-%02d", number);
    }

    /** What it does to a card. */
    String words() {
        String count = scenarios.size() == 1 ? "1 scenario" : scenarios.size() + " scenarios";
        return title + ": " + count + ", "
                + (presentsPin()
                        ? presentations + " PIN presentation" + (presentations == 1 ? "" : "s") + " to " + card
                        : "no PIN");
    }
}
