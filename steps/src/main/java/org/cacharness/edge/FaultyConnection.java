package org.cacharness.edge;

import java.util.concurrent.atomic.AtomicInteger;

/** Fails in one way from a given command on; the commands before it go through. */
public final class FaultyConnection implements CardConnection {
    private final CardConnection connection;
    private final Fault fault;
    private final AtomicInteger commandsLeft;

    /**
     * Fails after some commands.
     *
     * @param soundCommands how many commands go through first, 0 or more
     */
    public FaultyConnection(CardConnection connection, Fault fault, int soundCommands) {
        this.connection = connection;
        this.fault = fault;
        commandsLeft = new AtomicInteger(soundCommands);
    }

    @Override
    public void begin() throws CardConnectionException {
        connection.begin();
    }

    @Override
    public void end() {
        connection.end();
    }

    @Override
    public byte[] transceive(byte[] command) throws CardConnectionException {
        if (commandsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return connection.transceive(command);
        }
        return switch (fault) {
            case MUTE ->
                throw new CardConnectionException(CommandNames.of(command)
                        + ": expected an answer, the card is mute: take it out and put it in again");
            case CARD_FAILS -> new byte[] {0x6F, 0x00};
            case CUT_OFF -> new byte[] {0x61};
        };
    }
}
