package org.cacharness.drivers;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.edge.CardProvider;
import org.cacharness.edge.PkiInstance;
import org.cacharness.edge.Refusal;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.evidence.SignatureAlgorithm;

/**
 * Signs evidence with the e-mail signature key of the CAC in a reader, the one that PIV calls 9C.
 *
 * <p>The reader's guard keeps the PIN policy: the tries left are read before the PIN is sent.
 */
public final class CardSigner implements EvidenceSigner {
    private final CardReader reader;
    private final Prompts prompts;
    private final List<X509Certificate> certificates;

    private CardSigner(CardReader reader, Prompts prompts, List<X509Certificate> certificates) {
        this.reader = reader;
        this.prompts = prompts;
        this.certificates = certificates;
    }

    /**
     * A signer with the card that is in a reader.
     *
     * @param reader stays the caller's to close
     * @param prompts asked for the PIN, once for each signature
     * @param issuers the issuers of a certificate, for whoever checks; may be none
     * @throws CardUnreachableException if there is no card, or none with that certificate
     */
    public static CardSigner of(
            CardReader reader,
            Prompts prompts,
            java.util.function.Function<X509Certificate, List<X509Certificate>> issuers) {
        CardProvider.register();
        X509Certificate own = reader.certificate(PkiInstance.EMAIL_SIGNATURE)
                .orElseThrow(() -> new IllegalStateException("Sign with the card: expected a certificate for "
                        + PkiInstance.EMAIL_SIGNATURE.label() + ", the card in " + reader.name()
                        + " has none: sign with --sign-with harness"));
        return new CardSigner(
                reader,
                prompts,
                Stream.concat(Stream.of(own), issuers.apply(own).stream()).toList());
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws EvidenceException {
        X509Certificate own = certificates.get(0);
        try {
            PrivateKey key = reader.privateKeyOf(own, prompts)
                    .orElseThrow(() -> new EvidenceException("Sign with the card: expected it in " + reader.name()
                            + ", it is gone: put it back, and sign again"));
            Signature signature = Signature.getInstance(
                    SignatureAlgorithm.of(own.getPublicKey()).jcaName());
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException | Refusal | CardUnreachableException e) {
            throw new EvidenceException(String.valueOf(e.getMessage()), e);
        }
    }
}
