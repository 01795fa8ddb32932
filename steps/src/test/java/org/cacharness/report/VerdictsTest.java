package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import java.time.Duration;
import org.cacharness.report.Verdicts.Verdict;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private final Secrets secrets = new Secrets();
    private final Verdicts verdicts = new Verdicts(IllegalCallerException.class::isInstance, secrets);

    @Test
    void a_short_message_is_the_reason_as_it_is() {
        assertThat(failed("expected one, got two").reason()).isEqualTo("expected one, got two");
    }

    @Test
    void of_a_long_message_beginning_and_end_are_the_reason_and_all_of_it_is_in_the_trace() {
        String message = "the account home; the screen: " + "Welcome ".repeat(200) + "Expecting true but was false";

        Verdict verdict = failed(message);

        assertThat(verdict.reason())
                .startsWith("the account home")
                .contains(" … ")
                .endsWith("Expecting true but was false")
                .hasSizeLessThan(410);
        assertThat(verdict.trace()).contains(message);
    }

    @Test
    void a_secret_that_the_shortening_cuts_was_masked_before() {
        String secret = "Zx7-Quarry-Lamp-19";
        secrets.register(SecretKind.PASSWORD, secret.toCharArray());
        for (int before = 180; before < 202; before++) {
            String message = "x".repeat(before) + secret + "y".repeat(600);

            assertThat(failed(message).reason()).doesNotContain("Zx7", "Quarry", "Lamp");
        }
    }

    @Test
    void what_was_refused_has_not_failed() {
        Verdict verdict = verdicts.of(failure(new IllegalCallerException("below the floor")), "a step");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
    }

    private Verdict failed(String message) {
        return verdicts.of(failure(new AssertionError(message)), "a step");
    }

    private static Result failure(Throwable error) {
        return new Result(Status.FAILED, Duration.ZERO, error);
    }
}
