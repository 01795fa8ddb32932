package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cacharness.drivers.Ask;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.RegistrationRefusal;
import org.cacharness.edge.Pin;

/** Step 6: what the member is asked for, and how the member answers. */
public final class PromptSteps {
    private final World world;

    /** Steps of one scenario. */
    public PromptSteps(World world) {
        this.world = world;
    }

    @Given("{person} is going to be asked for {asks}")
    @Needs(Need.PASSWORD_PROMPT)
    public void willBeAsked(Person person, Set<Ask> asks) {
        if (!asks.contains(Ask.CERTIFICATE)) {
            person.computer().prompts().browserSelectsItself();
        }
        if (!asks.contains(Ask.PIN)) {
            enterPinBeforehand(person);
        }
        world.backOffice().askForPassword(asks.contains(Ask.PASSWORD));
    }

    @Given("{person} left his unlocked CAC in the second reader of {person}'s computer")
    public void leftUnlockedCard(Person owner, Person other) {
        owner.cac().putInto(other.computer().secondReader());
        other.computer().certificates().publish(other.computer().secondReader().certificates());
        try (Pin pin = owner.cac().pin()) {
            other.computer().unlock(other.computer().secondReader(), pin);
        }
    }

    @Given("{person} has an older password and a more recent one")
    @Needs(Need.PASSWORD_CHANGE)
    public void hasTwoPasswords(Person person) {
        Password older = person.password();
        world.backOffice().issueAnotherPassword(person.member());
        person.remembers(older, person.password());
    }

    @When("{person} is asked for the certificate")
    public void isAskedForCertificate(Person person) {
        prompts(person).willChoose(none -> false);
        person.registers(person.password());
    }

    @When("{person} registers and chooses {person}'s certificate")
    public void chooseAnothers(Person person, Person owner) {
        prompts(person).willChoose(owner.member()::isNamedIn);
        person.registers(person.password());
    }

    @When("{person} registers and chooses no certificate")
    public void chooseNone(Person person) {
        isAskedForCertificate(person);
    }

    @When("{person} registers and enters a wrong PIN")
    public void enterWrongPin(Person person) {
        prompts(person).willEnter(() -> Optional.of(person.cac().wrongPin()));
        person.registers(person.password());
    }

    @When("{person} registers and enters no PIN")
    public void enterNoPin(Person person) {
        prompts(person).willEnter(Optional::empty);
        person.registers(person.password());
    }

    @When("{person} registers and enters her most recent password")
    public void enterNewest(Person person) {
        person.registers(person.newPassword());
    }

    @When("{person} registers and enters her older password")
    public void enterOlder(Person person) {
        person.registersLoggedInWith(person.newPassword(), person.olderPassword());
    }

    @When("{person} registers and enters a wrong password")
    @Needs(Need.OTHER_PASSWORD)
    public void enterWrongPassword(Person person) {
        person.registersLoggedInWith(person.password(), world.backOffice().newPassword());
    }

    @Then("{person} was asked for {asks}")
    public void wasAsked(Person person, Set<Ask> asks) {
        assertThat(prompts(person).asked())
                .as("what %s was asked for", person.member().name())
                .isEqualTo(asks);
    }

    @Then("the certificates for identity and for e-mail signature are offered")
    public void offered() {
        List<X509Certificate> all = world.front().cac().certificates();
        assertThat(prompts(world.front()).offered())
                .as("what the chooser offers")
                .containsExactly(all.get(0), all.get(1));
    }

    @Then("the PIN dialog says that {int} tries are left")
    public void dialogSaysTriesLeft(int left) {
        assertThat(prompts(world.front()).pinDialog()).as("the PIN dialog").contains(left + " tries left");
        assertThat(world.front().cac().triesLeft()).as("tries left on the card").isEqualTo(left);
    }

    @Then("the PIN dialog says that the CAC is blocked")
    public void dialogSaysBlocked() {
        assertThat(prompts(world.front()).pinDialog()).as("the PIN dialog").contains("blocked");
    }

    @Then("the portal refuses the registration because {registrationRefusal}")
    public void refuses(RegistrationRefusal reason) {
        Person person = world.front();
        assertThat(person.registration().refusal())
                .as("why the portal refuses; the screen: %s", person.screen().text())
                .contains(reason);
    }

    private static void enterPinBeforehand(Person person) {
        try (Pin pin = person.cac().pin()) {
            person.computer().unlock(person.computer().reader(), pin);
        }
    }

    private static Prompts prompts(Person person) {
        return person.computer().prompts();
    }
}
