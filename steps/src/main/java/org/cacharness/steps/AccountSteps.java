package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginRefusal;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.PortalBackOffice;

/** Step 1: logging in and out, and Reset Password. */
public final class AccountSteps {
    private final World world;

    /** Steps of one scenario. */
    public AccountSteps(World world) {
        this.world = world;
    }

    @Given("{person} is logged in with her password")
    @When("{person} logs in with her username and password")
    public void logInWithPassword(Person person) {
        person.login().logIn(person.member(), person.password());
    }

    @When("{person} logs in at his own computer")
    public void logInAtOwnComputer(Person person) {
        logInWithPassword(person);
    }

    @When("{person} logs in with a wrong password")
    @Needs(Need.OTHER_PASSWORD)
    public void logInWithWrongPassword(Person person) {
        person.login().logIn(person.member(), backOffice().newPassword());
    }

    @When("{person} logs out")
    public void logOut(Person person) {
        person.login().logOut();
    }

    @Given("{person} has been issued a new password at Reset Password")
    @Needs(Need.PASSWORD_CHANGE)
    public void resetPassword(Person person) {
        Password older = person.password();
        person.login().resetPassword(person.member(), person.member().dodIdNumber());
        Optional<Password> issued = person.login().issuedPassword();
        assertThat(issued)
                .as(
                        "the password that Reset Password shows to %s",
                        person.member().name())
                .isPresent();
        person.remembers(older, issued.orElseThrow());
    }

    @When("{person} asks for a new password for {person}'s account with his own DoD ID number")
    @Needs(Need.PASSWORD_CHANGE)
    public void resetForAnotherPerson(Person asking, Person account) {
        asking.login().resetPassword(account.member(), asking.member().dodIdNumber());
    }

    @When("{person} logs in with her new password")
    public void logInWithNewPassword(Person person) {
        person.login().logIn(person.member(), person.newPassword());
    }

    @When("{person} logs in with her older password")
    public void logInWithOlderPassword(Person person) {
        person.login().logIn(person.member(), person.olderPassword());
    }

    @Given("{person} is logged in with her registered CAC")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void logInWithRegisteredCac(Person person) {
        person.isLoggedInWithRegisteredCac();
        assertThat(person.account().isHome())
                .as("%s is logged in", person.member().name())
                .isTrue();
    }

    @Given("{person}'s browser has the certificates of her/his/the CAC")
    public void makeAvailable(Person person) {
        person.hasCertificatesAvailable();
    }

    @Given("{person}'s CAC was pulled while she was logged in with it")
    @Needs(Need.ARRANGED_REGISTRATION)
    public void pulledWhileLoggedIn(Person person) {
        logInWithRegisteredCac(person);
        person.cac().pull();
    }

    @When("{person} logs in with {word} CAC")
    public void logInWithCac(Person person, String whose) {
        if (!person.computer().reader().hasCard()) {
            makeAvailable(person);
        }
        person.login().cacLogin();
    }

    @When("{person} logs in with her/his previous CAC")
    public void logInWithPreviousCac(Person person) {
        person.uses(CacIssue.PREVIOUS);
        makeAvailable(person);
        person.login().cacLogin();
    }

    @Then("{person}'s account home is shown")
    public void homeIsShown(Person person) {
        assertThat(person.account().isHome())
                .as("the account home is shown; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("{person}'s account home says that she logged in with her {word}")
    public void homeSaysHow(Person person, String means) {
        person.account().goHome();
        assertThat(person.account().saysLoggedInWith(means))
                .as(
                        "logged in with the %s; the screen: %s",
                        means, person.screen().text())
                .isTrue();
    }

    @Then("{person}'s account asks for a login")
    public void accountAsksForLogin(Person person) {
        person.account().goHome();
        asksToLogIn(person);
    }

    @Then("the portal asks {person} to log in")
    public void asksToLogIn(Person person) {
        assertThat(person.login().isAskedFor())
                .as("the login page; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("{person} has no session")
    public void hasNoSession(Person person) {
        assertThat(backOffice().sessions(person.member()).orElse(0))
                .as("sessions of the account, where they can be seen")
                .isZero();
        hasNoHome(person);
    }

    @Then("the portal refuses the login because {loginRefusal}")
    public void refusesLogin(LoginRefusal reason) {
        Person person = world.front();
        assertThat(person.login().refusal())
                .as("why the portal refuses; the screen: %s", person.screen().text())
                .contains(reason);
    }

    @Then("CAC Login does not let {person} in")
    public void cacLoginRefused(Person person) {
        refusesLogin(LoginRefusal.NO_CERTIFICATE);
        hasNoHome(person);
    }

    @Then("no new password is issued")
    public void nothingIssued() {
        assertThat(world.front().login().issuedPassword())
                .as("the password that Reset Password shows")
                .isEmpty();
    }

    @Then("{person}'s password still logs her in")
    public void passwordStillWorks(Person person) {
        logInWithPassword(person);
        homeIsShown(person);
    }

    @Then("{person} is not logged in")
    public void hasNoHome(Person person) {
        person.account().goHome();
        assertThat(person.account().isHome()).as("the account home is shown").isFalse();
    }

    private PortalBackOffice backOffice() {
        return world.backOffice();
    }
}
