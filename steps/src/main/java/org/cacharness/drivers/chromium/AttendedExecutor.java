package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.Response;

/**
 * Sends the commands of a WebDriver, each with a limit of time. While Chromium shows a native dialog it answers no command, so
 * whoever waits here for an answer attends to the dialogs meanwhile, whichever command it is that meets one.
 */
final class AttendedExecutor implements CommandExecutor {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 20;

    private final CommandExecutor commands;
    private final Consumer<BooleanSupplier> attendant;
    private final Runnable dismissal;
    private final Supplier<String> lastWords;
    private final ExecutorService sender = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "chromium-command");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Attends to the commands of one browser.
     *
     * @param commands sends them
     * @param attendant looks after the dialogs, and is told how to see whether the command is done
     * @param dismissal closes them, where the attendant does not want to answer
     * @param lastWords what the browser said, if it should end by itself
     */
    AttendedExecutor(
            CommandExecutor commands,
            Consumer<BooleanSupplier> attendant,
            Runnable dismissal,
            Supplier<String> lastWords) {
        this.commands = commands;
        this.attendant = attendant;
        this.dismissal = dismissal;
        this.lastWords = lastWords;
    }

    @Override
    public Response execute(Command command) throws IOException {
        Future<Response> answer = sender.submit(() -> commands.execute(command));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return ofRunningBrowser(command, answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException busy) {
                attend(answer);
            } catch (ExecutionException failed) {
                throw explained(failed.getCause());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new WebDriverException("Chromium, " + command.getName() + ": interrupted", stop);
            }
        }
        answer.cancel(true);
        throw new WebDriverException("Chromium, " + command.getName() + ": expected an answer within "
                + LIMIT.toSeconds() + " s, got none: does it show a dialog that nobody knows?");
    }

    /** Ends the threads; a command that is still on its way is given up. */
    void close() {
        sender.shutdownNow();
    }

    private void attend(Future<Response> answer) {
        try {
            attendant.accept(answer::isDone);
        } catch (RuntimeException unwilling) {
            dismissal.run();
            // As another exception Selenium would tell it as a browser that cannot be reached
            throw new WebDriverException(unwilling.getMessage(), unwilling);
        }
    }

    /** What the driver says of an error is the value of its answer. */
    private Response ofRunningBrowser(Command command, Response answer) {
        if (answer.getValue() instanceof NoSuchSessionException ended) {
            throw new WebDriverException(
                    "Chromium, " + command.getName() + ": expected a running browser, it has ended; it said: "
                            + lastWords.get() + ": run the scenario again",
                    ended);
        }
        return answer;
    }

    private static RuntimeException explained(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException unreachable) {
            throw unreachable;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new WebDriverException(cause);
    }
}
