package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cacharness.cli.CardLauncher.CardsInReaders;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac card}. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Keeps people's simulated CACs in virtual PC/SC readers until Ctrl-C, for any program of yours.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac card --persona Ada",
            "  ./cac card --fault mute    falls silent when it is to sign",
            "  ./cac card --model dual --atr oberthur",
            "  ./cac card --persona Ada --persona Bob   two cards in two readers",
            "  ./cac card pull            in another terminal: takes the card out",
            "  ./cac card pull Bob        of two cards, his",
            "  ./cac card insert          puts it back"
        })
final class CardCommand implements Callable<Integer> {
    private static final int READERS = 2;

    private final CardLauncher launcher;
    private final Map<String, String> known;
    private final Workplace workplace;

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            description = "Whose card. Twice, for two cards in two readers. Default: Ada")
    List<String> holders = List.of("Ada");

    @Option(names = "--personas", paramLabel = "PATH", description = "Personas instead of the built-in ones.")
    @Nullable
    Path personas;

    @Mixin
    CardMakeOptions make = new CardMakeOptions();

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
        requireTwoAtMost();
        CardsInReaders cards = launcher.launch(new CardLauncher.Request(holders, people, make.make(), faults.fault));
        CardControl control = CardControl.of(cards);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            control.close();
                            cards.close();
                            closed.countDown();
                        },
                        "cac-card-end"));
        greet(cards);
        closed.await();
        return ExitCode.INTERRUPTED;
    }

    private void requireTwoAtMost() throws BadInputException {
        if (holders.size() > READERS || new HashSet<>(holders).size() != holders.size()) {
            throw new BadInputException("--persona: expected one or two people, each once, got "
                    + String.join(", ", holders) + ": one pcscd has two readers");
        }
    }

    private void greet(CardsInReaders cards) {
        Terminal terminal = workplace.coloured();
        PrintWriter out = terminal.out();
        cards.greeting().forEach(out::println);
        if (terminal.interactive()) {
            cards.holders().forEach(holder -> printPin(cards, holder, out));
        } else {
            out.println("The PIN is shown on a terminal only, and this is none.");
        }
        out.println("Ctrl-C ends it");
        out.flush();
    }

    private static void printPin(CardsInReaders cards, String holder, PrintWriter out) {
        char[] pin = cards.pin(holder);
        try {
            out.print("The PIN of " + holder + "'s card, shown once: ");
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

        @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Whose card, where there are two.")
        @Nullable
        String holder;

        Move(String word, Workplace workplace) {
            this.word = word;
            this.workplace = workplace;
        }

        @Override
        public Integer call() throws BadInputException {
            PrintWriter out = workplace.coloured().out();
            out.println(CardControl.ask(Path.of(System.getProperty("java.io.tmpdir", "/tmp")), word, holder));
            out.flush();
            return ExitCode.PASSED;
        }
    }
}
