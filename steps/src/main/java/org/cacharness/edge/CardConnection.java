package org.cacharness.edge;

/**
 * A powered card that answers commands: bytes in, bytes out.
 *
 * <p>Journal, masking and faults are decorators of it. Real and simulated cards are reached through the same interface.
 */
@FunctionalInterface
public interface CardConnection {
    /**
     * Sends one command APDU and returns the response APDU.
     *
     * @param command a whole command APDU (ISO/IEC 7816-4, 5.1), at least four bytes
     * @return response data followed by SW1 SW2, at least two bytes
     * @throws CardConnectionException if the card is gone or the reader failed; a status word other than 9000 is no exception
     */
    byte[] transceive(byte[] command) throws CardConnectionException;

    /** Until {@link #end()}, no other program's command comes between those of this thread. Does nothing where there is none. */
    default void begin() throws CardConnectionException {}

    /** Lets other programs have the card again. A card that is gone is no error. */
    default void end() {}
}
