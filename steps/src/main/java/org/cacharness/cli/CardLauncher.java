package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts people's cards into virtual readers, for somebody with programs of their own. */
@FunctionalInterface
public interface CardLauncher {
    /**
     * Starts the readers and puts the cards in, one into each.
     *
     * @throws BadInputException if there is no such person, or this machine can have no virtual reader
     */
    CardsInReaders launch(Request request) throws BadInputException;

    /**
     * What the user asked.
     *
     * @param holders whose cards: one or two people, in the order of the readers
     * @param personas folder of personas instead of the built-in ones, or null
     * @param make what kind of cards
     * @param fault name of the fault of the first of them, or null
     */
    record Request(
            List<String> holders,
            @Nullable Path personas,
            CardMake make,
            @Nullable String fault) {
        public Request {
            holders = List.copyOf(holders);
        }
    }

    /** Cards in the virtual readers of one pcscd, until they are closed. */
    interface CardsInReaders extends AutoCloseable {
        /** What to tell the user, line by line: readers, how programs find them. No PIN is in it. */
        List<String> greeting();

        /** Whose cards they are, in the order of the readers. */
        List<String> holders();

        /** The PIN of somebody's card, in a new array that the caller zeroes. */
        char[] pin(String holder);

        /** A folder that only this user can enter, gone after the end. */
        Path folder();

        /** Takes somebody's card out, if it is in. */
        void pull(String holder);

        /** Puts somebody's card into its reader, if it is out. */
        void insert(String holder);

        @Override
        void close();
    }
}
