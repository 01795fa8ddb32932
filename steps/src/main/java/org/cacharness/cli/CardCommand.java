package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cacharness.cli.CardLauncher.CardInReader;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cac card}. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Keeps a person's simulated CAC in a virtual PC/SC reader until Ctrl-C, for any program of yours.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac card --persona Ada",
            "  ./cac card --fault mute    falls silent when it is to sign",
            "  ./cac card pull            in another terminal: takes the card out",
            "  ./cac card insert          puts it back"
        })
final class CardCommand implements Callable<Integer> {
    private final CardLauncher launcher;
    private final Map<String, String> known;
    private final Workplace workplace;

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            defaultValue = "Ada",
            description = "Whose card. Default: ${DEFAULT-VALUE}")
    String persona = "Ada";

    @Option(names = "--personas", paramLabel = "PATH", description = "Personas instead of the built-in ones.")
    @Nullable
    Path personas;

    @Option(names = "--t1", description = "A card that speaks T=1. Default: T=0, as cards of the field")
    boolean blockProtocol;

    @Option(names = "--gzip", description = "A card with compressed certificates.")
    boolean compressed;

    @Mixin
    FaultOptions faults = new FaultOptions();

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    CardCommand(CardLauncher launcher, Map<String, String> known, Workplace workplace) {
        this.known = Collections.unmodifiableMap(known);
        this.launcher = launcher;
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException, InterruptedException, IOException {
        if (faults.list) {
            workplace.coloured().out().print(FaultOptions.listed(known));
            workplace.coloured().out().flush();
            return ExitCode.PASSED;
        }
        Path people = personas == null ? null : workplace.resolve(personas);
        CardInReader card =
                launcher.launch(new CardLauncher.Request(persona, people, blockProtocol, compressed, faults.fault));
        CardControl control = CardControl.of(card);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            control.close();
                            card.close();
                            closed.countDown();
                        },
                        "cac-card-end"));
        greet(card);
        closed.await();
        return ExitCode.INTERRUPTED;
    }

    private void greet(CardInReader card) {
        Terminal terminal = workplace.coloured();
        PrintWriter out = terminal.out();
        card.greeting().forEach(out::println);
        if (terminal.interactive()) {
            printPin(card, out);
        } else {
            out.println("The PIN is shown on a terminal only, and this is none.");
        }
        out.println("Ctrl-C ends it");
        out.flush();
    }

    private static void printPin(CardInReader card, PrintWriter out) {
        char[] pin = card.pin();
        try {
            out.print("The PIN, shown once: ");
            out.write(pin);
            out.println();
        } finally {
            Arrays.fill(pin, '0');
        }
    }

    /** {@code cac card pull} and {@code cac card insert}. */
    @Command(mixinStandardHelpOptions = true)
    static final class Move implements Callable<Integer> {
        private final String word;
        private final Workplace workplace;

        Move(String word, Workplace workplace) {
            this.word = word;
            this.workplace = workplace;
        }

        @Override
        public Integer call() throws BadInputException {
            PrintWriter out = workplace.coloured().out();
            out.println(CardControl.ask(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), word));
            out.flush();
            return ExitCode.PASSED;
        }
    }
}
