package org.cacharness.simulator.pki;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What card to issue to whom.
 *
 * @param persona the cardholder
 * @param cardNumber the person's first card (1), second card (2) …; cards of one number share their key pairs, see {@link KeyPool}
 * @param validity when the certificates are valid
 * @param life when the card itself ends
 * @param issuer who signs them
 * @param policy what the certificates claim to be
 * @param keys what key pairs the card has
 * @param offered which of the card's certificates is in the place of the identity certificate
 * @param checkedAt how those answer whom the certificates name for revocation
 * @param serialNumber of the certificate in the place of the identity certificate; empty for one that no other has
 */
public record CardOrder(
        Persona persona,
        int cardNumber,
        CardValidity validity,
        CardLife life,
        CardIssuer issuer,
        CertificatePolicy policy,
        KeyKind keys,
        CertificateRole offered,
        RevocationService checkedAt,
        Optional<BigInteger> serialNumber) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the card number is not positive
     */
    public CardOrder {
        if (cardNumber < 1) {
            throw new IllegalArgumentException("card order for " + persona.id()
                    + ": expected a card number of 1 or more, got " + cardNumber + ": the first card is number 1");
        }
    }

    /** The person's first card, ordinary in every way that the person is. */
    public static CardOrder of(Persona persona) {
        return switch (persona.particulars().programme()) {
            case CAC, JITC -> of(persona, CertificatePolicy.MEDIUM_HARDWARE, CertificateRole.IDENTITY);
            case PIV -> of(persona, CertificatePolicy.COMMON_HARDWARE, CertificateRole.PIV_AUTHENTICATION);
            case ECA -> of(persona, CertificatePolicy.ECA_MEDIUM_HARDWARE, CertificateRole.IDENTITY);
            case DEVICE -> of(persona, CertificatePolicy.MEDIUM_NPE, CertificateRole.IDENTITY);
        };
    }

    private static CardOrder of(Persona persona, CertificatePolicy policy, CertificateRole offered) {
        return new CardOrder(
                persona,
                1,
                CardValidity.CURRENT,
                CardLife.AS_CERTIFICATES,
                CardIssuer.GENUINE,
                policy,
                KeyKind.RSA_2048,
                offered,
                RevocationService.UP,
                Optional.empty());
    }

    /** The person's n-th card, with keys of its own. */
    public CardOrder card(int number) {
        return new CardOrder(persona, number, validity, life, issuer, policy, keys, offered, checkedAt, serialNumber);
    }

    /** A card whose certificates ended yesterday. */
    public CardOrder expired() {
        return valid(CardValidity.EXPIRED);
    }

    /** A card whose certificates begin in 30 days. */
    public CardOrder notYetValid() {
        return valid(CardValidity.NOT_YET_VALID);
    }

    private CardOrder valid(CardValidity when) {
        return new CardOrder(persona, cardNumber, when, life, issuer, policy, keys, offered, checkedAt, serialNumber);
    }

    /** A card that ends before its certificates would have. */
    public CardOrder endingEarly() {
        return ending(CardLife.SHORTER);
    }

    /** A card that ended yesterday, with certificates that are still valid. */
    public CardOrder outlivedByItsCertificates() {
        return ending(CardLife.OVER);
    }

    private CardOrder ending(CardLife when) {
        return new CardOrder(
                persona, cardNumber, validity, when, issuer, policy, keys, offered, checkedAt, serialNumber);
    }

    /** A card of an issuer that the portal does not trust. */
    public CardOrder fromForeignIssuer() {
        return from(CardIssuer.FOREIGN);
    }

    /** A card of an issuer that has the genuine one's name and not its key. */
    public CardOrder fromLookalikeIssuer() {
        return from(CardIssuer.LOOKALIKE);
    }

    /** A card of an issuer of DoD that nobody has told the portal of. */
    public CardOrder fromNewIssuer() {
        return from(CardIssuer.NEW);
    }

    private CardOrder from(CardIssuer other) {
        return new CardOrder(
                persona, cardNumber, validity, life, other, policy, keys, offered, checkedAt, serialNumber);
    }

    /** Certificates that differ from the person's in the policy alone: a device's (NPE). */
    public CardOrder asDevice() {
        return new CardOrder(
                persona,
                cardNumber,
                validity,
                life,
                issuer,
                CertificatePolicy.MEDIUM_NPE,
                keys,
                offered,
                checkedAt,
                serialNumber);
    }

    /** A card with key pairs of this kind. */
    public CardOrder with(KeyKind kind) {
        return new CardOrder(
                persona, cardNumber, validity, life, issuer, policy, kind, offered, checkedAt, serialNumber);
    }

    /** A card that has this certificate where the identity certificate is. */
    public CardOrder offering(CertificateRole role) {
        return new CardOrder(persona, cardNumber, validity, life, issuer, policy, keys, role, checkedAt, serialNumber);
    }

    /** A card whose certificates name services for revocation that answer in this way, whatever the others do. */
    public CardOrder checkedAt(RevocationService service) {
        return new CardOrder(persona, cardNumber, validity, life, issuer, policy, keys, offered, service, serialNumber);
    }

    /** A card whose first certificate has this serial number, which another issuer may have given, too. */
    public CardOrder numbered(BigInteger number) {
        return new CardOrder(
                persona, cardNumber, validity, life, issuer, policy, keys, offered, checkedAt, Optional.of(number));
    }
}
