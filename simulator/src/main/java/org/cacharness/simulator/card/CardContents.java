package org.cacharness.simulator.card;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Persona;

/** What personalisation writes on a card. */
public final class CardContents {
    private static final Pattern PIN_FORM = Pattern.compile("[0-9]{4,8}");

    private final CardSerial serial;
    private final Persona cardholder;
    private final List<Credential> credentials;
    private final char[] pin;
    private final boolean gzip;
    private final Set<CardMutant> mutants;

    private CardContents(
            CardSerial serial,
            Persona cardholder,
            List<Credential> credentials,
            char[] pin,
            boolean gzip,
            Set<CardMutant> mutants) {
        this.serial = Objects.requireNonNull(serial, "serial");
        this.cardholder = Objects.requireNonNull(cardholder, "cardholder");
        this.credentials = List.copyOf(credentials);
        this.pin = pin.clone();
        this.gzip = gzip;
        this.mutants = Set.copyOf(mutants);
        requireOnePerRole(this.credentials);
        requirePinForm(this.pin);
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
        return new CardContents(serial, cardholder, credentials, pin, false, Set.of());
    }

    /** The same, with the certificates compressed by gzip, as many cards in the field have them. */
    public CardContents compressed() {
        return new CardContents(serial, cardholder, credentials, pin, true, mutants);
    }

    /** The same, wrong in these ways. */
    public CardContents with(Set<CardMutant> wrong) {
        return new CardContents(serial, cardholder, credentials, pin, gzip, wrong);
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
        return "CardContents[" + serial + ", " + cardholder.id() + ", " + credentials + ", PIN ****, " + mutants + "]";
    }

    private static void requireOnePerRole(List<Credential> credentials) {
        if (credentials.stream().map(Credential::role).distinct().count() != credentials.size()) {
            throw new IllegalArgumentException("Card contents: expected at most one credential for each role, got "
                    + credentials.stream().map(Credential::role).toList());
        }
    }

    private static void requirePinForm(char[] pin) {
        if (!PIN_FORM.matcher(CharBuffer.wrap(pin)).matches()) {
            throw new IllegalArgumentException(
                    "Card contents: expected a PIN of four to eight digits, got " + pin.length + " characters");
        }
    }
}
