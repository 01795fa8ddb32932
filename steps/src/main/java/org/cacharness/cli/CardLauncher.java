package org.cacharness.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a person's card into a virtual reader, for somebody with programs of their own. */
@FunctionalInterface
public interface CardLauncher {
    /**
     * Starts the reader and puts the card in.
     *
     * @throws BadInputException if there is no such person, or this machine can have no virtual reader
     */
    CardInReader launch(Request request) throws BadInputException;

    /**
     * What the user asked.
     *
     * @param persona whose card
     * @param personas folder of personas instead of the built-in ones, or null
     * @param blockProtocol whether the card speaks T=1; else T=0, as cards of the field do
     * @param compressed whether its certificates are compressed
     * @param fault name of the card's fault, or null
     */
    record Request(
            String persona,
            @Nullable Path personas,
            boolean blockProtocol,
            boolean compressed,
            @Nullable String fault) {}

    /** A card in a virtual reader, until it is closed. */
    interface CardInReader extends AutoCloseable {
        /** What to tell the user, line by line: reader, how programs find it. The PIN is not in it. */
        List<String> greeting();

        /** The card's PIN, in a new array that the caller zeroes. */
        char[] pin();

        /** A folder that only this user can enter, gone after the end. */
        Path folder();

        /** Takes the card out, if it is in. */
        void pull();

        /** Puts the card in, if it is out. */
        void insert();

        @Override
        void close();
    }
}
