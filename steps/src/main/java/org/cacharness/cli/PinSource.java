package org.cacharness.cli;

import java.util.Optional;

/** Where the PIN of a real card comes from. Never an argument or a variable of the environment: other processes can read those. */
@FunctionalInterface
public interface PinSource {
    /**
     * Asks for the PIN, once.
     *
     * @param card what the person is told it is for
     * @return six to eight digits in an array that the caller zeroes; empty if nobody gives one
     * @throws BadInputException if what is given is no PIN; the message does not contain it
     */
    Optional<char[]> read(String card) throws BadInputException;

    /** Nobody gives one. */
    static PinSource none() {
        return card -> Optional.empty();
    }
}
