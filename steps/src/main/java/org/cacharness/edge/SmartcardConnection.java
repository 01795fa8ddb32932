package org.cacharness.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * A card reached through {@code javax.smartcardio}: a PC/SC reader, or anything behind the same API.
 *
 * <p>61XX and 6CXX are followed here (ISO/IEC 7816-4), so that callers see whole answers.
 */
public final class SmartcardConnection implements CardConnection, AutoCloseable {
    /**
     * What keeps the JDK from following 61XX and 6CXX itself. After 6CXX it sends the command again with its last byte changed,
     * up to 256 times (seen with 17.0.15): a VERIFY would be as many wrong PINs. The JDK reads these once, when it first sends to a
     * card.
     */
    private static final List<String> FOLLOWED_BY_JDK =
            List.of("sun.security.smartcardio.t0GetResponse", "sun.security.smartcardio.t1GetResponse");

    private static final int GET_RESPONSE = 0xC0;
    private static final int MORE_DATA = 0x61;
    private static final int WRONG_LE = 0x6C;
    private static final int LONGEST_RESPONSE = 258;

    private final Card card;

    private SmartcardConnection(Card card) {
        this.card = card;
    }

    /**
     * Powers the card in a reader, and connects to it.
     *
     * @throws CardConnectionException if there is none, or it does not answer
     */
    public static SmartcardConnection open(CardTerminal terminal) throws CardConnectionException {
        FOLLOWED_BY_JDK.forEach(property -> System.setProperty(property, "false"));
        try {
            return new SmartcardConnection(terminal.connect("*"));
        } catch (CardException e) {
            throw new CardConnectionException(
                    "Connect to the card in " + terminal.getName() + ": " + e.getMessage()
                            + ": put the card into the reader",
                    e);
        }
    }

    /** Answer to reset, in hexadecimal. */
    public String atr() {
        return Hex.of(card.getATR().getBytes());
    }

    @Override
    public byte[] transceive(byte[] command) throws CardConnectionException {
        byte[] response = transmit(command);
        if (CommandNames.carriesSecret(command)) {
            // Never again by itself, whatever the card says: each time may cost a try
            return response;
        }
        if (sw1(response) == WRONG_LE) {
            response = transmit(withLe(command, response[response.length - 1]));
        }
        if (sw1(response) != MORE_DATA) {
            return response;
        }
        return withRest(response, command[0]);
    }

    /** By a transaction of PC/SC: another program that selects an applet in between would answer for ours. */
    @Override
    public void begin() throws CardConnectionException {
        try {
            card.beginExclusive();
        } catch (CardException | IllegalStateException e) {
            throw new CardConnectionException(
                    "Transaction: expected the card for ourselves, got " + e.getMessage()
                            + ": put the card into the reader and connect again",
                    e);
        }
    }

    @Override
    public void end() {
        try {
            card.endExclusive();
        } catch (CardException | IllegalStateException e) {
            // The card was pulled, and the transaction went with it
        }
    }

    /** Ends the connection and resets the card: its PIN is no longer verified. A card that is gone is no error. */
    @Override
    public void close() {
        try {
            card.disconnect(true);
        } catch (CardException e) {
            // The card was pulled: there is nothing left to reset, and its PIN state went with the power
        }
    }

    /** Ends the connection and leaves the card as it is, for the sake of other programs that use it. */
    public void leave() {
        try {
            card.disconnect(false);
        } catch (CardException e) {
            // The card was pulled
        }
    }

    private byte[] withRest(byte[] first, byte cla) throws CardConnectionException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] response = first;
        while (sw1(response) == MORE_DATA) {
            whole.write(response, 0, response.length - 2);
            response = transmit(new byte[] {cla, (byte) GET_RESPONSE, 0, 0, response[response.length - 1]});
        }
        whole.writeBytes(response);
        return whole.toByteArray();
    }

    /** The array goes to the reader as it is: a {@code CommandAPDU} would keep a copy of a PIN that nobody can zero. */
    private byte[] transmit(byte[] command) throws CardConnectionException {
        ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
        try {
            int length = card.getBasicChannel().transmit(ByteBuffer.wrap(command), response);
            return Arrays.copyOf(response.array(), length);
        } catch (CardException | IllegalStateException e) {
            throw new CardConnectionException(
                    CommandNames.of(command) + ": expected an answer, got none: " + e.getMessage()
                            + ": put the card into the reader and connect again",
                    e);
        }
    }

    private static byte[] withLe(byte[] command, byte le) {
        boolean hasLe = command.length == 5 || (command.length > 5 && command.length == 6 + (command[4] & 0xFF));
        byte[] corrected = Arrays.copyOf(command, hasLe ? command.length : command.length + 1);
        corrected[corrected.length - 1] = le;
        return corrected;
    }

    private static int sw1(byte[] response) {
        return response.length < 2 ? 0 : response[response.length - 2] & 0xFF;
    }
}
