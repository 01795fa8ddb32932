package org.cacharness.edge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A CAC as software uses it: what is on it, its PIN, its keys.
 *
 * <p>Safe for several threads, and programs: what takes several commands, as SELECT with SIGN/DECRYPT, is never interleaved. Before any PIN is
 * sent the tries left are read, and the {@link PinPolicy} is asked; it answers no with a {@link Refusal}.
 */
public final class CacCard {
    private static final int SIGN_DECRYPT = 0x42;
    private static final int MORE_FOLLOWS = 0x80;
    private static final int PIECE = 240;
    private static final int GET_CHALLENGE = 0x84;
    private static final int CHALLENGE_LENGTH = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final CardConnection connection;
    private final CommandSender sender;
    private final CardContainers containers;
    private final CardPin pin;
    private final PinGuard guard;

    /**
     * A card behind a connection; nothing is sent yet.
     *
     * @param connection the card
     * @param guard what keeps the PIN policy; one for all connections to the same card in a run
     */
    public CacCard(CardConnection connection, PinGuard guard) {
        this.connection = connection;
        sender = new CommandSender(connection);
        containers = new CardContainers(sender);
        pin = new CardPin(sender, guard);
        this.guard = guard;
    }

    /** The card's serial from its CCC: 14 bytes in hexadecimal. */
    public String serial() throws CardConnectionException {
        return locked(containers::serial);
    }

    /** What software that takes the card for a PIV card calls it, in hexadecimal; empty where it is none. */
    List<String> pivSerials() throws CardConnectionException {
        return locked(containers::pivSerials);
    }

    /**
     * The certificates on the card, in the order of its instances.
     *
     * @throws CardAnswerException if one can't be read
     */
    public List<CardCertificate> certificates() throws CardConnectionException {
        return certificates(unreadable -> {
            throw unreadable;
        });
    }

    /**
     * The certificates on the card that can be read, as the CAC software of the field has it: one that is damaged is left out, and
     * the others serve.
     *
     * @param complaints is told of each that can't be read
     */
    public List<CardCertificate> certificates(Consumer<CardAnswerException> complaints) throws CardConnectionException {
        return locked(() -> {
            List<CardCertificate> found = new ArrayList<>();
            for (PkiInstance instance : PkiInstance.values()) {
                try {
                    containers
                            .certificate(instance)
                            .ifPresent(present -> found.add(new CardCertificate(instance, present)));
                } catch (CardAnswerException unreadable) {
                    complaints.accept(unreadable);
                }
            }
            return List.copyOf(found);
        });
    }

    /** The card's last day, as its CHUID has it; empty where the card has no CHUID on the CAC edge. */
    public Optional<LocalDate> expires() throws CardConnectionException {
        return locked(containers::expires);
    }

    /**
     * Asks the card about its PIN; costs no try.
     *
     * @throws Refusal if the card does not say, so that no PIN may be sent
     */
    public PinState pinState() throws CardConnectionException {
        return locked(pin::state);
    }

    /**
     * Presents a PIN, after reading the tries left.
     *
     * @throws Refusal if the policy forbids it; nothing was sent then
     */
    public PinOutcome present(Pin presented) throws CardConnectionException {
        return locked(() -> {
            guard.requireCard(containers::serial);
            return pin.present(presented);
        });
    }

    /**
     * Changes the PIN, after reading the tries left; a wrong old PIN costs a try.
     *
     * @throws Refusal if the policy forbids it; nothing was sent then
     */
    public PinOutcome changePin(Pin old, Pin replacement) throws CardConnectionException {
        return locked(() -> {
            guard.requireCard(containers::serial);
            return pin.change(old, replacement);
        });
    }

    /**
     * Does a private key operation.
     *
     * @param instance whose key
     * @param block RSA: a whole padded block, as long as the modulus; EC: a hash
     * @throws CardAnswerException if the card refuses for another reason than a missing PIN
     */
    public SignOutcome sign(PkiInstance instance, byte[] block) throws CardConnectionException {
        return locked(() -> {
            sender.requireDone("SELECT " + instance.aid(), sender.select(instance.aid()), "the card has no such key");
            return signSelected(instance, block);
        });
    }

    /** Eight random bytes from the card. */
    public byte[] challenge() throws CardConnectionException {
        return locked(() -> {
            ResponseApdu response =
                    sender.send(CommandApdu.of(0x00, GET_CHALLENGE, 0x00, 0x00).expecting(CHALLENGE_LENGTH));
            sender.requireDone("GET CHALLENGE", response.statusWord(), "this card has no random numbers to give");
            return response.data();
        });
    }

    private SignOutcome signSelected(PkiInstance instance, byte[] block) throws CardConnectionException {
        int offset = 0;
        while (block.length - offset > PIECE) {
            byte[] piece = Arrays.copyOfRange(block, offset, offset + PIECE);
            ResponseApdu response = sender.send(
                    CommandApdu.of(0x80, SIGN_DECRYPT, MORE_FOLLOWS, 0x00).data(piece));
            if (!response.statusWord().isDone()) {
                return refused(instance, response.statusWord());
            }
            offset += PIECE;
        }
        byte[] last = Arrays.copyOfRange(block, offset, block.length);
        ResponseApdu response = sender.send(
                CommandApdu.of(0x80, SIGN_DECRYPT, 0x00, 0x00).data(last).expecting(256));
        return response.statusWord().isDone()
                ? new SignOutcome.Signed(response.data())
                : refused(instance, response.statusWord());
    }

    /** Cards in the field say either 6982 or 6985 where the PIN is missing. */
    private SignOutcome refused(PkiInstance instance, StatusWord answer) throws CardConnectionException {
        boolean wantsPin = answer.equals(StatusWord.PIN_MISSING) || answer.equals(StatusWord.CONDITIONS_NOT_SATISFIED);
        if (wantsPin && !(pin.state() instanceof PinState.Verified)) {
            return new SignOutcome.PinNeeded();
        }
        throw CardAnswerException.unexpected(
                "SIGN/DECRYPT with the key for " + instance.label(), "9000", answer, "the card can't use this key");
    }

    private <T> T locked(CardWork<T> work) throws CardConnectionException {
        lock.lock();
        try {
            connection.begin();
            try {
                return work.run();
            } finally {
                connection.end();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Several commands that belong together. */
    private interface CardWork<T> {
        T run() throws CardConnectionException;
    }
}
