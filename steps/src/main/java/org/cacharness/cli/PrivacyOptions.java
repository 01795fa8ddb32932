package org.cacharness.cli;

import org.cacharness.cli.RunRequest.CardPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what a run writes of people. */
final class PrivacyOptions {
    private static final int SHORTEST_REASON = 12;
    private static final int LONGEST_REASON = 400;

    @Option(
            names = "--pseudonyms",
            description = "Hide synthetic people behind pseudonyms, too; the holder of a real card is hidden always.")
    boolean pseudonyms;

    @Option(
            names = "--reveal",
            paramLabel = "REASON",
            description =
                    "Write the real cardholder's name and numbers as they are; the reason will stand in the report.")
    @Nullable
    String reveal;

    Privacy privacy(CardPath card) throws BadInputException {
        String reason = reveal;
        if (reason == null) {
            return new Privacy(pseudonyms, null);
        }
        if (pseudonyms) {
            throw new BadInputException("--pseudonyms, --reveal: expected one of them, got both");
        }
        if (card != CardPath.AUTO) {
            throw new BadInputException(
                    "--reveal: expected --card auto, got a card that is simulated: its holder is shown as it is");
        }
        String written = reason.strip();
        if (written.length() < SHORTEST_REASON || written.length() > LONGEST_REASON || !written.contains(" ")) {
            throw new BadInputException("--reveal: expected a reason of " + SHORTEST_REASON + " to " + LONGEST_REASON
                    + " characters, of more than a word, got \"" + written
                    + "\": say who needs the data, and what for");
        }
        return new Privacy(false, written);
    }
}
