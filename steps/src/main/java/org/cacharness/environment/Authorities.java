package org.cacharness.environment;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The certificates of a key store that is trusted. */
final class Authorities {
    private Authorities() {}

    static List<X509Certificate> in(KeyStore trusted) {
        try {
            List<X509Certificate> authorities = new ArrayList<>();
            for (String alias : Collections.list(trusted.aliases())) {
                authorities.add((X509Certificate) trusted.getCertificate(alias));
            }
            return authorities;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("Trust: expected a key store that is loaded, got " + e, e);
        }
    }
}
