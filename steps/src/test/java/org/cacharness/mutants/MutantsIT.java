package org.cacharness.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cacharness.environment.Simulation;
import org.cacharness.environment.SimulationSettings;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.Test;

/** Every wrong world turns scenarios red, and every scenario is turned red by some wrong world. */
class MutantsIT {
    private static final String ALL = "not @no-such-tag";

    @Test
    void every_mutant_is_killed_and_every_scenario_can_fail() {
        FeatureRun features = new FeatureRun(features());
        List<String> survivors = new ArrayList<>();
        Set<String> killers = new TreeSet<>();
        List<Mutant> mutants = Mutant.all();
        try (Simulation right = Simulation.start(SimulationSettings.builtIn(), new Secrets())) {
            FeatureRun.Result sound = features.in(right, ALL);
            assertThat(sound.red())
                    .as("scenarios that are red although nothing is wrong")
                    .isEmpty();
            for (Mutant mutant : mutants) {
                Set<String> red = features.in(right.wrong(mutant.mutation()), mutant.tags())
                        .red();
                say((red.isEmpty() ? "SURVIVED " : "killed   ") + mutant + "   by " + red.size());
                killers.addAll(red);
                if (red.isEmpty()) {
                    survivors.add(mutant.name());
                }
            }
            Set<String> toothless = new TreeSet<>(sound.green());
            toothless.removeAll(killers);
            Mutant.KILLED_ELSEWHERE.forEach((mutant, where) -> say("elsewhere " + mutant + ": " + where));
            say("Mutants killed: " + (mutants.size() - survivors.size()) + " / " + mutants.size()
                    + "; scenarios that some mutant" + " turns red: " + killers.size() + " / "
                    + sound.green().size());

            assertSoftly(softly -> {
                softly.assertThat(survivors)
                        .as("mutants that no scenario noticed")
                        .isEmpty();
                softly.assertThat(toothless)
                        .as("scenarios that no mutant turned red")
                        .isEmpty();
            });
        }
    }

    private static List<Feature> features() {
        return new FeaturePathFeatureSupplier(
                        MutantsIT.class::getClassLoader,
                        new RuntimeOptionsBuilder()
                                .addFeature(FeatureWithLines.parse("../features"))
                                .build(),
                        new FeatureParser(UUID::randomUUID))
                .get();
    }

    @SuppressWarnings("SystemOut") // the score is this test's product; Failsafe shows it
    private static void say(String line) {
        System.out.println(line);
    }
}
