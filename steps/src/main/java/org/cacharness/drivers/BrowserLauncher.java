package org.cacharness.drivers;

import org.cacharness.edge.Pin;

/** The kind of browser that is installed on one computer: it starts them, and keeps what outlives them. */
public interface BrowserLauncher extends AutoCloseable {
    /** Starts a new browser on the computer, with nothing in its memory. */
    Browser open(Workstation computer);

    /** The browsers' cache on disk. */
    TemporaryInternetFiles temporaryFiles();

    /** The CAC software has made certificates available. */
    default void certificatesPublished() {}

    /**
     * A person enters the PIN of the card in a reader, so that the browser does not ask for it later. It is entered where that
     * holds: to the card, or, where each browser logs in to the card for itself, in the browser.
     */
    default void unlock(Workstation computer, CardReader reader, Pin pin) {
        reader.present(pin);
    }

    /** Ends what is left of the browsers, and deletes what they kept. */
    @Override
    default void close() {}
}
