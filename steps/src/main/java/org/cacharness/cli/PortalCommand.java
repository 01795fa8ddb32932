package org.cacharness.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cac portal}. */
@Command(
        name = "portal",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the mocked portal until Ctrl-C, on this machine only, and prints its address and accounts.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./cac portal", "  ./cac portal --port 8443 --cac-port 8444", "  ./cac portal --stubs my-portal"})
final class PortalCommand implements Callable<Integer> {
    private final PortalLauncher launcher;
    private final Workplace workplace;

    @Option(names = "--port", paramLabel = "PORT", description = "Pages that need no card. Default: any free port")
    int port;

    @Option(
            names = "--cac-port",
            paramLabel = "PORT",
            description = "Pages that ask for a certificate. Default: any free port")
    int cacPort;

    @Option(names = "--stubs", paramLabel = "DIR", description = "Portal stubs instead of the built-in ones.")
    @Nullable
    Path stubs;

    @Option(names = "--personas", paramLabel = "PATH", description = "Personas instead of the built-in ones.")
    @Nullable
    Path personas;

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    PortalCommand(PortalLauncher launcher, Workplace workplace) {
        this.launcher = launcher;
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException {
        requireFree("--port", port);
        requireFree("--cac-port", cacPort);
        PortalLauncher.Request request = new PortalLauncher.Request(port, cacPort, resolved(stubs), resolved(personas));
        CountDownLatch closed = new CountDownLatch(1);
        PortalLauncher.RunningPortal portal = launcher.launch(request);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            portal.close();
                            closed.countDown();
                        },
                        "cac-portal-end"));
        portal.greeting().forEach(workplace.coloured().out()::println);
        workplace.coloured().out().println("Ctrl-C ends it");
        workplace.coloured().out().flush();
        closed.await();
        return ExitCode.INTERRUPTED;
    }

    private @Nullable Path resolved(@Nullable Path given) {
        return given == null ? null : workplace.resolve(given);
    }

    private static void requireFree(String option, int port) throws BadInputException {
        if (port < 0 || port > 65_535) {
            throw new BadInputException(option + ": expected a port from 0 to 65535, got " + port);
        }
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new BadInputException(
                    option + ": expected a free port, got " + port + " (" + e.getMessage()
                            + "): give another one, or none for any free port",
                    e);
        }
    }
}
