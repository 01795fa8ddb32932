package org.cacharness.drivers;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The operating system's list of the user's own certificates, into which CAC software makes a card's certificates available. It is
 * looked at, and never written to; no key in it is used.
 */
public final class CertificateStore {
    /** The name that Windows and the JDK give to the personal store of the current user. */
    private static final String WINDOWS_MY = "Windows-MY";

    private final String name;
    private final Source source;

    private CertificateStore(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /** Where the JDK has a view of the store of Windows: Windows-MY of provider SunMSCAPI; elsewhere there is none. */
    public static Optional<CertificateStore> ofThisMachine() {
        return Optional.ofNullable(Security.getProvider("SunMSCAPI"))
                .filter(provider -> provider.getService("KeyStore", WINDOWS_MY) != null)
                .map(provider -> of(WINDOWS_MY, provider));
    }

    /**
     * A store that a provider knows by a name, and that needs no password to be looked at.
     *
     * @param name of the key store's type
     * @param provider has it
     */
    public static CertificateStore of(String name, Provider provider) {
        return new CertificateStore(name, () -> {
            // A new one for each look: what is loaded once does not change
            KeyStore store = KeyStore.getInstance(name, provider);
            store.load(null, null);
            return store;
        });
    }

    /** What people and reports call it. */
    public String name() {
        return name;
    }

    /**
     * The certificates that are in it now.
     *
     * @throws IllegalStateException if it cannot be read
     */
    public List<X509Certificate> certificates() {
        try {
            KeyStore store = source.open();
            List<X509Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                certificate(store, alias).ifPresent(found::add);
            }
            return List.copyOf(found);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "Certificate store " + name + ": expected to read it, got " + e + ": does the user have one?", e);
        }
    }

    /** Whether this very certificate is in it: not another for the same name or key. */
    public boolean has(X509Certificate certificate) {
        return certificates().contains(certificate);
    }

    /**
     * Waits until a certificate is in it, by looking again and again; that asks for no PIN.
     *
     * @param limit how long
     * @return whether it came in time
     */
    public boolean gains(X509Certificate certificate, Duration limit) {
        return new Patience(limit).until(() -> has(certificate));
    }

    private static Optional<X509Certificate> certificate(KeyStore store, String alias) throws KeyStoreException {
        Certificate certificate = store.getCertificate(alias);
        return certificate instanceof X509Certificate known ? Optional.of(known) : Optional.empty();
    }

    /** Opens the store anew. */
    private interface Source {
        KeyStore open() throws GeneralSecurityException, IOException;
    }
}
