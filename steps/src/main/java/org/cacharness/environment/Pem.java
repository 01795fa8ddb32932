package org.cacharness.environment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;

/** Certificates as text (RFC 7468, 5.1). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** The certificates of a store, one after the other. */
    static String of(KeyStore store) {
        StringBuilder text = new StringBuilder();
        try {
            for (String alias : Collections.list(store.aliases())) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII))
                                .encodeToString(store.getCertificate(alias).getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PEM: expected a store of certificates, got " + e, e);
        }
        return text.toString();
    }
}
