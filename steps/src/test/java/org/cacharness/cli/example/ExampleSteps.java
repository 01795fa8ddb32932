package org.cacharness.cli.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.AfterStep;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A step for each thing that a scenario can come to. */
public final class ExampleSteps {
    private static final String PIN = "73914628";
    private static final Map<String, Integer> ATTEMPTS = new ConcurrentHashMap<>();
    private static final CountDownLatch CUT_OFF = new CountDownLatch(1);

    private final Secrets secrets;
    private @Nullable Scenario scenario;

    /** Receives the run's secrets. */
    public ExampleSteps(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Remembers where evidence goes. */
    @Before
    public void begin(Scenario scenario) {
        this.scenario = scenario;
        secrets.register(SecretKind.PIN, PIN.toCharArray());
    }

    /** Keeps what the member sees. */
    @AfterStep
    public void keep_the_page(Scenario scenario) {
        String page = "<!DOCTYPE html><html lang=\"en\"><head><title>Home</title><style>body{font-family:Georgia,serif;"
                + "margin:0}nav{background:#24405e;color:#fff;padding:16px 40px}main{padding:24px 40px}</style></head><body>"
                + "<nav>My Account</nav><main><h1>Registered information</h1><p>Signed in as <b>ada</b>.</p><form><label>"
                + "User name <input value=\"ada\"></label> <button>Register</button></form></main></body></html>";
        scenario.attach(page.getBytes(UTF_8), "text/html", "The portal's registration page");
    }

    /** A card that answers. */
    @Given("{word} has a CAC")
    public void has_a_cac(String person) {
        attach("00A4040007A0000000790300\n9000\n0020000008****\n9000", "card");
    }

    /** A number that the card has counted. */
    @When("{word} presents the PIN {int} time(s)")
    public void presents(String person, int times) {
        attach(Integer.toString(times), "pin-presentations");
    }

    /** Something that goes on until the run is interrupted. */
    @When("{word} waits")
    public void waits(String person) throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Something that fails because the run is interrupted; the process ends when another scenario comes after it. */
    @When("{word} is cut off")
    @SuppressWarnings("SystemOut")
    public void is_cut_off(String person) throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interrupted.countDown();
            try {
                CUT_OFF.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        System.out.println(person + " can be cut off");
        interrupted.await();
        throw new AssertionError("the browser has ended");
    }

    /** Lets the process end. */
    @When("{word} comes after")
    public void comes_after(String person) {
        CUT_OFF.countDown();
    }

    /** Something that goes on until the run is interrupted, if a file is not there. */
    @When("{word} waits unless {string} is there")
    public void waitsUnless(String person, String file) throws InterruptedException {
        if (!java.nio.file.Files.exists(java.nio.file.Path.of(file))) {
            waits(person);
        }
    }

    /** Something that works. */
    @When("{word} registers it")
    public void registers(String person) {}

    /** Something that does not. */
    @Then("the portal shows {string}")
    public void shows(String title) {
        assertThat("Registered").as("title of the page").isEqualTo(title);
    }

    /** Something that comes out another way when it is tried again. */
    @Then("reader {word} answers at attempt {int}")
    public void answersAtAttempt(String reader, int attempt) {
        int now = ATTEMPTS.merge(reader, 1, Integer::sum);
        assertThat(now).as("attempt at which the reader answers").isGreaterThanOrEqualTo(attempt);
    }

    /** Something that must not be done. */
    @Then("the card has {int} try left")
    public void nearly_blocked(int tries) {
        if (tries < 3) {
            throw new RefusedForExample("VERIFY: expected at least 3 tries left, got " + tries + ": use another card");
        }
    }

    /** Something that cannot be done here. */
    @Then("{word} pulls the card")
    @SuppressWarnings("DoNotCallSuggester")
    public void needs_a_person(String person) {
        throw new TestAbortedException("needs " + person + " at the reader");
    }

    /** A secret that was not masked. */
    @Then("the log tells the PIN")
    public void tells() {
        attach("presented " + PIN, "log");
    }

    /** A person's number that was not masked where it was written. */
    @Then("the log tells whose card it is")
    public void tells_whose_card() {
        secrets.hideCard("CARD-4711-0815");
        attach("card CARD-4711-0815", "log");
    }

    /** An error that names a person; Cucumber writes its message as it is. */
    @Then("the error tells whose card it is")
    @SuppressWarnings("DoNotCallSuggester")
    public void error_tells_whose_card() {
        secrets.hideCard("CARD-4711-0815");
        throw new AssertionError("expected another card, got CARD-4711-0815");
    }

    /** An error at which {@link ExampleHarness} breaks. */
    @Then("the harness breaks over the PIN")
    @SuppressWarnings("DoNotCallSuggester")
    public void breaks() {
        throw new IllegalStateException("over " + PIN);
    }

    private void attach(String text, String name) {
        Scenario open = scenario;
        assertThat(open).isNotNull();
        open.attach(text.getBytes(UTF_8), "text/plain", name);
    }

    /** Stands for a refusal. */
    public static final class RefusedForExample extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedForExample(String message) {
            super(message);
        }
    }
}
