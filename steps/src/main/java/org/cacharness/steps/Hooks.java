package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeStep;
import io.cucumber.java.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.StyleSheet;
import org.cacharness.drivers.TestBed;
import org.cacharness.secrets.SecretKind;
import org.cacharness.timeline.TimelineJson;

/** What happens around every scenario: the plan for the PIN is kept, and each step leaves evidence. */
public final class Hooks {
    private final World world;
    private final TestBed bed;
    private final Set<String> kept = new HashSet<>();

    /** Hooks of one scenario. */
    public Hooks(World world, TestBed bed) {
        this.world = world;
        this.bed = bed;
    }

    /** No more PINs are presented than the scenario's tag says. */
    @Before
    public void plan(Scenario scenario) {
        bed.begin(scenario.getName());
        bed.allowPresentations(PinPlan.of(scenario.getSourceTagNames(), bed.eachBrowserAsksForThePin())
                .presentations());
        if (scenario.getSourceTagNames().contains("@person-at-card")) {
            bed.beginWithoutCard();
        }
        if (scenario.getSourceTagNames().contains("@closes-browsers")) {
            bed.beginWithBrowsersOfTheirOwn();
        }
    }

    /** The first person whom a step names is the one who acts. */
    @BeforeStep
    public void nextStep() {
        world.nextStep();
    }

    /** Keeps every page that was shown in this step, what the member was asked, what the cards were told, and when all of it was. */
    @AfterStep
    public void keepEvidence(Scenario scenario) {
        registerSecrets();
        if (!bed.keepsEvidence()) {
            return;
        }
        StepTimeline timeline = new StepTimeline(world.newConsolePages(), world.newPages(), world.newEvents());
        timeline.pages().forEach(page -> keepPage(scenario, page));
        keepText(scenario, "Prompts", world.newPromptLines());
        keepText(scenario, "card", world.newJournalLines());
        keepText(scenario, "HTTP", world.newExchanges());
        keepText(scenario, "HTTP headers", world.newHeaders());
        keepText(scenario, "TLS", world.newHandshakes());
        if (!timeline.events().isEmpty()) {
            String json = TimelineJson.write(timeline.events());
            scenario.attach(bed.secrets().mask(json), TimelineJson.MEDIA_TYPE, TimelineJson.NAME);
        }
    }

    /** What the portal gave out in this step is a secret before anything of the step is written down. */
    private void registerSecrets() {
        for (Person person : world.people()) {
            person.computer()
                    .cookieValues()
                    .forEach(value -> bed.secrets().register(SecretKind.SESSION_COOKIE, value.toCharArray()));
            if (person.computer().openBrowser().isPresent()) {
                person.login()
                        .issuedPassword()
                        .ifPresent(issued -> bed.secrets().register(SecretKind.PASSWORD, issued.characters()));
            }
        }
    }

    /** The cards counted as many PINs as the plan said: a plan that promises less than it does is worth nothing. */
    @After
    public void comparePlan(Scenario scenario) {
        int sent = world.people().stream().mapToInt(Person::presentations).sum();
        scenario.attach(Integer.toString(sent).getBytes(StandardCharsets.UTF_8), "text/plain", "pin-presentations");
        if (!scenario.isFailed()) {
            PinPlan plan = PinPlan.of(scenario.getSourceTagNames(), bed.eachBrowserAsksForThePin());
            assertThat(sent)
                    .as("PINs that the cards were sent; the plan is the scenario's tag @presents-pin-N")
                    .isEqualTo(plan.presentations());
            assertThat(holder(plan).map(Person::presentations).orElse(0))
                    .as(
                            "PINs that the cards of the planned person were sent; another one is named by a tag @card-of-NAME")
                    .isEqualTo(plan.presentations());
        }
    }

    /** Nobody finds what the scenario registered, however it ended. */
    @After
    public void leaveNothingBehind() {
        bed.leaveNothingBehind();
    }

    private Optional<Person> holder(PinPlan plan) {
        return plan.holder().map(world::person).or(() -> world.people().stream().findFirst());
    }

    private void keepPage(Scenario scenario, SavedPage page) {
        for (StyleSheet style : page.styles()) {
            if (kept.add(style.name())) {
                String css = bed.secrets().withoutPhotographs(style.css());
                scenario.attach(css.getBytes(StandardCharsets.UTF_8), "text/css", style.name());
            }
        }
        scenario.attach(
                bed.secrets()
                        .mask(bed.secrets().withoutPhotographs(page.html()))
                        .getBytes(StandardCharsets.UTF_8),
                "text/html",
                bed.secrets().mask(page.title()));
    }

    private void keepText(Scenario scenario, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            String text = bed.secrets().mask(String.join("\n", lines));
            scenario.attach(text.getBytes(StandardCharsets.UTF_8), "text/plain", name);
        }
    }
}
