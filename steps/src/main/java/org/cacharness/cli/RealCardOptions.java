package org.cacharness.cli;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The options of {@code --card auto}. */
final class RealCardOptions {
    private static final String ALLOW_LIST = "allowed-cards.txt";
    private static final long DEFAULT_PATIENCE = 120;

    @Option(
            names = "--allowed-cards",
            paramLabel = "PATH",
            description = "Serials of the real cards that may be used, one a line. Default: " + ALLOW_LIST)
    @Nullable
    Path allowList;

    @Option(names = "--reader", paramLabel = "NAME", description = "The reader, where several have a card that fits.")
    @Nullable
    String reader;

    @Option(names = "--pin-fd", paramLabel = "N", description = "Read the PIN from this open file descriptor.")
    @Nullable
    Integer pinDescriptor;

    @Option(names = "--pin-file", paramLabel = "PATH", description = "Read the PIN from a file only you can read.")
    @Nullable
    Path pinFile;

    @Option(
            names = "--trust",
            paramLabel = "PATH",
            description = "Issuers of the real card, in PEM: the mocked portal trusts them too.")
    @Nullable
    Path trust;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Records of PIN presentations. Default: ~/.local/state/cac-harness")
    @Nullable
    Path state;

    @Option(names = "--attended", description = "You are there to put the card in and pull it when asked.")
    boolean attended;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "How long you are waited for. Default: 120")
    long patience = DEFAULT_PATIENCE;

    /** Those of the words that are options of a real card, with their values. */
    static List<String> among(List<String> words) {
        CommandSpec known = CommandSpec.forAnnotatedObject(new RealCardOptions());
        List<String> own = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            OptionSpec option = known.findOption(word.replaceFirst("=.*", ""));
            if (option != null) {
                own.add(word);
                if (option.arity().max() > 0 && !word.contains("=") && at + 1 < words.size()) {
                    at++;
                    own.add(words.get(at));
                }
            }
        }
        return own;
    }

    RealCardRequest request(Workplace workplace) throws BadInputException {
        if (patience < 1) {
            throw new BadInputException("--patience: expected 1 second or more, got " + patience);
        }
        Path list = allowList == null
                ? workplace.home().resolve(ALLOW_LIST)
                : workplace.existing("--allowed-cards", allowList);
        return new RealCardRequest(
                Files.exists(list) ? AllowedCards.read(list) : Set.of(),
                list,
                reader,
                pin(workplace),
                workplace.existingIfGiven("--trust", trust),
                state == null
                        ? records(System.getenv(), System.getProperty("user.home", ""))
                        : workplace.resolve(state),
                attended,
                Duration.ofSeconds(patience));
    }

    private PinSource pin(Workplace workplace) throws BadInputException {
        if (pinFile != null && pinDescriptor != null) {
            throw new BadInputException("--pin-file, --pin-fd: expected one of them, got both");
        }
        if (pinFile != null) {
            return PinSources.file(workplace.existing("--pin-file", pinFile));
        }
        if (pinDescriptor != null) {
            return PinSources.descriptor(pinDescriptor);
        }
        Console console = workplace.coloured().interactive() ? System.console() : null;
        return PinSources.terminal(console);
    }

    /** XDG Base Directory Specification 0.8: state that outlives restarts, and is no configuration. */
    static Path records(Map<String, String> environment, String home) {
        String base = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = base.startsWith("/") ? Path.of(base) : Path.of(home, ".local", "state");
        return folder.resolve("cac-harness");
    }
}
