package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.Operator;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.JournalEntry;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.PinState;
import org.cacharness.edge.Refusal;
import org.cacharness.edge.SmartcardConnection;
import org.jspecify.annotations.Nullable;

/** The one real card. It is in its reader already, or a person is asked to put it in. */
final class RealCard implements CacInHand {
    private static final String PRESENTATION = "VERIFY, PIN masked";

    private final RealCardChoice.Chosen card;
    private final RealReaders readers;
    private final Operator operator;
    private final Consumer<String> record;
    private @Nullable CardReader inside;

    RealCard(RealCardChoice.Chosen card, RealReaders readers, Operator operator, Consumer<String> record) {
        this.card = card;
        this.readers = readers;
        this.operator = operator;
        this.record = record;
    }

    /** Before the scenario: the card is not in the reader. */
    static void takeOut(CardTerminal terminal, Operator operator, Consumer<String> record) {
        if (isIn(terminal)) {
            operator.ask(
                    "Take your CAC out of the reader \"" + terminal.getName() + "\".",
                    "the reader reports no card",
                    limit -> terminal.waitForCardAbsent(limit.toMillis()),
                    record);
        }
    }

    @Override
    public void putInto(CardReader reader) {
        if (inside != reader) {
            askForCard();
            requireSameCard();
            readers.placeOf(reader).plug(card.terminal());
            inside = reader;
        }
    }

    /** Step 2 of the procedure, in its words. */
    private void askForCard() {
        CardTerminal terminal = card.terminal();
        if (!isIn(terminal)) {
            operator.ask(
                    "Once logged into your account, put your CAC into the reader \"" + terminal.getName() + "\".",
                    "the reader reports a card",
                    limit -> terminal.waitForCardPresent(limit.toMillis()),
                    record);
        }
    }

    /** People have several cards, and a PIN sent to the wrong one costs a try. */
    private void requireSameCard() {
        String serial;
        try {
            SmartcardConnection connection = SmartcardConnection.open(card.terminal());
            serial = new CacCard(connection, new PinGuard(PinPolicy.hardware())).serial();
            connection.leave();
        } catch (CardConnectionException gone) {
            throw new Refusal(Refusal.Reason.ANOTHER_CARD, String.valueOf(gone.getMessage()));
        }
        if (!serial.equals(card.serial())) {
            throw new Refusal(
                    Refusal.Reason.ANOTHER_CARD,
                    "Card in \"" + card.terminal().getName() + "\": expected " + card.serial() + ", got " + serial
                            + ": put the first one back");
        }
    }

    @Override
    public void pull() {
        CardReader reader = inside;
        if (reader != null) {
            takeOut(card.terminal(), operator, record);
            reader.forgetCard();
            inside = null;
        }
    }

    @Override
    public Pin pin() {
        return Pin.of(card.pin());
    }

    @Override
    public Pin wrongPin() {
        throw forbidden();
    }

    @Override
    public Pin shortPin() {
        throw forbidden();
    }

    private static Refusal forbidden() {
        return new Refusal(
                Refusal.Reason.WRONG_PIN_FORBIDDEN,
                "PIN not sent: expected a right one for a real card, this scenario sends a wrong one: drop its tag"
                        + " @hardware-safe");
    }

    @Override
    public X509Certificate certificate() {
        return certificates().get(0);
    }

    @Override
    public List<X509Certificate> certificates() {
        return card.certificates();
    }

    /** A real card counts for nobody: these are the commands that went out to it. */
    @Override
    public int presentations() {
        CardReader reader = inside;
        return reader == null
                ? 0
                : (int) reader.journal().entries().stream()
                        .map(JournalEntry::name)
                        .filter(PRESENTATION::equals)
                        .count();
    }

    @Override
    public int triesLeft() {
        CardReader reader = inside;
        if (reader != null && reader.pinState() instanceof PinState.TriesLeft left) {
            return left.count();
        }
        throw new IllegalStateException("Tries left: expected a card whose PIN is not verified, this one does not say");
    }

    @Override
    public void revoke() {
        throw noIssuer("revoked");
    }

    @Override
    public void suspend() {
        throw noIssuer("suspended");
    }

    private static IllegalStateException noIssuer(String what) {
        return new IllegalStateException("Certificate: expected a simulated card, a real one is not " + what
                + " from here: drop the scenario's tag @hardware-safe");
    }

    private static boolean isIn(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException unanswered) {
            return false;
        }
    }
}
