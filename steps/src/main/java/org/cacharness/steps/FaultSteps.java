package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cacharness.drivers.FaultName;

/** Cards that are at fault, what happens to them at the wrong moment, and what the member sees of it. */
public final class FaultSteps {
    private final World world;

    /** Steps of one scenario. */
    public FaultSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s CAC has a fault: {trouble}")
    public void isInTrouble(Person person, Trouble trouble) {
        person.suffers(trouble.fault(), person::cac);
    }

    @Given("{person}'s CAC is in another reader of {person}'s computer")
    public void isInAnotherReader(Person owner, Person other) {
        other.suffers(new FaultName("two-readers"), owner::cac);
    }

    @Given("{person}'s CAC takes the place of {person}'s while the PIN is asked for")
    public void takesThePlace(Person owner, Person other) {
        other.suffers(new FaultName("swapped"), owner::cac);
    }

    @When("{person} registers and enters a PIN of four digits")
    public void registersWithShortPin(Person person) {
        person.computer().prompts().willEnter(() -> Optional.of(person.cac().shortPin()));
        person.registers(person.password());
    }

    @When("{person} puts her CAC in again and registers it")
    public void putsInAgainAndRegisters(Person person) {
        person.cac().pull();
        person.cac().putInto(person.computer().reader());
        registersAgain(person);
    }

    @When("{person} registers her CAC again")
    public void registersAgain(Person person) {
        person.computer().closeEveryBrowser();
        person.registers(person.password());
    }

    @Then("{person}'s browser cannot show the page")
    public void cannotShowPage(Person person) {
        assertThat(person.computer().browser().couldNotConnect())
                .as(
                        "a page of the browser's own; the screen: %s",
                        person.screen().text())
                .isTrue();
    }

    @Then("the PIN dialog says that 1 try is left")
    public void dialogSaysOneTryLeft() {
        assertThat(world.front().computer().prompts().pinDialog())
                .as("the PIN dialog")
                .contains("1 try left");
        assertThat(world.front().cac().triesLeft()).as("tries left on the card").isEqualTo(1);
    }

    @Then("the CAC software says that it cannot read the identity certificate")
    public void saysWhatItCannotRead() {
        assertThat(world.front().computer().reader().complaints())
                .as("what the CAC software could not read")
                .singleElement()
                .asString()
                .containsIgnoringCase("identity");
    }

    @Then("the certificate for e-mail signature alone is offered")
    public void emailSignatureAlone() {
        assertThat(offered(world.front()))
                .as("what the chooser offers")
                .containsExactly(CertificateUse.EMAIL_SIGNATURE.of(world.front().cac()));
    }

    @Then("the certificates of {person}'s CAC and of {person}'s are offered")
    public void bothAreOffered(Person one, Person other) {
        assertThat(offered(one))
                .as("what the chooser offers")
                .containsExactlyInAnyOrderElementsOf(Stream.of(one, other)
                        .flatMap(person -> person.cac().certificates().stream().limit(2))
                        .toList());
    }

    @Then("the CAC in {person}'s reader is {person}'s")
    public void readerHolds(Person person, Person owner) {
        assertThat(person.computer().reader().certificates())
                .as("what is in the reader")
                .isEqualTo(owner.cac().certificates());
    }

    @Then("{person}'s CAC is sent no PIN")
    public void isSentNoPin(Person person) {
        assertThat(person.cac().presentations())
                .as("PINs that the card was sent")
                .isZero();
    }

    @Then("{person}'s CAC was sent the PIN {int} times")
    public void wasSentPin(Person person, int times) {
        assertThat(person.cac().presentations())
                .as("PINs that the card was sent")
                .isEqualTo(times);
    }

    @Then("the CAC software says that {person}'s CAC has expired")
    public void saysThatItHasExpired(Person person) {
        assertThat(person.computer().reader().lastDayOfCard())
                .as("the last day on the card")
                .get()
                .satisfies(day -> assertThat(day).isBefore(LocalDate.now(ZoneOffset.UTC)));
    }

    private static List<X509Certificate> offered(Person person) {
        return person.computer().prompts().offered();
    }
}
