package org.cacharness.simulator.pki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Attribute;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectDirectoryAttributes;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** The extensions of each kind of certificate, in the shape of DoD's. */
final class CertificateProfiles {
    /** Microsoft's user principal name, an otherName. */
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    private static final KeyPurposeId SMARTCARD_LOGON = KeyPurposeId.id_kp_smartcardlogon;

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

    static CertificateAuthority.Profile tlsServer(String host) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        if (!host.equals("localhost") && !host.equals("127.0.0.1")) {
            names.add(new GeneralName(GeneralName.dNSName, host));
        }
        return certificate -> {
            certificate.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            addAlternativeNames(certificate, names);
            addPolicies(certificate, CertificatePolicy.MEDIUM_NPE);
        };
    }

    static CertificateAuthority.Profile person(CertificateRole role, Persona persona, CertificatePolicy policy) {
        return certificate -> {
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage(role)));
            certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes(role)));
            addAlternativeNames(certificate, alternativeNames(role, persona));
            addPolicies(certificate, policy);
            certificate.addExtension(Extension.subjectDirectoryAttributes, false, citizenship());
        };
    }

    private static int keyUsage(CertificateRole role) {
        return switch (role) {
            case IDENTITY, EMAIL_SIGNATURE -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case EMAIL_ENCRYPTION -> KeyUsage.keyEncipherment;
        };
    }

    private static KeyPurposeId[] purposes(CertificateRole role) {
        return switch (role) {
            case IDENTITY -> new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
            case EMAIL_SIGNATURE ->
                new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection, SMARTCARD_LOGON, KeyPurposeId.id_kp_clientAuth};
            case EMAIL_ENCRYPTION -> new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection};
        };
    }

    private static List<GeneralName> alternativeNames(CertificateRole role, Persona persona) {
        List<GeneralName> names = new ArrayList<>();
        if (role != CertificateRole.IDENTITY && persona.email() != null) {
            names.add(new GeneralName(GeneralName.rfc822Name, persona.email()));
        }
        if (role == CertificateRole.EMAIL_SIGNATURE) {
            names.add(new GeneralName(GeneralName.otherName, upn(persona.edipi() + "@mil")));
        }
        return names;
    }

    private static ASN1Encodable upn(String name) {
        return new DERSequence(new ASN1Encodable[] {UPN, new DERTaggedObject(true, 0, new DERUTF8String(name))});
    }

    private static void addAlternativeNames(X509v3CertificateBuilder certificate, List<GeneralName> names)
            throws IOException {
        if (!names.isEmpty()) {
            certificate.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }

    private static void addPolicies(X509v3CertificateBuilder certificate, CertificatePolicy... policies)
            throws IOException {
        PolicyInformation[] all = new PolicyInformation[policies.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new PolicyInformation(new ASN1ObjectIdentifier(policies[i].oid()));
        }
        certificate.addExtension(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }

    @SuppressWarnings("JdkObsolete") // BouncyCastle takes a Vector
    private static SubjectDirectoryAttributes citizenship() {
        Vector<Attribute> attributes = new Vector<>();
        attributes.add(new Attribute(BCStyle.COUNTRY_OF_CITIZENSHIP, new DERSet(new DERPrintableString("US"))));
        return new SubjectDirectoryAttributes(attributes);
    }
}
