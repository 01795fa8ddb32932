package org.cacharness.report;

import io.cucumber.plugin.event.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Predicate;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** Cucumber's results in the harness's words, masked. */
final class Verdicts {
    /** What can be read at a glance, in lists of many; the whole message begins the stack trace. */
    private static final int REASON_LENGTH = 400;

    private final Predicate<Throwable> refuses;
    private final Secrets secrets;

    Verdicts(Predicate<Throwable> refuses, Secrets secrets) {
        this.refuses = refuses;
        this.secrets = secrets;
    }

    /** What a result means for the step or scenario of this name. */
    Verdict of(Result result, String name) {
        Throwable error = result.getError();
        return switch (result.getStatus()) {
            case PASSED -> new Verdict(Outcome.PASSED, null, null);
            case SKIPPED -> new Verdict(Outcome.NOT_RUN, error == null ? null : message(error), null);
            case PENDING -> new Verdict(Outcome.FAILED, "the step is not written yet", null);
            case UNDEFINED -> new Verdict(Outcome.FAILED, "no step definition for \"" + name + "\"", null);
            case AMBIGUOUS -> new Verdict(Outcome.FAILED, messageOr(error, "more than one step definition fits"), null);
            default -> failed(error);
        };
    }

    private Verdict failed(@Nullable Throwable error) {
        if (error == null) {
            return new Verdict(Outcome.FAILED, "failed without a reason", null);
        }
        Outcome outcome = refuses.test(error) ? Outcome.REFUSED : Outcome.FAILED;
        return new Verdict(outcome, message(error), trace(error));
    }

    private String messageOr(@Nullable Throwable error, String otherwise) {
        return error == null ? otherwise : message(error);
    }

    private String message(Throwable error) {
        String message = error.getMessage();
        return shortened(secrets.mask(
                message == null || message.isBlank() ? error.getClass().getSimpleName() : message.strip()));
    }

    /** Beginning and end, because AssertJ says what was checked first, and what was expected and found last. */
    private static String shortened(String message) {
        if (message.length() <= REASON_LENGTH) {
            return message;
        }
        int half = REASON_LENGTH / 2;
        return message.substring(0, half).stripTrailing() + " … "
                + message.substring(message.length() - half).stripLeading();
    }

    private String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return secrets.mask(text.toString());
    }

    /** Outcome, reason and stack trace. */
    record Verdict(
            Outcome outcome,
            @Nullable String reason,
            @Nullable String trace) {}
}
