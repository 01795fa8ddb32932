package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.cacharness.edge.JournalEntry;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.jspecify.annotations.Nullable;

/** The PIN, entered in the CAC software and not in the browser. */
public final class PinSteps {
    private static final int TRIES = 3;

    private final World world;
    private @Nullable PinOutcome outcome;
    private int presentedBefore;

    /** Steps of one scenario. */
    public PinSteps(World world) {
        this.world = world;
    }

    @Given("{person} has entered her PIN")
    public void hasEntered(Person person) {
        person.cac().putInto(person.computer().reader());
        enter(person);
    }

    @When("{person} enters her PIN")
    public void enter(Person person) {
        present(person, person.cac().pin());
    }

    @When("{person} enters a wrong PIN")
    public void enterWrong(Person person) {
        present(person, person.cac().wrongPin());
    }

    @Given("{person}'s CAC has {int} try/tries left already")
    public void triesUsed(Person person, int left) {
        person.cac().putInto(person.computer().reader());
        for (int tries = TRIES; tries > left; tries--) {
            enterWrong(person);
        }
        presentedBefore = person.cac().presentations();
    }

    @Given("{person}'s CAC is blocked already")
    public void blockedBefore(Person person) {
        triesUsed(person, 0);
    }

    @Then("{person}'s CAC accepts the PIN")
    public void accepted(Person person) {
        assertThat(outcome).as("what the card answered").isInstanceOf(PinOutcome.Accepted.class);
        assertThat(person.computer().reader().pinState()).isInstanceOf(PinState.Verified.class);
    }

    @Then("{person}'s CAC refuses the PIN with {int} try/tries left")
    public void refused(Person person, int left) {
        assertThat(outcome).as("what the card answered").isEqualTo(new PinOutcome.Refused(left));
        hasTriesLeft(person, left);
    }

    @Then("{person}'s CAC has {int} try/tries left")
    public void hasTriesLeft(Person person, int left) {
        assertThat(person.cac().triesLeft()).as("tries left on the card").isEqualTo(left);
    }

    @Then("{person}'s CAC is blocked")
    public void isBlocked(Person person) {
        assertThat(person.cac().triesLeft()).as("tries left on the card").isZero();
        assertThat(person.computer().reader().pinState()).isInstanceOf(PinState.Blocked.class);
    }

    @Then("{person}'s CAC wants the PIN again")
    public void wantsPinAgain(Person person) {
        assertThat(person.computer().reader().pinState()).isEqualTo(new PinState.TriesLeft(TRIES));
    }

    @Then("the tries left were known before the PIN was sent")
    public void triesWereKnown() {
        List<JournalEntry> commands = world.front().computer().reader().journal().entries().stream()
                .filter(entry -> entry.name().startsWith("VERIFY"))
                .takeWhile(entry -> !entry.name().contains("masked"))
                .toList();
        assertThat(commands)
                .as("VERIFY commands without data, which ask for the tries left, before the first with the PIN")
                .isNotEmpty();
        assertThat(commands.get(commands.size() - 1).line())
                .as("the last of them")
                .matches("VERIFY, tries left\\? → 63C[1-9A-F], .*");
    }

    @Then("no PIN is sent")
    public void nothingSent() {
        assertThat(world.front().cac().presentations())
                .as("PINs that the card was sent")
                .isEqualTo(presentedBefore);
    }

    private void present(Person person, Pin pin) {
        try (pin) {
            outcome = person.computer().reader().present(pin);
        }
    }
}
