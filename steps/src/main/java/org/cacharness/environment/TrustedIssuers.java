package org.cacharness.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * Issuers whom the mocked portal trusts besides its own test PKI, for a card that comes from elsewhere. Whether they revoked a
 * certificate is not asked: no service of theirs is on loopback.
 *
 * @param certificates of the issuers themselves, the ones that sign people's certificates among them
 */
record TrustedIssuers(List<X509Certificate> certificates) {
    TrustedIssuers {
        certificates = List.copyOf(certificates);
    }

    static TrustedIssuers none() {
        return new TrustedIssuers(List.of());
    }

    /**
     * Reads a bundle.
     *
     * @param file certificates in PEM, or null for none
     * @throws BadInputException if it holds anything but certificates of issuers
     */
    static TrustedIssuers read(@Nullable Path file) throws BadInputException {
        if (file == null) {
            return none();
        }
        List<X509Certificate> issuers = new ArrayList<>();
        for (Certificate certificate : certificates(file)) {
            if (!(certificate instanceof X509Certificate issuer) || issuer.getBasicConstraints() < 0) {
                throw new BadInputException("--trust: expected certificates of issuers alone, " + file
                        + " has another one: a person's own certificate must not be trusted as an issuer");
            }
            issuers.add(issuer);
        }
        if (issuers.isEmpty()) {
            throw new BadInputException("--trust: expected at least one certificate in PEM, got none in " + file);
        }
        return new TrustedIssuers(issuers);
    }

    private static Collection<? extends Certificate> certificates(Path file) throws BadInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException | CertificateException e) {
            throw new BadInputException(
                    "--trust: expected certificates in PEM, got " + file + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** Whether one of them signed the certificate, by name and by key. */
    boolean issued(X509Certificate certificate) {
        return certificates.stream().anyMatch(issuer -> signed(issuer, certificate));
    }

    /** Who issued the certificate, then who issued theirs, as far as they are among these. */
    List<X509Certificate> issuersOf(X509Certificate certificate) {
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = issuerOf(certificate, chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuerOf(next.get(), chain);
        }
        return chain;
    }

    private Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> known) {
        return certificates.stream()
                .filter(issuer -> !known.contains(issuer) && signed(issuer, certificate))
                .findFirst();
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** A copy of the store, with these added. */
    KeyStore with(KeyStore own) {
        if (certificates.isEmpty()) {
            return own;
        }
        try {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(null, null);
            for (String alias : Collections.list(own.aliases())) {
                all.setCertificateEntry(alias, own.getCertificate(alias));
            }
            for (int i = 0; i < certificates.size(); i++) {
                all.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return all;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Trust store: expected a JDK with PKCS12, got " + e, e);
        }
    }
}
