package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts the mocked portal alone, for a person with a browser. */
@FunctionalInterface
public interface PortalLauncher {
    /**
     * Starts it.
     *
     * @throws BadInputException if a port is taken or the stubs or personas are damaged
     */
    RunningPortal launch(Request request) throws BadInputException;

    /**
     * What the user asked.
     *
     * @param port of the pages that need no card, 0 for any free one
     * @param cacPort of the pages that ask for a certificate, 0 for any free one
     * @param stubs folder of stubs instead of the built-in ones, or null
     * @param personas folder or file of personas instead of the built-in ones, or null
     */
    record Request(
            int port,
            int cacPort,
            @Nullable Path stubs,
            @Nullable Path personas) {}

    /** A portal that runs until it is closed. */
    interface RunningPortal extends AutoCloseable {
        /** What to tell the user, line by line: addresses, demonstration accounts, where the test issuers' certificates are. */
        List<String> greeting();

        @Override
        void close();
    }
}
