package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.Middleware;

/** Step 3: the consoles of the CAC software. */
public final class ConsoleSteps {
    private final World world;

    /** Steps of one scenario. */
    public ConsoleSteps(World world) {
        this.world = world;
    }

    @Given("{person}'s certificates were made available with {middleware}")
    public void madeAvailable(Person person, Middleware middleware) {
        person.cac().putInto(person.computer().reader());
        makeAvailable(person, middleware);
    }

    @When("{person} makes her certificates available with {middleware}")
    public void makeAvailable(Person person, Middleware middleware) {
        world.makeAvailable(middleware, person);
    }

    @When("{person} asks {middleware} for her certificates without a card")
    public void askWithoutCard(Person person, Middleware middleware) {
        world.openConsole(middleware, person).askForCertificates();
    }

    @When("{person} chooses the {middleware} command")
    public void chooseCommand(Person person, Middleware middleware) {
        world.openConsole(middleware, person).giveCommand();
    }

    @When("{person} opens the ActivClient User Console")
    public void openActivClient(Person person) {
        world.openConsole(Middleware.ACTIVCLIENT, person).openWindow();
    }

    @When("{person} opens the Active Card Gold Utilities")
    public void openActivCardGold(Person person) {
        world.openConsole(Middleware.ACTIVCARD_GOLD, person).openWindow();
    }

    @When("{person} goes as far as {string} on the way to {middleware}")
    public void goAsFarAs(Person person, String part, Middleware middleware) {
        world.openConsole(middleware, person).goAsFarAs(part);
    }

    @Given("ActivClient shows its message")
    public void activClientShowsMessage() {
        chooseCommand(world.front(), Middleware.ACTIVCLIENT);
    }

    @Given("ActivCard Gold asks whether to register the certificates, and waits")
    public void activCardGoldWaits() {
        chooseCommand(world.front(), Middleware.ACTIVCARD_GOLD);
    }

    @Given("ActivCard Gold shows its message")
    public void activCardGoldShowsMessage() {
        activCardGoldWaits();
        console().answer("Yes");
    }

    @When("{person} answers {string}")
    public void answer(Person person, String button) {
        console().answer(button);
    }

    @When("{person} answers {string} and closes the window")
    public void answerAndClose(Person person, String button) {
        console().answer(button);
        console().closeWindow();
    }

    @When("{person} tries to close the window")
    public void tryToClose(Person person) {
        console().closeWindow();
    }

    @Then("{string} can be chosen")
    public void canBeChosen(String words) {
        assertThat(console().screen().offers(words))
                .as(
                        "%s can be chosen; the screen: %s",
                        words, console().screen().text())
                .isTrue();
    }

    @Then("the {middleware} window is open")
    public void windowIsOpen(Middleware middleware) {
        assertThat(console().middleware()).isEqualTo(middleware);
        assertThat(console().windowIsOpen())
                .as("a window is open; the screen: %s", console().screen().text())
                .isTrue();
    }

    @Then("no window is open")
    public void noWindowIsOpen() {
        assertThat(console().anyWindowIsOpen())
                .as("a window is open; the screen: %s", console().screen().text())
                .isFalse();
    }

    @Then("{middleware} says that no smart card is inserted")
    public void saysNoCard(Middleware middleware) {
        says("no smart card");
    }

    @Then("ActivClient says that the certificates were made available to Windows")
    public void saysMadeAvailable() {
        says("made available to Windows");
    }

    @Then("ActivCard Gold asks whether to register the certificates")
    public void asksWhetherToRegister() {
        assertThat(console().screen().offers("Yes")).as("the prompt offers Yes").isTrue();
        assertThat(console().screen().offers("No")).as("the prompt offers No").isTrue();
    }

    @Then("ActivCard Gold says that the certificate was successfully installed")
    public void saysInstalled() {
        says("successfully installed");
    }

    @Then("the message is still there")
    public void messageIsStillThere() {
        assertThat(console().screen().offers("OK"))
                .as("the message with OK is shown")
                .isTrue();
        assertThat(console().windowIsOpen()).as("the window is open").isTrue();
    }

    @Then("the prompt is still there")
    public void promptIsStillThere() {
        asksWhetherToRegister();
        assertThat(console().windowIsOpen()).as("the window is open").isTrue();
    }

    @Then("{person}'s browser has no certificates")
    public void browserHasNone(Person person) {
        assertThat(person.computer().certificates().certificates())
                .as("certificates in the browser's list")
                .isEmpty();
    }

    @Then("{person}'s browser has exactly the certificates of her CAC")
    public void browserHasThem(Person person) {
        assertThat(person.computer().certificates().certificates())
                .as("certificates in the browser's list")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(person.cac().certificates());
    }

    private void says(String words) {
        assertThat(console().screen().says(words))
                .as("\"%s\"; the screen: %s", words, console().screen().text())
                .isTrue();
    }

    private Console console() {
        return world.console();
    }
}
