package org.cacharness.simulator.pki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.util.IPAddress;

/** The extensions of authorities, responders, servers and signers, in the shape of DoD's; a card's are in {@link CardProfile}. */
final class CertificateProfiles {
    static final String THIS_MACHINE = "localhost";
    private static final String LOOPBACK = "127.0.0.1";

    /** id-PIV-content-signing. */
    private static final ASN1ObjectIdentifier CONTENT_SIGNING = new ASN1ObjectIdentifier("2.16.840.1.101.3.6.7");

    private CertificateProfiles() {}

    static CertificateAuthority.Profile root() {
        return certificate -> {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        };
    }

    static CertificateAuthority.Profile issuer() {
        return certificate -> {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
            addPolicies(certificate, CertificatePolicy.values());
        };
    }

    /** A responder that the issuer delegated to (RFC 6960, 4.2.2.2), itself not checked for revocation. */
    static CertificateAuthority.Profile ocspResponder() {
        return certificate -> {
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            certificate.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        };
    }

    static CertificateAuthority.Profile tlsServer(Set<String> hosts) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, THIS_MACHINE));
        names.add(new GeneralName(GeneralName.iPAddress, LOOPBACK));
        hosts.stream()
                .filter(host -> !host.equals(THIS_MACHINE) && !host.equals(LOOPBACK))
                .sorted()
                .map(CertificateProfiles::name)
                .forEach(names::add);
        return certificate -> {
            certificate.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            addAlternativeNames(certificate, names);
            addPolicies(certificate, CertificatePolicy.MEDIUM_NPE);
        };
    }

    /** A browser looks for a host that is an address among the addresses alone (RFC 9110, 4.3.5). */
    private static GeneralName name(String host) {
        String address = host.replaceAll("^\\[|]$", "");
        return IPAddress.isValid(address)
                ? new GeneralName(GeneralName.iPAddress, address)
                : new GeneralName(GeneralName.dNSName, host);
    }

    /** Signs CHUIDs and biometrics; valid as long as the cards that it signed (FPKI profile, worksheet 10). */
    static CertificateAuthority.Profile contentSigner() {
        return certificate -> {
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.getInstance(CONTENT_SIGNING)));
            addPolicies(certificate, CertificatePolicy.PIV_CONTENT_SIGNING);
        };
    }

    static void addAlternativeNames(X509v3CertificateBuilder certificate, List<GeneralName> names) throws IOException {
        if (!names.isEmpty()) {
            certificate.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }

    static void addPolicies(X509v3CertificateBuilder certificate, CertificatePolicy... policies) throws IOException {
        PolicyInformation[] all = new PolicyInformation[policies.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new PolicyInformation(new ASN1ObjectIdentifier(policies[i].oid()));
        }
        certificate.addExtension(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }
}
