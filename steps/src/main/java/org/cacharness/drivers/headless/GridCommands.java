package org.cacharness.drivers.headless;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.Response;

/** Sends the commands of a session to a Grid, and says so when the Grid does not have it any more. */
final class GridCommands implements CommandExecutor {
    private static final String LOST = "invalid session id";

    private final CommandExecutor commands;
    private final URI grid;
    private volatile boolean lost;

    GridCommands(CommandExecutor commands, URI grid) {
        this.commands = commands;
        this.grid = grid;
    }

    /** Whether the Grid has lost the session. */
    boolean isLost() {
        return lost;
    }

    @Override
    public Response execute(Command command) throws IOException {
        Response answer;
        try {
            answer = commands.execute(command);
        } catch (SessionNotCreatedException refused) {
            throw refused;
        } catch (IOException | UncheckedIOException | WebDriverException unreachable) {
            throw lost(command, unreachable.getMessage(), unreachable);
        }
        if (LOST.equals(answer.getState()) || answer.getValue() instanceof NoSuchSessionException) {
            throw lost(command, String.valueOf(answer.getValue()), null);
        }
        return answer;
    }

    private IllegalStateException lost(Command command, @Nullable String why, @Nullable Throwable cause) {
        lost = true;
        return new IllegalStateException(
                "Grid " + grid + ", " + command.getName() + ": expected the session " + command.getSessionId()
                        + ", the Grid has lost it: " + GridSession.firstLine(why)
                        + ": see that its node is up, and whether its --session-timeout is too short",
                cause);
    }
}
