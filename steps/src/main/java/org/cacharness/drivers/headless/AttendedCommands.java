package org.cacharness.drivers.headless;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.Response;

/**
 * Sends the commands of a WebDriver. A command that leads to a page is answered when the page is there, which may depend on what the
 * person answers to the bridge: so the person, who waits for the answer, is open to questions meanwhile.
 */
final class AttendedCommands implements CommandExecutor {
    private final CommandExecutor commands;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "chromium-command");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Attendant person;

    AttendedCommands(CommandExecutor commands) {
        this.commands = commands;
    }

    /** From now on this person waits for the answers. */
    void attendedBy(@Nullable Attendant whoever) {
        person = whoever;
    }

    @Override
    public Response execute(Command command) throws IOException {
        Attendant waiting = person;
        if (waiting == null) {
            return commands.execute(command);
        }
        CompletableFuture<Response> answer = new CompletableFuture<>();
        sender.execute(() -> {
            try {
                answer.complete(commands.execute(command));
            } catch (IOException | RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        return awaited(command, answer, waiting);
    }

    private static Response awaited(Command command, CompletableFuture<Response> answer, Attendant waiting)
            throws IOException {
        try {
            waiting.attendUntil(answer);
            return answer.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new WebDriverException("Chromium, " + command.getName() + ": interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof IOException unreachable) {
                throw unreachable;
            }
            throw new WebDriverException(failed.getCause());
        }
    }

    /** Ends the thread; a command that is still on its way is given up. */
    void close() {
        sender.shutdownNow();
    }
}
