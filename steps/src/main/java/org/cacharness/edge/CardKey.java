package org.cacharness.edge;

import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A private key on a card, as far as it can be had: it signs, and has no encoding.
 *
 * <p>It carries its card, so that the provider is stateless, and the person who may be asked for the PIN.
 */
public abstract sealed class CardKey implements PrivateKey permits RsaCardKey, EcCardKey {
    private static final long serialVersionUID = 1L;

    private final transient CacCard card;
    private final PkiInstance instance;
    private final transient PinEntry pinEntry;

    CardKey(CacCard card, PkiInstance instance, PinEntry pinEntry) {
        this.card = card;
        this.instance = instance;
        this.pinEntry = pinEntry;
    }

    /**
     * The key that belongs to a certificate.
     *
     * @param card the card that both are on
     * @param certificate a certificate with an RSA or EC key
     * @param pinEntry asked at most once for each signature, when the card wants its PIN
     */
    public static CardKey of(CacCard card, CardCertificate certificate, PinEntry pinEntry) {
        PublicKey publicKey = certificate.certificate().getPublicKey();
        if (publicKey instanceof RSAPublicKey rsa) {
            return new RsaCardKey(card, certificate.instance(), pinEntry, rsa.getModulus());
        }
        if (publicKey instanceof ECPublicKey ec) {
            return new EcCardKey(card, certificate.instance(), pinEntry, ec.getParams());
        }
        throw new IllegalArgumentException("Key on a card: expected RSA or EC, got " + publicKey.getAlgorithm());
    }

    /** Where the key lies on its card. */
    public PkiInstance instance() {
        return instance;
    }

    /** Null: the key never leaves the card. */
    @Override
    public @Nullable String getFormat() {
        return null;
    }

    /** Null: the key never leaves the card. */
    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    @Override
    public String toString() {
        return getAlgorithm() + " key for " + instance.label() + " on a card";
    }

    /** Refuses: without its card the key is nothing. */
    protected Object writeReplace() throws ObjectStreamException {
        throw new NotSerializableException(
                "Write the " + this + ": expected a key that can leave its card, this one can't");
    }

    /** Does the private operation; where the card wants its PIN, asks for it once. */
    byte[] operate(byte[] block) throws CardSignatureException {
        try {
            SignOutcome outcome = card.sign(instance, block);
            if (outcome instanceof SignOutcome.PinNeeded) {
                new Unlocking("Sign with the " + this).unlock(instance, card.pinState(), pinEntry, card::present);
                outcome = card.sign(instance, block);
            }
            if (outcome instanceof SignOutcome.Signed signed) {
                return complete(signed.result());
            }
            throw failure(
                    CardSignatureException.Reason.CARD_AT_FAULT, "the card wants a PIN that it has just accepted");
        } catch (CardConnectionException e) {
            throw failure(CardSignatureException.Reason.CARD_GONE, e.getMessage(), e);
        } catch (Refusal e) {
            throw failure(CardSignatureException.Reason.PIN_NOT_SENT, e.getMessage(), e);
        } catch (CardAnswerException e) {
            throw failure(CardSignatureException.Reason.CARD_AT_FAULT, e.getMessage(), e);
        }
    }

    /** What the card answered, as whoever verifies expects it. */
    byte[] complete(byte[] result) {
        return result;
    }

    private CardSignatureException failure(CardSignatureException.Reason reason, String why) {
        return new CardSignatureException(reason, "Sign with the " + this + ": " + why);
    }

    private CardSignatureException failure(
            CardSignatureException.Reason reason, @Nullable String why, Throwable cause) {
        return new CardSignatureException(reason, "Sign with the " + this + ": " + why, cause);
    }
}
