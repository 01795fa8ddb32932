package org.cacharness.environment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.simulator.card.CardFault;
import org.jspecify.annotations.Nullable;

/** The faults of cards, as the command line names them. */
final class Faults {
    private Faults() {}

    /** Names, each with what happens on the wire, in the order of the catalogue. */
    static Map<String, String> listed() {
        Map<String, String> faults = new LinkedHashMap<>();
        Arrays.stream(CardFault.values()).forEach(fault -> faults.put(fault.label(), fault.wire()));
        return faults;
    }

    /**
     * Looks at a name from the command line.
     *
     * @throws BadInputException if there is no such fault, or the card is a real one
     */
    static void check(@Nullable String name, CardPath card) throws BadInputException {
        if (name == null) {
            return;
        }
        if (card == CardPath.AUTO) {
            throw new BadInputException(
                    "--fault: expected a simulated card, --card auto may find a real one: leave one of them out");
        }
        if (CardFault.named(name).isEmpty()) {
            throw new BadInputException("--fault: expected a fault's name, got " + name + ": '--faults' lists them");
        }
    }

    /**
     * Looks at a name for a card alone, without scenarios.
     *
     * @param compressed whether its certificates are to be compressed
     * @throws BadInputException if there is no such fault, if only a scenario can bring it about, or if the certificates are to be
     *     compressed: what is wrong with them says how they are written
     */
    static void checkForCardAlone(@Nullable String name, boolean compressed) throws BadInputException {
        check(name, CardPath.VIRTUAL);
        if (name != null && compressed) {
            throw new BadInputException("--fault: expected plain certificates, got --gzip: leave one of them out");
        }
        if (name != null && known(name) == CardFault.SWAPPED) {
            throw new BadInputException(
                    "--fault swapped: expected a fault of one card, this one takes two people: use 'cac run'");
        }
    }

    /** The fault of a name that was looked at before. */
    static CardFault known(String name) {
        return CardFault.named(name).orElseThrow();
    }
}
