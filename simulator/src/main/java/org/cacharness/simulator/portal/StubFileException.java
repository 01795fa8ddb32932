package org.cacharness.simulator.portal;

/** A stub or a page of the portal cannot be used; the message is one line: which file, what is wrong, what to do. */
public final class StubFileException extends RuntimeException {
    StubFileException(String file, String wrong, String remedy) {
        super(oneLine("portal stub " + file + ": " + wrong + ": " + remedy));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
