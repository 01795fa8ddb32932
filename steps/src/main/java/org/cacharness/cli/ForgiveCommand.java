package org.cacharness.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cacharness.edge.PresentationRecord;
import org.cacharness.edge.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac card forgive}. */
@Command(
        name = "forgive",
        mixinStandardHelpOptions = true,
        description = {
            "Allows a PIN to be sent to a real card again, after one was refused, or a run ended in the middle of it.",
            "Before that, find out the right PIN, and see that the card has its tries left."
        })
final class ForgiveCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final InstantSource clock;

    @Parameters(paramLabel = "SERIAL", description = "The card's serial, as the refusal printed it.")
    String serial = "";

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Records of PIN presentations. Default: ~/.local/state/cac-harness")
    @Nullable
    Path state;

    ForgiveCommand(Workplace workplace, InstantSource clock) {
        this.workplace = workplace;
        this.clock = clock;
    }

    @Override
    public Integer call() throws BadInputException {
        String card = serial.toUpperCase(Locale.ROOT);
        Path folder = state == null
                ? RealCardOptions.records(System.getenv(), System.getProperty("user.home", ""))
                : workplace.resolve(state);
        try (PresentationRecord record = PresentationRecord.open(folder, card, clock)) {
            PrintWriter out = workplace.coloured().out();
            out.println(
                    record.forgive()
                            ? "Forgiven: a PIN may be sent to card " + card + " again"
                            : "Nothing to forgive: no refusal of card " + card + " is on record in " + folder);
            out.flush();
            return ExitCode.PASSED;
        } catch (Refusal refused) {
            throw new BadInputException("card forgive: " + refused.getMessage(), refused);
        }
    }
}
