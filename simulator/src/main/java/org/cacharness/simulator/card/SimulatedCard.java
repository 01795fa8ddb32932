package org.cacharness.simulator.card;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;

/** A connection to the card in a {@link SimulatedTerminal}; it ends with the card's removal. */
final class SimulatedCard extends Card {
    static final String PROTOCOL = "T=0";

    private final SimulatedTerminal terminal;
    private final long insertion;
    private final ATR atr;
    private final SimulatedChannel channel = new SimulatedChannel(this);
    private final AtomicBoolean disconnected = new AtomicBoolean();

    SimulatedCard(SimulatedTerminal terminal, byte[] atr, long insertion) {
        this.terminal = terminal;
        this.insertion = insertion;
        this.atr = new ATR(atr);
    }

    @Override
    public ATR getATR() {
        return atr;
    }

    @Override
    public String getProtocol() {
        return PROTOCOL;
    }

    @Override
    public CardChannel getBasicChannel() {
        return channel;
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        throw new CardException("Open a logical channel: expected a card that has them, a CAC has the basic one only");
    }

    /** Does nothing: commands of one card never overlap here. */
    @Override
    public void beginExclusive() {}

    /** Does nothing, as {@link #beginExclusive()}. */
    @Override
    public void endExclusive() {}

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
        throw new CardException("Control command " + controlCode + ": this reader has none");
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
        if (disconnected.compareAndSet(false, true) && reset) {
            terminal.reset(insertion);
        }
    }

    byte[] transceive(byte[] command) throws CardException {
        if (disconnected.get()) {
            throw new IllegalStateException("Command to a card that was disconnected: connect again");
        }
        return terminal.transceive(insertion, command);
    }
}
