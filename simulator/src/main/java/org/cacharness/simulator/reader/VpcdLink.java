package org.cacharness.simulator.reader;

import java.io.Closeable;
import java.io.IOException;

/** A way to a vpcd: bytes in, bytes out. Closing it is what pulling a card is. */
interface VpcdLink extends Closeable {
    /**
     * Reads the next frame's body, waiting for it.
     *
     * @return the body
     * @throws IOException if the link has ended
     */
    byte[] receive() throws IOException;

    /** Sends one frame, in one write. */
    void send(byte[] body) throws IOException;
}
