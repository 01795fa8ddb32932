package org.cacharness.edge;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import org.jspecify.annotations.Nullable;

/** A signature by a card's key: the host hashes and pads, the card does the private operation. It does not verify. */
class CardSignature extends SignatureSpi {
    private final Padding padding;
    private SignedMessage message;
    private @Nullable CardKey key;

    CardSignature(SignedMessage message, Padding padding) {
        this.message = message;
        this.padding = padding;
    }

    /** Makes the card's input out of a hash. */
    @FunctionalInterface
    interface Padding {
        byte[] pad(byte[] hash, CardKey key) throws SignatureException;
    }

    static CardSignature ecdsa(String digest) {
        return new CardSignature(SignedMessage.hashed(digest), (hash, key) -> hash);
    }

    static CardSignature rawEcdsa() {
        return new CardSignature(SignedMessage.whole(), (hash, key) -> hash);
    }

    @Override
    protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
        if (!(privateKey instanceof CardKey cardKey)) {
            throw new InvalidKeyException("Sign with a card: expected a key on a card, got "
                    + privateKey.getClass().getName());
        }
        message.finish();
        key = cardKey;
    }

    @Override
    protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
        throw new InvalidKeyException("Verify: expected another provider, " + CardProvider.NAME + " only signs");
    }

    @Override
    protected void engineUpdate(byte value) {
        message.add(new byte[] {value}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        message.add(bytes, offset, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        byte[] hash = message.finish();
        if (key == null) {
            throw new SignatureException("Sign with a card: expected initSign first");
        }
        return key.operate(padding.pad(hash, key));
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        throw new SignatureException("Verify: expected another provider, " + CardProvider.NAME + " only signs");
    }

    @Override
    protected void engineSetParameter(@Nullable AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException {
        if (parameters != null) {
            throw new InvalidAlgorithmParameterException("Sign with a card: this algorithm takes no parameters");
        }
    }

    @Override
    @SuppressWarnings("deprecation") // SignatureSpi makes every provider answer it
    protected void engineSetParameter(String name, Object value) {
        throw new InvalidParameterException("Sign with a card: no parameter " + name);
    }

    @Override
    @SuppressWarnings("deprecation") // SignatureSpi makes every provider answer it
    protected Object engineGetParameter(String name) {
        throw new InvalidParameterException("Sign with a card: no parameter " + name);
    }

    final void use(SignedMessage another) {
        message = another;
    }
}
