package org.cacharness.drivers;

import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.cacharness.edge.ApduJournal;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.JournalEntry;
import org.cacharness.edge.JournalingConnection;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;
import org.cacharness.edge.SmartcardConnection;
import org.cacharness.edge.TypedPin;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.RunClock;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * A card reader of a computer, and the card in it as the CAC software uses it.
 *
 * <p>The card is connected to when it is first needed, and again after it was pulled.
 */
public final class CardReader implements AutoCloseable {
    private static final Duration CARD_EVENT = Duration.ofSeconds(5);

    private final CardTerminal terminal;
    private final PinGuard guard;
    private final CardKeys keys;
    private final ApduJournal journal = new ApduJournal();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private @Nullable SmartcardConnection connection;
    private @Nullable CacCard card;
    private volatile List<CardCertificate> readBefore = List.of();
    private int given;
    private int timed;

    /**
     * A reader that PC/SC, or something like it, lists.
     *
     * @param terminal the reader
     * @param guard keeps the PIN policy of the run
     */
    public CardReader(CardTerminal terminal, PinGuard guard) {
        this(terminal, guard, new AppletKeys());
    }

    /**
     * A reader whose card is used by other software than the harness.
     *
     * @param terminal the reader
     * @param guard keeps the PIN policy of the run
     * @param keys how PIN and keys are used
     */
    public CardReader(CardTerminal terminal, PinGuard guard, CardKeys keys) {
        this.terminal = terminal;
        this.guard = guard;
        this.keys = keys;
    }

    /** The reader's name. */
    public String name() {
        return terminal.getName();
    }

    /** Whether the reader reports a card now. */
    public boolean hasCard() {
        try {
            return terminal.isCardPresent();
        } catch (CardException unanswered) {
            return false;
        }
    }

    /** Waits for the reader's card-present event; true if it came within five seconds. */
    public boolean announcesCard() {
        try {
            return terminal.waitForCardPresent(CARD_EVENT.toMillis());
        } catch (CardException unanswered) {
            return false;
        }
    }

    /** The card's answer to reset (ISO/IEC 7816-3, 8.2). */
    public synchronized byte[] answerToReset() {
        connected();
        return connection == null ? new byte[0] : HexFormat.of().parseHex(connection.atr());
    }

    /** The certificates on the card that can be read, in the order of its PKI instances. */
    public List<X509Certificate> certificates() {
        return cardCertificates().stream().map(CardCertificate::certificate).toList();
    }

    /**
     * The same, as they were read since the card was put in; for whoever looks while other software uses the card. Reading selects other
     * applications than the one that this software is about to give the PIN to.
     */
    public synchronized List<X509Certificate> certificatesInUse() {
        if (readBefore.isEmpty()) {
            return certificates();
        }
        // Where another card has taken its place by now, the question fails, and what was read of it is forgotten
        var unused = pinState();
        return readBefore.stream().map(CardCertificate::certificate).toList();
    }

    /** What the CAC software said of certificates that it could not read, when it last looked. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The card's last day, if the card says one. */
    public Optional<LocalDate> lastDayOfCard() {
        return asked(CacCard::expires);
    }

    /** The certificate of one PKI instance, if the card has it. */
    public Optional<X509Certificate> certificate(PkiInstance instance) {
        return cardCertificates().stream()
                .filter(onCard -> onCard.instance() == instance)
                .map(CardCertificate::certificate)
                .findFirst();
    }

    /** What the card says about its PIN. */
    public PinState pinState() {
        return asked(CacCard::pinState);
    }

    /** Presents a PIN, if the PIN policy allows it. */
    public PinOutcome present(Pin pin) {
        return asked(reached -> keys.present(reached, pin));
    }

    /**
     * The private key of a certificate, if the card in this reader holds it.
     *
     * @param prompts asked for the PIN when the card wants it
     */
    public Optional<PrivateKey> privateKeyOf(X509Certificate certificate, PinEntry prompts) {
        if (!hasCard()) {
            return Optional.empty();
        }
        return known(certificate).map(onCard -> keyOf(onCard, prompts));
    }

    private PrivateKey keyOf(CardCertificate onCard, PinEntry prompts) {
        try {
            return keys.keyOf(connected(), onCard, prompts);
        } catch (ProviderException none) {
            // Perhaps it is another card by now
            readBefore = List.of();
            throw none;
        }
    }

    /** Which key of the card in this reader a certificate belongs to, if it is on the card. */
    public Optional<PkiInstance> instanceOf(X509Certificate certificate) {
        if (!hasCard()) {
            return Optional.empty();
        }
        return known(certificate).map(CardCertificate::instance);
    }

    /** Permits that this card's PIN is typed once into a dialog of other software, if the PIN policy allows it. */
    public TypedPin permitTyping() {
        return asked(reached -> TypedPin.permit(reached, guard));
    }

    /**
     * Keeps the card in this reader from all other programs, until the answer is closed: what they send waits (PC/SC transaction). By the
     * same thread.
     */
    public synchronized Reserved reserve() {
        return asked(reached -> {
            SmartcardConnection held = Objects.requireNonNull(connection);
            held.begin();
            return held::end;
        });
    }

    /** What was sent to the cards in this reader. */
    public ApduJournal journal() {
        return journal;
    }

    /** The lines of the journal that were not given out before. */
    public synchronized List<String> newJournalLines() {
        List<String> all = journal.lines();
        List<String> fresh = all.subList(given, all.size());
        given = all.size();
        return List.copyOf(fresh);
    }

    /** What went over the card's contacts and through the PKCS#11 module since this was last asked. */
    public synchronized List<TimelineEvent> newEvents() {
        List<JournalEntry> all = journal.entries();
        List<TimelineEvent> fresh = new ArrayList<>(keys.newEvents());
        for (JournalEntry entry : all.subList(timed, all.size())) {
            fresh.add(TimelineEvent.at(entry.at(), Layer.APDU, entry.line(), entry.shape()));
        }
        timed = all.size();
        return fresh;
    }

    /** The card was pulled, or is about to be: the connection to it ends, since pcscd gives a program 200 of them and no more. */
    public synchronized void forgetCard() {
        keys.forgetCard();
        if (connection != null) {
            connection.leave();
        }
        connection = null;
        card = null;
        readBefore = List.of();
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
        }
        forgetCard();
    }

    private synchronized List<CardCertificate> cardCertificates() {
        complaints.clear();
        readBefore = asked(
                reached -> reached.certificates(unreadable -> complaints.add(String.valueOf(unreadable.getMessage()))));
        return readBefore;
    }

    /**
     * What was read since the card was put in serves: reading selects other applications than the one that a PKCS#11 module gave the PIN
     * to, and a PIV application forgets it then (SP 800-73-4 part 2, 3.1.1).
     */
    private synchronized Optional<CardCertificate> known(X509Certificate wanted) {
        Optional<CardCertificate> before = find(wanted, readBefore);
        return before.isPresent() ? before : find(wanted, cardCertificates());
    }

    private static Optional<CardCertificate> find(X509Certificate wanted, List<CardCertificate> all) {
        return all.stream()
                .filter(onCard -> onCard.certificate().equals(wanted))
                .findFirst();
    }

    private synchronized CacCard connected() {
        if (card == null) {
            try {
                SmartcardConnection opened = SmartcardConnection.open(terminal);
                connection = opened;
                card = new CacCard(new JournalingConnection(opened, journal, RunClock.utc()), guard);
            } catch (CardConnectionException absent) {
                throw new CardUnreachableException(absent);
            }
        }
        return card;
    }

    private <T> T asked(Question<T> question) {
        try {
            return question.to(connected());
        } catch (CardConnectionException gone) {
            forgetCard();
            throw new CardUnreachableException(gone);
        }
    }

    /** A card that only the harness can reach meanwhile. */
    @FunctionalInterface
    public interface Reserved extends AutoCloseable {
        /** Lets other programs have it again. */
        @Override
        void close();
    }

    private interface Question<T> {
        T to(CacCard card) throws CardConnectionException;
    }
}
