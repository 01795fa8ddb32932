package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.Screen;

/** Changing the password for 150 days. */
public final class PasswordSteps {
    private final World world;

    /** Steps of one scenario. */
    public PasswordSteps(World world) {
        this.world = world;
    }

    @When("{person} changes her password for 150 days")
    @When("{person} tries to change her password for 150 days")
    public void change(Person person) {
        Password now = person.password();
        Password next = world.backOffice().newPassword();
        person.remembers(now, next);
        person.account().changePasswordFor150Days(now, next);
    }

    @Given("{person} has changed her password for 150 days")
    public void hasChanged(Person person) {
        person.isLoggedInWithRegisteredCac();
        change(person);
        lasts150Days();
        person.computer().closeEveryBrowser();
    }

    @When("{person} logs in with her new password {int} days later")
    public void logInLater(Person person, int days) {
        world.backOffice().pass(Duration.ofDays(days));
        person.login().logIn(person.member(), person.newPassword());
    }

    @Then("the portal says that the password lasts 150 days")
    public void lasts150Days() {
        assertThat(screen().says("valid for 150 days")).as("valid for 150 days; the screen: %s", screen().text()).isTrue();
    }

    @Then("{person}'s new password logs her in")
    public void newPasswordWorks(Person person) {
        person.computer().closeEveryBrowser();
        person.login().logIn(person.member(), person.newPassword());
        assertThat(person.account().isHome()).as("the account home; the screen: %s", person.screen().text()).isTrue();
    }

    @Then("the portal says that a CAC Login is needed for 150 days")
    public void cacLoginNeeded() {
        assertThat(screen().says("CAC Login")).as("CAC Login is needed; the screen: %s", screen().text()).isTrue();
    }

    @Then("the portal says that the password has expired and leads to Reset Password")
    public void expired() {
        assertThat(screen().says("has expired")).as("has expired; the screen: %s", screen().text()).isTrue();
        assertThat(screen().offers("Reset Password")).as("Reset Password is offered").isTrue();
    }

    private Screen screen() {
        return world.front().screen();
    }
}
