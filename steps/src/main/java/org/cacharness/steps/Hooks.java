package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeStep;
import io.cucumber.java.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.TestBed;

/** What happens around every scenario: the plan for the PIN is kept, and each step leaves evidence. */
public final class Hooks {
    private final World world;
    private final TestBed bed;
    private final Map<Browser, String> lastSeen = new HashMap<>();

    /** Hooks of one scenario. */
    public Hooks(World world, TestBed bed) {
        this.world = world;
        this.bed = bed;
    }

    /** No more PINs are presented than the scenario's tag says. */
    @Before
    public void plan(Scenario scenario) {
        bed.allowPresentations(PinPlan.of(scenario.getSourceTagNames()));
    }

    /** The first person whom a step names is the one who acts. */
    @BeforeStep
    public void nextStep() {
        world.nextStep();
    }

    /** Keeps every page that changed in this step, and what the cards were told. */
    @AfterStep
    public void keepEvidence(Scenario scenario) {
        world.windows().forEach(window -> keepPage(scenario, window));
        String journal = world.newJournalLines();
        if (!journal.isEmpty()) {
            scenario.attach(journal.getBytes(StandardCharsets.UTF_8), "text/plain", "card");
        }
    }

    /** The cards counted as many PINs as the plan said: a plan that promises less than it does is worth nothing. */
    @After
    public void comparePlan(Scenario scenario) {
        int sent = world.people().stream()
                .flatMap(person -> person.cards().stream())
                .mapToInt(CacInHand::presentations)
                .sum();
        scenario.attach(Integer.toString(sent).getBytes(StandardCharsets.UTF_8), "text/plain", "pin-presentations");
        if (!scenario.isFailed()) {
            assertThat(sent)
                    .as("PINs that the cards were sent; the plan is the scenario's tag @presents-pin-N")
                    .isEqualTo(PinPlan.of(scenario.getSourceTagNames()));
        }
    }

    private void keepPage(Scenario scenario, Browser window) {
        window.savedPage().ifPresent(page -> {
            if (!page.html().equals(lastSeen.put(window, page.html()))) {
                scenario.attach(
                        bed.secrets().mask(page.html()).getBytes(StandardCharsets.UTF_8), "text/html", page.title());
            }
        });
    }
}
