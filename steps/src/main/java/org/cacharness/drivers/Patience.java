package org.cacharness.drivers;

import java.time.Duration;
import java.util.function.Supplier;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;

/**
 * The one wait of the harness: a condition, a deadline, and a message for when it passes.
 *
 * @param limit how long to go on asking; zero asks once, which suits a browser that answers when the page is complete
 * @param pause between two questions
 */
public record Patience(Duration limit, Duration pause) {
    private static final Duration SHORT = Duration.ofMillis(5);

    /**
     * Asks again and again, with pauses that nobody notices.
     *
     * @param limit how long to go on asking
     */
    public Patience(Duration limit) {
        this(limit, SHORT);
    }

    /** Asks once. */
    public static Patience none() {
        return new Patience(Duration.ZERO);
    }

    /**
     * Asks until the answer is true or the time is up. A page that changes while it is looked at is asked again.
     *
     * @return whether the condition became true in time
     */
    public boolean until(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            if (holds(condition)) {
                return true;
            }
            if (System.nanoTime() >= deadline || !rest()) {
                return false;
            }
        }
    }

    private static boolean holds(Supplier<Boolean> condition) {
        try {
            return condition.get();
        } catch (StaleElementReferenceException changing) {
            return false;
        } catch (WebDriverException unavailable) {
            throw unavailable;
        }
    }

    private boolean rest() {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
