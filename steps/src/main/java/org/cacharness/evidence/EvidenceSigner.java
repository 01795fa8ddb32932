package org.cacharness.evidence;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whoever signs a pack: a key of the harness's, of a file, or on a card. */
public interface EvidenceSigner extends AutoCloseable {
    /** The certificate of the key, then those of its issuers as far as they are at hand. */
    List<X509Certificate> certificates();

    /**
     * Signs: RSASSA-PKCS1-v1_5 or ECDSA, with SHA-256, as the certificate's key is.
     *
     * @param toBeSigned not hashed yet
     * @throws EvidenceException if the key cannot be used, or its holder does not want it
     */
    byte[] sign(byte[] toBeSigned) throws EvidenceException;

    @Override
    default void close() {}
}
