package org.cacharness.simulator.pki;

/** A persona file cannot be used. The message is one line: file, place, what was expected, what was found, what to do. */
public final class PersonaFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with which file.
     *
     * @param file the file or folder as the person knows it
     * @param place the field, or the line
     * @param expected what should be there
     * @param found what is there
     * @param remedy what a person can do
     */
    PersonaFileException(String file, String place, String expected, String found, String remedy) {
        super("persona file " + file + ", " + place + ": expected " + expected + ", found " + found + ": " + remedy);
    }
}
