package org.cacharness.simulator.portal;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says it is for: key usage, extended key usage, policies (RFC 5280, 4.2.1.3, 4.2.1.12, 4.2.1.4).
 *
 * <p>A chain to a trusted root is not enough: the same issuers make certificates for devices, for doors and for encryption.
 */
final class CertificatePurpose {
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    /** DoD mediumNPE, three strengths: none of them stands for a person. */
    private static final Set<String> DEVICE =
            Set.of("2.16.840.1.101.2.1.11.36", "2.16.840.1.101.2.1.11.37", "2.16.840.1.101.2.1.11.38");
    /** The common policy's card authentication: whoever holds the card can use it, without a PIN. */
    private static final String CARD = "2.16.840.1.101.3.2.1.3.17";

    private final X509Certificate certificate;

    CertificatePurpose(X509Certificate certificate) {
        this.certificate = certificate;
    }

    boolean isAuthority() {
        return certificate.getBasicConstraints() >= 0;
    }

    /** Whether the key may sign a handshake (bit 0, digitalSignature). A certificate that says nothing is not taken. */
    boolean signs() {
        boolean @Nullable [] usage = certificate.getKeyUsage();
        return usage != null && usage[0];
    }

    /** Whether client authentication is allowed. An identity certificate of a CAC may have no extended key usage at all. */
    boolean authenticatesClients() {
        try {
            @Nullable List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null || usages.contains(CLIENT_AUTHENTICATION) || usages.contains(ANY_PURPOSE);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    boolean isForDevice() {
        return policies().stream().anyMatch(DEVICE::contains);
    }

    boolean isForCard() {
        return policies().contains(CARD);
    }

    private Set<String> policies() {
        byte @Nullable [] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return Set.of();
        }
        byte[] value = ASN1OctetString.getInstance(extension).getOctets();
        return Stream.of(CertificatePolicies.getInstance(value).getPolicyInformation())
                .map(PolicyInformation::getPolicyIdentifier)
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
