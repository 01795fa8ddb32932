package org.cacharness.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose signatures are believed: certificates of signers, or of their issuers (RFC 5280, 6).
 *
 * <p>Validity is looked at for the time of the run, for a card's certificate expires before its evidence does. Revocation is not
 * looked at: this works without a network.
 */
public final class TrustedSigners {
    private final List<X509Certificate> trusted;

    /** Believes these. */
    public TrustedSigners(Collection<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Reads a PEM file of one or more certificates.
     *
     * @throws EvidenceException if there is none in it
     */
    public static TrustedSigners read(Path pem) throws EvidenceException {
        try (InputStream stream = Files.newInputStream(pem)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new EvidenceException("--trust: expected certificates in PEM, got none in " + pem
                        + ": give the certificate of the signer or of its issuer");
            }
            return new TrustedSigners(certificates);
        } catch (IOException | CertificateException e) {
            throw new EvidenceException(
                    "--trust: expected certificates in PEM, got " + pem + ", which cannot be read: check the file", e);
        }
    }

    /**
     * Why a signer is not believed.
     *
     * @param chain the signer's certificate and those of its issuers that came with it
     * @param at when it signed
     * @return empty if it is believed
     */
    public Optional<String> objection(List<X509Certificate> chain, Instant at) {
        X509Certificate signer = chain.get(0);
        if (trusted.contains(signer)) {
            return Optional.empty();
        }
        List<X509Certificate> path = chain.stream()
                .filter(certificate -> !trusted.contains(certificate))
                .filter(certificate -> certificate.equals(signer) || !isSelfIssued(certificate))
                .toList();
        try {
            PKIXParameters parameters = new PKIXParameters(trusted.stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException no) {
            return Optional.of(String.valueOf(no.getMessage()));
        } catch (GeneralSecurityException e) {
            return Optional.of("not checked: " + e.getMessage());
        }
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
