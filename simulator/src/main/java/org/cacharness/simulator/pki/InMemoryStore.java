package org.cacharness.simulator.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** PKCS12 key stores that are never written to a file. */
final class InMemoryStore {
    private InMemoryStore() {}

    /** A store of trusted authorities, each under its file name. */
    static KeyStore trusting(List<CertificateAuthority> authorities) {
        return filled(store -> {
            for (CertificateAuthority authority : authorities) {
                store.setCertificateEntry(authority.fileName(), authority.certificate());
            }
        });
    }

    /** A store with one key and its chain, under the alias {@code server}. */
    static KeyStore holding(KeyPair pair, List<X509Certificate> chain, StorePassword password) {
        return filled(store -> store.setKeyEntry(
                "server", pair.getPrivate(), password.characters(), chain.toArray(Certificate[]::new)));
    }

    @FunctionalInterface
    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static KeyStore filled(Filling filling) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("test PKI: no PKCS12 store from this JDK: use an unmodified JDK 17", e);
        }
    }
}
