package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.PortalBackOffice;

/** Steps 4, 5 and 7: the registration page, what is registered, and the confirmation. */
public final class RegistrationSteps {
    private final World world;

    /** Steps of one scenario. */
    public RegistrationSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s previous CAC is registered")
    public void previousCacIsRegistered(Person person) {
        register(person, CacIssue.PREVIOUS);
    }

    @Given("{person}'s CAC is registered")
    public void cacIsRegistered(Person person) {
        register(person, CacIssue.CURRENT);
    }

    @Given("{person} has cleared the registration of her previous CAC")
    public void previousCacIsCleared(Person person) {
        previousCacIsRegistered(person);
        backOffice().clear(person.member());
    }

    @Given("{person}'s registration page says {string}")
    public void pageSays(Person person, String screen) {
        if (screen.equals("Current Registered Information")) {
            previousCacIsRegistered(person);
        }
        openPage(person);
        assertThat(person.screen().says(screen))
                .as("\"%s\"; the screen: %s", screen, person.screen().text())
                .isTrue();
    }

    @When("{person} goes to CAC-Cert Registration")
    public void goToPage(Person person) {
        person.account().goToRegistration();
    }

    @When("{person} opens her registration page")
    public void openPage(Person person) {
        person.login().logIn(person.member(), person.password());
        goToPage(person);
    }

    @When("{person} goes to the registration page without logging in")
    public void goToPageDirectly(Person person) {
        person.account().goToRegistrationDirectly();
    }

    @When("{person} clears her registered information")
    public void clear(Person person) {
        openPage(person);
        person.registration().clear();
    }

    @Given("{person} has registered her CAC")
    public void hasRegistered(Person person) {
        person.hasCertificatesAvailable();
        register(person);
        person.computer().closeEveryBrowser();
    }

    @When("{person} registers her CAC")
    @When("{person} registers the CAC")
    public void register(Person person) {
        person.registers(person.password());
    }

    @Then("the registration page of {person}'s account is shown")
    public void pageOfAccount(Person person) {
        assertThat(person.registration().isOpen())
                .as("the registration page; the screen: %s", person.screen().text())
                .isTrue();
        assertThat(person.screen().text()).contains(person.member().certificateName());
    }

    @Then("the screen says that {person} is not registered")
    public void saysNotRegistered(Person person) {
        assertThat(person.registration().saysNotRegistered())
                .as("not registered; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("the screen shows the Current Registered Information of {person}'s previous CAC")
    public void showsPrevious(Person person) {
        assertThat(person.registration().showsRegisteredInformation()).isTrue();
        assertThat(person.screen().text()).containsIgnoringCase(serial(person.cac(CacIssue.PREVIOUS)));
    }

    @Then("{person} has nothing registered")
    public void nothingRegistered(Person person) {
        assertThat(person.registered()).as("what the portal holds").isEmpty();
    }

    @Then("{person} can go on to register")
    public void canGoOn(Person person) {
        assertThat(person.registration().canRegister())
                .as("Register is offered")
                .isTrue();
    }

    @Then("{person}'s CAC is still registered")
    public void stillRegistered(Person person) {
        assertThat(person.registered()).as("what the portal holds").contains(nameOf(person.cac()));
    }

    @Then("a screen says that {person} has registered her/his CAC")
    public void confirmed(Person person) {
        assertThat(person.registration().isConfirmed())
                .as("the confirmation; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("the screen names the certificate of {person}'s CAC")
    public void namesCertificate(Person person) {
        assertThat(person.screen().text())
                .contains(person.member().certificateName())
                .containsIgnoringCase(serial(person.cac()));
    }

    @Then("the portal holds the certificate of {person}'s CAC for {word} account")
    public void portalHolds(Person person, String whose) {
        assertThat(person.registered()).as("what the portal holds").contains(nameOf(person.cac()));
    }

    /** What the portal holds is what it held, the password is the one it was, and nobody can log in by CAC. */
    @Then("{person}'s account is unchanged")
    public void unchanged(Person person) {
        assertThat(person.registered()).as("what the portal holds").isEqualTo(person.registeredBefore());
        person.computer().closeEveryBrowser();
        person.login().logIn(person.member(), person.password());
        assertThat(person.account().isHome())
                .as(
                        "the password still logs in; the screen: %s",
                        person.screen().text())
                .isTrue();
        person.account().goToRegistration();
        assertThat(person.registration().saysNotRegistered())
                .as("not registered; the screen: %s", person.screen().text())
                .isTrue();
    }

    private void register(Person person, CacIssue issue) {
        backOffice().register(person.member(), person.cac(issue).certificate());
    }

    private static String nameOf(CacInHand card) {
        return PortalBackOffice.nameOf(card.certificate());
    }

    private static String serial(CacInHand card) {
        return card.certificate().getSerialNumber().toString(16);
    }

    private PortalBackOffice backOffice() {
        return world.backOffice();
    }
}
