package org.cacharness.environment;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/** A reader's place at a computer, into which a PC/SC reader is plugged; until then there is no card in it. */
final class PluggableTerminal extends CardTerminal {
    private final String place;
    private @Nullable CardTerminal plugged;

    PluggableTerminal(String place) {
        this.place = place;
    }

    /** Plugs in the reader that PC/SC lists by this name. */
    void plug(String name) {
        try {
            plugged = Optional.ofNullable(TerminalFactory.getInstance("PC/SC", null)
                            .terminals()
                            .getTerminal(name))
                    .orElseThrow(() -> new IllegalStateException(
                            "PC/SC: expected a reader " + name + ", it is not listed: was pcscd ended?"));
        } catch (NoSuchAlgorithmException noService) {
            throw new IllegalStateException(
                    "PC/SC: expected the private pcscd, this process reaches none: " + noService.getCause(), noService);
        }
    }

    /** Plugs in a reader that was found already. */
    void plug(CardTerminal reader) {
        plugged = reader;
    }

    @Override
    public String getName() {
        return plugged == null ? place : plugged.getName();
    }

    @Override
    public Card connect(String protocol) throws CardException {
        if (plugged == null) {
            throw new CardException("no card is in " + place);
        }
        return plugged.connect(protocol);
    }

    @Override
    public boolean isCardPresent() throws CardException {
        return plugged != null && plugged.isCardPresent();
    }

    @Override
    public boolean waitForCardPresent(long timeout) throws CardException {
        return plugged != null && plugged.waitForCardPresent(timeout);
    }

    @Override
    public boolean waitForCardAbsent(long timeout) throws CardException {
        return plugged == null || plugged.waitForCardAbsent(timeout);
    }

    /** Waits until PC/SC tells its clients of a card; false if it does not in time. */
    boolean waitsForCard(Duration limit) {
        try {
            return waitForCardPresent(limit.toMillis());
        } catch (CardException unanswered) {
            return false;
        }
    }

    /** Waits until PC/SC tells its clients that there is none; false if it does not in time. */
    boolean waitsForNoCard(Duration limit) {
        try {
            return waitForCardAbsent(limit.toMillis());
        } catch (CardException unanswered) {
            return false;
        }
    }
}
