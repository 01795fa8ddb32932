package org.cacharness.simulator.pki;

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
 */
public record CardOrder(
        Persona persona,
        int cardNumber,
        CardValidity validity,
        CardLife life,
        CardIssuer issuer,
        CertificatePolicy policy,
        KeyKind keys) {
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

    /** The person's first card, ordinary in every way. */
    public static CardOrder of(Persona persona) {
        return new CardOrder(
                persona,
                1,
                CardValidity.CURRENT,
                CardLife.AS_CERTIFICATES,
                CardIssuer.GENUINE,
                CertificatePolicy.MEDIUM_HARDWARE,
                KeyKind.RSA_2048);
    }

    /** The person's n-th card, with keys of its own. */
    public CardOrder card(int number) {
        return new CardOrder(persona, number, validity, life, issuer, policy, keys);
    }

    /** A card whose certificates ended yesterday. */
    public CardOrder expired() {
        return new CardOrder(persona, cardNumber, CardValidity.EXPIRED, life, issuer, policy, keys);
    }

    /** A card whose certificates begin in 30 days. */
    public CardOrder notYetValid() {
        return new CardOrder(persona, cardNumber, CardValidity.NOT_YET_VALID, life, issuer, policy, keys);
    }

    /** A card that ends before its certificates would have. */
    public CardOrder endingEarly() {
        return new CardOrder(persona, cardNumber, validity, CardLife.SHORTER, issuer, policy, keys);
    }

    /** A card that ended yesterday, with certificates that are still valid. */
    public CardOrder outlivedByItsCertificates() {
        return new CardOrder(persona, cardNumber, validity, CardLife.OVER, issuer, policy, keys);
    }

    /** A card of an issuer that the portal does not trust. */
    public CardOrder fromForeignIssuer() {
        return new CardOrder(persona, cardNumber, validity, life, CardIssuer.FOREIGN, policy, keys);
    }

    /** A card of an issuer that has the genuine one's name and not its key. */
    public CardOrder fromLookalikeIssuer() {
        return new CardOrder(persona, cardNumber, validity, life, CardIssuer.LOOKALIKE, policy, keys);
    }

    /** Certificates that differ from the person's in the policy alone: a device's (NPE). */
    public CardOrder asDevice() {
        return new CardOrder(persona, cardNumber, validity, life, issuer, CertificatePolicy.MEDIUM_NPE, keys);
    }

    /** A card with key pairs of this kind. */
    public CardOrder with(KeyKind kind) {
        return new CardOrder(persona, cardNumber, validity, life, issuer, policy, kind);
    }
}
