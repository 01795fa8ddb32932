package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.Registration;

/** Steps 4, 5 and 7: the registration page, what is registered, and the confirmation. */
public final class RegistrationSteps {
    private final World world;

    /** Steps of one scenario. */
    public RegistrationSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s previous CAC is registered")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void previousCacIsRegistered(Person person) {
        register(person, CacIssue.PREVIOUS);
    }

    @Given("{person}'s CAC is registered")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void cacIsRegistered(Person person) {
        register(person, CacIssue.CURRENT);
    }

    @Given("{person} has cleared the registration of her previous CAC")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void previousCacIsCleared(Person person) {
        previousCacIsRegistered(person);
        backOffice().clear(person.member());
    }

    @Given("{person}'s registration page says {string}")
    @Needs(value = Need.ARRANGED_REGISTRATION, when = "Current Registered Information")
    public void pageSays(Person person, String screen) {
        boolean registered = screen.equals("Current Registered Information");
        if (registered) {
            previousCacIsRegistered(person);
        }
        openPage(person);
        Registration page = person.registration();
        assertThat(registered ? page.showsRegisteredInformation() : page.saysNotRegistered())
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
        namesCertificate(person, person.cac(CacIssue.PREVIOUS));
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
        portalHolds(person, "the");
    }

    @Then("a screen says that {person} has registered her/his CAC")
    public void confirmed(Person person) {
        assertThat(person.registration().isConfirmed())
                .as("the confirmation; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("the screen names the certificate of {person}'s CAC")
    public void namesCertificate(Person person) {
        assertThat(person.screen().text()).contains(person.member().certificateName());
        namesCertificate(person, person.cac());
    }

    private static void namesCertificate(Person person, CacInHand card) {
        assertThat(person.registration().names(card.certificate()))
                .as(
                        "the serial number %s; the screen: %s",
                        card.certificate().getSerialNumber().toString(16),
                        person.screen().text())
                .isTrue();
    }

    @Then("the portal holds the certificate of {person}'s CAC for {word} account")
    public void portalHolds(Person person, String whose) {
        assertThat(person.holds(person.cac().certificate()))
                .as(
                        "the portal holds %s; it holds %s",
                        PortalBackOffice.nameOf(person.cac().certificate()), person.registered())
                .isTrue();
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

    private PortalBackOffice backOffice() {
        return world.backOffice();
    }
}
