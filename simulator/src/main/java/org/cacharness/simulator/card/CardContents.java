package org.cacharness.simulator.card;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.IssuedCard;
import org.cacharness.simulator.pki.Persona;
import org.jspecify.annotations.Nullable;

/** What personalisation writes on a card. */
public final class CardContents {
    private static final Pattern PIN_FORM = Pattern.compile("[0-9]{4,8}");
    private static final int FEWEST_DIGITS = 4;
    private static final int FEWEST_PIV_DIGITS = 6;
    private static final int PUK_LENGTH = 8;

    private final CardSerial serial;
    private final Persona cardholder;
    private final List<Credential> credentials;
    private final char[] pin;
    private final boolean gzip;
    private final Set<CardMutant> mutants;
    private final CardModel model;
    private final @Nullable IssuedCard issued;
    private final byte @Nullable [] puk;
    private final @Nullable CardFault fault;

    private CardContents(
            CardSerial serial,
            Persona cardholder,
            List<Credential> credentials,
            char[] pin,
            boolean gzip,
            Set<CardMutant> mutants,
            CardModel model,
            @Nullable IssuedCard issued,
            byte @Nullable [] puk,
            @Nullable CardFault fault) {
        this.serial = Objects.requireNonNull(serial, "serial");
        this.cardholder = Objects.requireNonNull(cardholder, "cardholder");
        this.credentials = List.copyOf(credentials);
        this.pin = pin.clone();
        this.gzip = gzip;
        this.mutants = Set.copyOf(mutants);
        this.model = model;
        this.issued = issued;
        this.puk = puk == null ? null : puk.clone();
        this.fault = fault;
        requireOnePerRole(this.credentials);
        requirePinForm(this.pin, fewestPinDigits());
        requireIssued(model, issued);
    }

    /**
     * The contents of a card in order, with certificates as they are.
     *
     * @param serial the card's identifier
     * @param cardholder the person on the card
     * @param credentials at most one for each role; RSA-2048, RSA-3072, P-256 or P-384
     * @param pin four to eight digits; cloned
     * @throws IllegalArgumentException if a role comes twice, or the PIN has another form
     */
    public static CardContents of(CardSerial serial, Persona cardholder, List<Credential> credentials, char[] pin) {
        return new CardContents(
                serial, cardholder, credentials, pin, false, Set.of(), CardModel.CAC_ONLY, null, null, null);
    }

    /**
     * The same, of all that was issued: what a card with both edges takes. It is a {@link CardModel#CAC_ONLY} until
     * {@link #as(CardModel)} says otherwise.
     */
    public static CardContents of(CardSerial serial, Persona cardholder, IssuedCard issued, char[] pin) {
        return new CardContents(
                serial, cardholder, issued.credentials(), pin, false, Set.of(), CardModel.CAC_ONLY, issued, null, null);
    }

    /**
     * The same on a card of another model.
     *
     * @throws IllegalArgumentException if the model has the PIV application, and these contents were made of credentials alone or
     *     have a PIN of less than six digits
     */
    public CardContents as(CardModel other) {
        return new CardContents(serial, cardholder, credentials, pin, gzip, mutants, other, issued, puk, fault);
    }

    /**
     * The same with a PUK that is known; otherwise it is random, as for a cardholder.
     *
     * @param known any eight bytes; cloned
     * @throws IllegalArgumentException if they are not eight
     */
    public CardContents withPuk(byte[] known) {
        if (known.length != PUK_LENGTH) {
            throw new IllegalArgumentException(
                    "Card contents: expected a PUK of " + PUK_LENGTH + " bytes, got " + known.length);
        }
        return new CardContents(serial, cardholder, credentials, pin, gzip, mutants, model, issued, known, fault);
    }

    /** The same, with the certificates compressed by gzip, as many cards in the field have them. */
    public CardContents compressed() {
        return new CardContents(serial, cardholder, credentials, pin, true, mutants, model, issued, puk, fault);
    }

    /** The same, wrong in these ways. */
    public CardContents with(Set<CardMutant> wrong) {
        return new CardContents(serial, cardholder, credentials, pin, gzip, wrong, model, issued, puk, fault);
    }

    /** The same with a fault. */
    public CardContents with(CardFault struck) {
        return new CardContents(serial, cardholder, credentials, pin, gzip, mutants, model, issued, puk, struck);
    }

    /** The card's identifier. */
    public CardSerial serial() {
        return serial;
    }

    /** The person on the card. */
    public Persona cardholder() {
        return cardholder;
    }

    /** Certificates with their keys. */
    public List<Credential> credentials() {
        return credentials;
    }

    /** The ways in which the card is wrong; usually none. */
    public Set<CardMutant> mutants() {
        return mutants;
    }

    /** The fault that the card has, or is about to have. */
    public Optional<CardFault> fault() {
        return mutants.contains(CardMutant.FAULT_DOES_NOT_SHOW) ? Optional.empty() : Optional.ofNullable(fault);
    }

    /** Whether the card has this fault. */
    boolean has(CardFault asked) {
        return fault().filter(asked::equals).isPresent();
    }

    /** The kind of card. */
    public CardModel model() {
        return model;
    }

    /** What was issued for a card with both edges. */
    IssuedCard issued() {
        return Objects.requireNonNull(issued, "issued");
    }

    /** SP 800-73-4 Part 2, 2.4.3: six, where there is a PIV application. */
    int fewestPinDigits() {
        return model.hasPiv() ? FEWEST_PIV_DIGITS : FEWEST_DIGITS;
    }

    /** The PUK that is known, or a random one that nobody knows. A new array each time; the caller zeroes it. */
    byte[] puk(SecureRandom random) {
        if (puk != null) {
            return puk.clone();
        }
        byte[] unknown = new byte[PUK_LENGTH];
        random.nextBytes(unknown);
        return unknown;
    }

    /** The key that comes on the card for this credential: its own, unless the card is to be wrong; then that for encryption. */
    CardKeyImport keyOf(Credential credential) {
        if (has(CardFault.WRONG_KEY) && isForIdentity(credential)) {
            return CardKeyImport.of(keyOfEncryption().privateKey());
        }
        return mutants.contains(CardMutant.SIGNS_WITH_ANOTHER_KEY)
                ? CardKeyImport.another(credential.privateKey())
                : CardKeyImport.of(credential.privateKey());
    }

    private static boolean isForIdentity(Credential credential) {
        return credential.role() == CertificateRole.IDENTITY || credential.role() == CertificateRole.PIV_AUTHENTICATION;
    }

    private Credential keyOfEncryption() {
        return credentials.stream()
                .filter(credential -> credential.role() == CertificateRole.EMAIL_ENCRYPTION)
                .findFirst()
                .orElse(credentials.get(credentials.size() - 1));
    }

    boolean gzip() {
        return gzip;
    }

    /** A new array each time: four to eight digits, then FF to eight bytes. The caller zeroes it. */
    byte[] pinBlock() {
        byte[] block = new byte[8];
        Arrays.fill(block, (byte) 0xFF);
        for (int i = 0; i < pin.length; i++) {
            block[i] = (byte) pin[i];
        }
        return block;
    }

    @Override
    public String toString() {
        return "CardContents[" + serial + ", " + cardholder.id() + ", " + credentials + ", PIN ****, " + model + ", "
                + mutants + ", " + fault() + "]";
    }

    private static void requireOnePerRole(List<Credential> credentials) {
        if (credentials.stream().map(Credential::role).distinct().count() != credentials.size()) {
            throw new IllegalArgumentException("Card contents: expected at most one credential for each role, got "
                    + credentials.stream().map(Credential::role).toList());
        }
    }

    private static void requirePinForm(char[] pin, int fewest) {
        if (pin.length < fewest || !PIN_FORM.matcher(CharBuffer.wrap(pin)).matches()) {
            throw new IllegalArgumentException(
                    "Card contents: expected a PIN of " + fewest + " to 8 digits, got " + pin.length + " characters");
        }
    }

    private static void requireIssued(CardModel model, @Nullable IssuedCard issued) {
        if (model.hasPiv() && issued == null) {
            throw new IllegalArgumentException(
                    "Card contents: expected what TestPki.issueCard made for a card of " + model
                            + ", got the credentials of a CAC alone: use CardContents.of(serial, cardholder, issued, pin)");
        }
    }
}
