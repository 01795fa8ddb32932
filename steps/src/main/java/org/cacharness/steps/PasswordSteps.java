package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import org.cacharness.drivers.LoginRefusal;
import org.cacharness.drivers.Password;

/** Changing the password for 150 days. */
public final class PasswordSteps {
    private final World world;

    /** Steps of one scenario. */
    public PasswordSteps(World world) {
        this.world = world;
    }

    @When("{person} changes her password for 150 days")
    @When("{person} tries to change her password for 150 days")
    @Needs(Need.PASSWORD_CHANGE)
    public void change(Person person) {
        Password next = world.backOffice().newPassword();
        person.remembers(person.password(), next);
        person.account().changePasswordFor150Days(next);
    }

    @Given("{person} has changed her password for 150 days")
    @Needs(Need.PASSWORD_CHANGE)
    public void hasChanged(Person person) {
        person.isLoggedInWithRegisteredCac();
        change(person);
        lasts150Days();
        person.computer().closeEveryBrowser();
    }

    @When("{person} logs in with her new password {int} days later")
    @Needs(Need.CLOCK)
    public void logInLater(Person person, int days) {
        world.backOffice().pass(Duration.ofDays(days));
        person.login().logIn(person.member(), person.newPassword());
    }

    @Then("the portal says that the password lasts 150 days")
    public void lasts150Days() {
        assertThat(front().account().saysValidFor150Days())
                .as(
                        "changed and valid for 150 days; the screen: %s",
                        front().screen().text())
                .isTrue();
    }

    @Then("{person}'s new password logs her in")
    public void newPasswordWorks(Person person) {
        person.computer().closeEveryBrowser();
        person.login().logIn(person.member(), person.newPassword());
        assertThat(person.account().isHome())
                .as("the account home; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("the portal says that a CAC Login is needed for 150 days")
    public void cacLoginNeeded() {
        assertThat(front().account().saysCacLoginNeeded())
                .as("CAC Login is needed; the screen: %s", front().screen().text())
                .isTrue();
    }

    @Then("the portal says that the password has expired and leads to Reset Password")
    public void expired() {
        assertThat(front().login().refusal())
                .as("why the portal refuses; the screen: %s", front().screen().text())
                .contains(LoginRefusal.PASSWORD_EXPIRED);
        assertThat(front().login().offersReset())
                .as("Reset Password is offered")
                .isTrue();
    }

    private Person front() {
        return world.front();
    }
}
