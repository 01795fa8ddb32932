package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.security.cert.X509Certificate;
import java.util.List;
import org.cacharness.drivers.CardReader;

/** Step 2: the card and its reader. */
public final class CardSteps {
    private final World world;
    private List<X509Certificate> shown = List.of();
    private List<CardReader> listed = List.of();
    private boolean readerWasEmpty;

    /** Steps of one scenario. */
    public CardSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s CAC is in the reader")
    @When("{person} puts her CAC into the reader")
    public void putIn(Person person) {
        readerWasEmpty = !person.computer().reader().hasCard();
        person.cac().putInto(person.computer().reader());
    }

    @When("{person} pulls her CAC")
    public void pull(Person person) {
        person.cac().pull();
    }

    @When("{person} pulls her CAC and puts it in again")
    public void pullAndPutIn(Person person) {
        pull(person);
        putIn(person);
    }

    @When("{person} pulls her CAC and starts again with a new browser")
    public void pullAndStartAgain(Person person) {
        pull(person);
        startAgain(person);
    }

    @When("{person} puts her CAC in again and logs in with it in a new browser")
    public void putInAndStartAgain(Person person) {
        putIn(person);
        startAgain(person);
    }

    @Given("the certificates of {person}'s CAC {condition}")
    @Needs(
            value = Need.ISSUER,
            when = {"were revoked", "were suspended"})
    public void inCondition(Person person, CertificateCondition condition) {
        person.uses(condition.issue());
        person.hasCertificatesAvailable();
        condition.happensTo(person.cac());
    }

    @When("{person} looks at her CAC with the CAC software")
    public void look(Person person) {
        shown = person.computer().reader().certificates();
    }

    @When("{person} looks at her card readers")
    public void lookAtReaders(Person person) {
        listed = person.computer().readers();
    }

    @Then("a card reader with a card in it is listed")
    public void readerWithCardIsListed() {
        assertThat(listed).as("card readers with a card").anyMatch(CardReader::hasCard);
    }

    @Then("the CAC software shows the certificates of {person}'s CAC")
    public void certificatesAreShown(Person person) {
        assertThat(shown).isNotEmpty().containsExactlyElementsOf(person.cac().certificates());
    }

    @Then("the reader announces a card")
    public void cardIsAnnounced() {
        assertThat(readerWasEmpty).as("the reader was empty before").isTrue();
        assertThat(frontReader().announcesCard())
                .as("the reader's card-present event")
                .isTrue();
    }

    @Then("the card answers to reset")
    public void cardAnswersToReset() {
        assertThat(frontReader().answerToReset())
                .as("answer to reset, ISO/IEC 7816-3, 8.1: the initial character is 3B or 3F")
                .hasSizeGreaterThan(2)
                .matches(atr -> atr[0] == 0x3B || atr[0] == 0x3F);
    }

    private static void startAgain(Person person) {
        person.computer().closeEveryBrowser();
        person.login().cacLogin();
    }

    private CardReader frontReader() {
        return world.front().computer().reader();
    }
}
