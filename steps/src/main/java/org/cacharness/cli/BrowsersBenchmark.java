package org.cacharness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code cac bench browsers}: a registration in headless Chromium by the harness, by a bare Selenium script and by Playwright, in turns in
 * one process.
 *
 * <p>The other tools' scripts are no part of the product but of its tests, so this is a script of the checkout, which builds those.
 */
@Command(
        name = "browsers",
        mixinStandardHelpOptions = true,
        description = "Measures a registration in headless Chromium against a bare Selenium script and Playwright.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./cac bench browsers", "  ./cac bench browsers --rounds 3"})
final class BrowsersBenchmark implements Callable<Integer> {
    private static final String SCRIPT = "scripts/bench-browsers";

    private final Workplace workplace;

    @Option(names = "--rounds", paramLabel = "N", description = "Registrations of each. Default: 15")
    int rounds = 15;

    BrowsersBenchmark(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, IOException, InterruptedException {
        Path script = workplace.home().resolve(SCRIPT);
        if (!Files.isExecutable(script)) {
            throw new BadInputException("Bench browsers: expected the program " + script
                    + ", there is none: run it in a checkout, on a machine with a POSIX shell");
        }
        Process running = new ProcessBuilder(List.of(script.toString(), Integer.toString(rounds)))
                .inheritIO()
                .start();
        // Ctrl-C in a terminal reaches it too; it tidies up, and this process ends after it
        Thread hook = new Thread(() -> running.onExit().join(), "bench-browsers-end");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = running.waitFor();
        Runtime.getRuntime().removeShutdownHook(hook);
        return code;
    }
}
