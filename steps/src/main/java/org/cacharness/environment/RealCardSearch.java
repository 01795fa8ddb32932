package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.drivers.Operator;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardAnswerException;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PresentationRecord;
import org.cacharness.edge.Refusal;
import org.cacharness.edge.SmartcardConnection;

/** Looks through the readers for a card that may be used. Of a card that is not on the list, only its serial is read. */
final class RealCardSearch {
    private final RealCardRequest request;
    private final TrustedIssuers issuers;
    private final Operator operator;
    private final List<String> seen = new ArrayList<>();

    RealCardSearch(RealCardRequest request, TrustedIssuers issuers, Operator operator) {
        this.request = request;
        this.issuers = issuers;
        this.operator = operator;
    }

    /**
     * Whoever can be asked to put a card in.
     *
     * @param tell prints a line to that person
     */
    static Operator operator(RealCardRequest request, Consumer<String> tell) {
        return request.attended()
                ? Operator.attending(tell, request.patience(), InstantSource.system())
                : Operator.absent();
    }

    /** What a card shows without a PIN. */
    private record Shown(String atr, List<X509Certificate> certificates) {}

    /** A card in a reader, by its serial. */
    private record Candidate(CardTerminal terminal, String serial) {}

    /**
     * Looks.
     *
     * @throws BadInputException if several cards may be used, or the reader that the user named is not there
     */
    RealCardChoice in(PcscService pcsc) throws BadInputException {
        try {
            List<CardTerminal> readers = named(pcsc.terminals().list());
            if (readers.isEmpty()) {
                return new RealCardChoice.None("no reader is connected");
            }
            askForCard(readers);
            return among(allowed(withCard(readers)));
        } catch (CardException unanswered) {
            return new RealCardChoice.None("no reader answers: " + reason(unanswered));
        } catch (Refusal refused) {
            return new RealCardChoice.None(String.valueOf(refused.getMessage()));
        }
    }

    private List<CardTerminal> named(List<CardTerminal> all) throws BadInputException {
        String name = request.reader();
        if (name == null) {
            return all;
        }
        List<CardTerminal> fitting =
                all.stream().filter(reader -> reader.getName().equals(name)).toList();
        if (fitting.isEmpty()) {
            throw new BadInputException("--reader: expected one of " + names(all) + ", got \"" + name + "\"");
        }
        return fitting;
    }

    /** Step 2 of the procedure, in its words. */
    private void askForCard(List<CardTerminal> readers) throws CardException {
        if (operator.isThere() && readers.size() == 1 && withCard(readers).isEmpty()) {
            CardTerminal reader = readers.get(0);
            operator.ask(
                    "Put your CAC into the reader \"" + reader.getName() + "\".",
                    "the reader reports a card",
                    limit -> reader.waitForCardPresent(limit.toMillis()),
                    line -> {});
        }
    }

    private static List<CardTerminal> withCard(List<CardTerminal> readers) throws CardException {
        List<CardTerminal> present = new ArrayList<>();
        for (CardTerminal reader : readers) {
            if (reader.isCardPresent()) {
                present.add(reader);
            }
        }
        return present;
    }

    private List<Candidate> allowed(List<CardTerminal> present) {
        List<Candidate> allowed = new ArrayList<>();
        for (CardTerminal reader : present) {
            Optional<String> serial = serialIn(reader);
            serial.filter(request.allowed()::contains).ifPresent(known -> allowed.add(new Candidate(reader, known)));
            seen.add("\"" + reader.getName() + "\" has "
                    + serial.map(text -> "card " + text).orElse("no CAC"));
        }
        return allowed;
    }

    private RealCardChoice among(List<Candidate> allowed) throws BadInputException {
        if (seen.isEmpty()) {
            return new RealCardChoice.None("no card is in a reader");
        }
        if (allowed.isEmpty()) {
            return new RealCardChoice.None("no card is on the list " + request.allowList() + ": "
                    + String.join(", ", seen) + "; a line with the serial would allow it");
        }
        if (allowed.size() > 1) {
            throw new BadInputException("--card auto: expected one card that may be used, got cards in "
                    + names(allowed.stream().map(Candidate::terminal).toList()) + ": choose by --reader NAME");
        }
        return examined(allowed.get(0));
    }

    /** The record is opened first: from reading the tries to the end of the run, no other harness has the card. */
    private RealCardChoice examined(Candidate card) throws BadInputException {
        PresentationRecord record = PresentationRecord.open(request.state(), card.serial(), InstantSource.system());
        boolean kept = false;
        try {
            record.requireClear();
            Shown readable = withTriesLeft(card.terminal());
            requireKnownHolder(readable.certificates());
            Optional<char[]> pin = request.pin()
                    .read("the CAC " + card.serial() + " in \""
                            + card.terminal().getName() + "\"");
            if (pin.isEmpty()) {
                return new RealCardChoice.None(
                        "no PIN was given: type it at a terminal, or use --pin-fd or --pin-file");
            }
            kept = true;
            return new RealCardChoice.Chosen(
                    card.terminal(), card.serial(), readable.atr(), readable.certificates(), record, pin.get());
        } catch (CardConnectionException | CardAnswerException unreadable) {
            return new RealCardChoice.None("the card can't be read: " + unreadable.getMessage());
        } finally {
            if (!kept) {
                record.close();
            }
        }
    }

    private void requireKnownHolder(List<X509Certificate> certificates) {
        if (certificates.isEmpty() || !issuers.issued(certificates.get(0))) {
            throw new Refusal(
                    Refusal.Reason.UNKNOWN_HOLDER,
                    "the portal would not know the issuer of its certificate"
                            + (certificates.isEmpty()
                                    ? ": it has none"
                                    : ", "
                                            + certificates
                                                    .get(0)
                                                    .getIssuerX500Principal()
                                                    .getName() + ": give that issuer's own certificate by --trust"));
        }
        if (Cardholder.of(certificates.get(0)).isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.UNKNOWN_HOLDER,
                    "its certificate names nobody: expected LAST.FIRST.MIDDLE and a DoD ID number");
        }
    }

    /** Reset first: while another program's PIN is still verified, the card does not tell the tries left. */
    private static Shown withTriesLeft(CardTerminal terminal) throws CardConnectionException {
        SmartcardConnection.open(terminal).close();
        SmartcardConnection connection = SmartcardConnection.open(terminal);
        try {
            CacCard card = new CacCard(connection, new PinGuard(PinPolicy.hardware()));
            requireTries(card.pinState());
            return new Shown(
                    connection.atr(),
                    card.certificates().stream()
                            .map(CardCertificate::certificate)
                            .toList());
        } finally {
            connection.close();
        }
    }

    private static void requireTries(PinState state) {
        int floor = PinPolicy.hardware().floor();
        int left = state instanceof PinState.TriesLeft tries ? tries.count() : 0;
        if (left < floor) {
            throw new Refusal(
                    Refusal.Reason.BELOW_FLOOR,
                    "of the PIN's tries " + left + " are left, expected " + floor
                            + " or more: enter it right once with other software, or have it reset");
        }
    }

    private static Optional<String> serialIn(CardTerminal reader) {
        try {
            SmartcardConnection connection = SmartcardConnection.open(reader);
            try {
                return Optional.of(new CacCard(connection, new PinGuard(PinPolicy.hardware())).serial());
            } finally {
                connection.leave();
            }
        } catch (CardConnectionException | CardAnswerException noCac) {
            return Optional.empty();
        }
    }

    private static List<String> names(List<CardTerminal> readers) {
        return readers.stream().map(reader -> "\"" + reader.getName() + "\"").toList();
    }

    private static String reason(CardException unanswered) {
        Throwable deepest = unanswered;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
