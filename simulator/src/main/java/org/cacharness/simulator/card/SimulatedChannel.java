package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** The basic channel of a {@link SimulatedCard}. */
final class SimulatedChannel extends CardChannel {
    private final SimulatedCard card;

    SimulatedChannel(SimulatedCard card) {
        this.card = card;
    }

    @Override
    public Card getCard() {
        return card;
    }

    @Override
    public int getChannelNumber() {
        return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        return new ResponseAPDU(card.transceive(command.getBytes()));
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
        byte[] bytes = new byte[command.remaining()];
        command.get(bytes);
        byte[] answer = card.transceive(bytes);
        response.put(answer);
        return answer.length;
    }

    /**
     * Refuses.
     *
     * @throws IllegalStateException always: the basic channel can't be closed
     */
    @Override
    public void close() {
        throw new IllegalStateException("Close the basic channel: it lives as long as the card's connection");
    }
}
