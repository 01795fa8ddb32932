package org.cacharness.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.cacharness.drivers.ForbiddenPage;
import org.cacharness.drivers.Workstation;

/** The 403 that a corrupt temporary internet file causes, and the way out of it. */
public final class ForbiddenSteps {
    private final World world;

    /** Steps of one scenario. */
    public ForbiddenSteps(World world) {
        this.world = world;
    }

    @Given("a temporary internet file of {person}'s browser is corrupt")
    @Needs(Need.DAMAGED_FILE)
    public void corruptFile(Person person) {
        world.backOffice().corruptNextFile();
        person.login().typeAddress();
    }

    @Given("{person} gets a 403 because of a corrupt temporary internet file")
    @Needs(Need.DAMAGED_FILE)
    public void forbidden(Person person) {
        corruptFile(person);
        person.login().logInHere(person.member(), person.password());
        answersForbidden(ForbiddenPage.HEADING);
    }

    @When("{person} reloads the page")
    public void reload(Person person) {
        person.computer().browser().reload();
    }

    @When("{person} logs in again")
    public void logInAgain(Person person) {
        person.login().logIn(person.member(), person.password());
    }

    @When("{person} closes every browser, opens a new one and types the address")
    public void closeOnly(Person person) {
        person.computer().closeEveryBrowser();
        person.login().typeAddress();
    }

    @When("{person} deletes the temporary files and types the address in the same browser")
    public void deleteOnly(Person person) {
        person.computer().temporaryFiles().deleteAll();
        person.login().typeAddress();
    }

    @When("{person} deletes the temporary files, closes one of two browsers and types the address")
    public void closeOneOfTwo(Person person) {
        person.computer().browser().openAnotherWindow();
        person.login().typeAddress();
        person.computer().temporaryFiles().deleteAll();
        person.computer().browser().closeWindow();
        person.login().typeAddress();
    }

    @When("{person} deletes the temporary files, closes every browser and goes back to the last page")
    public void backToLastPage(Person person) {
        Workstation computer = person.computer();
        computer.temporaryFiles().deleteAll();
        computer.closeEveryBrowser();
        computer.browser().go(computer.lastPage());
    }

    @When("{person} deletes the temporary files, closes every browser, opens a new one and types the address")
    public void recover(Person person) {
        person.computer().temporaryFiles().deleteAll();
        person.computer().closeEveryBrowser();
        person.login().typeAddress();
    }

    @Then("the portal answers {string}")
    public void answersForbidden(String heading) {
        assertThat(world.front().screen().isHeaded(heading))
                .as("%s; the screen: %s", heading, world.front().screen().text())
                .isTrue();
    }

    @Then("the 403 is still there")
    public void stillForbidden() {
        Person person = world.front();
        if (!person.screen().isHeaded(ForbiddenPage.HEADING)) {
            person.login().logInHere(person.member(), person.password());
        }
        answersForbidden(ForbiddenPage.HEADING);
        reload(person);
        answersForbidden(ForbiddenPage.HEADING);
    }

    @Then("{person} can log in with her username and password")
    public void canLogIn(Person person) {
        person.login().logInHere(person.member(), person.password());
        assertThat(person.account().isHome())
                .as("the account home; the screen: %s", person.screen().text())
                .isTrue();
    }

    @Then("the file in the cache differs from the one that the portal serves")
    @Needs(Need.DAMAGED_FILE)
    public void fileDiffers() {
        assertThat(world.front()
                        .computer()
                        .temporaryFiles()
                        .endingIn(world.backOffice().cacheableFilePath()))
                .as("the file in the cache")
                .hasValueSatisfying(
                        file -> assertThat(file).isNotEqualTo(world.backOffice().cacheableFile()));
    }
}
