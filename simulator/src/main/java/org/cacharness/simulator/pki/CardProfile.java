package org.cacharness.simulator.pki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Attribute;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectDirectoryAttributes;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * The extensions of one certificate of one card, in the shape of DoD's (FPKI profile of PIV certificates, worksheets 5 to 9).
 *
 * @param role what the certificate is for
 * @param persona the cardholder as this card names them
 * @param identity the card
 * @param order what was ordered
 */
record CardProfile(CertificateRole role, Persona persona, CardIdentity identity, CardOrder order)
        implements CertificateAuthority.Profile {
    /** Microsoft's user principal name, an otherName. */
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    /** SP 800-73-4 Part 1, 3.1.2: the FASC-N as an otherName. */
    private static final ASN1ObjectIdentifier FASC_N = new ASN1ObjectIdentifier("2.16.840.1.101.3.6.6");

    private static final KeyPurposeId CARD_AUTHENTICATION =
            KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.16.840.1.101.3.6.8"));

    /** False: the background investigation was complete when the card was issued. */
    private static final ASN1ObjectIdentifier INTERIM = new ASN1ObjectIdentifier("2.16.840.1.101.3.6.9.1");

    @Override
    public void addTo(X509v3CertificateBuilder certificate) throws IOException {
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage()));
        certificate.addExtension(Extension.extendedKeyUsage, isForCard(), new ExtendedKeyUsage(purposes()));
        CertificateProfiles.addAlternativeNames(certificate, alternativeNames());
        CertificateProfiles.addPolicies(certificate, policies());
        if (isForCard() || role == CertificateRole.PIV_AUTHENTICATION) {
            certificate.addExtension(INTERIM, false, ASN1Boolean.FALSE);
        }
        if (!isForCard()) {
            certificate.addExtension(Extension.subjectDirectoryAttributes, false, citizenship());
        }
    }

    private boolean isForCard() {
        return role == CertificateRole.CARD_AUTHENTICATION;
    }

    private int keyUsage() {
        return switch (role) {
            case IDENTITY, EMAIL_SIGNATURE -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case EMAIL_ENCRYPTION -> order.keys().isElliptic() ? KeyUsage.keyAgreement : KeyUsage.keyEncipherment;
            case PIV_AUTHENTICATION, CARD_AUTHENTICATION -> KeyUsage.digitalSignature;
        };
    }

    private KeyPurposeId[] purposes() {
        return switch (role) {
            case IDENTITY -> new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
            case EMAIL_SIGNATURE ->
                new KeyPurposeId[] {
                    KeyPurposeId.id_kp_emailProtection, KeyPurposeId.id_kp_smartcardlogon, KeyPurposeId.id_kp_clientAuth
                };
            case EMAIL_ENCRYPTION -> new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection};
            case PIV_AUTHENTICATION ->
                new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon};
            case CARD_AUTHENTICATION -> new KeyPurposeId[] {CARD_AUTHENTICATION};
        };
    }

    private CertificatePolicy[] policies() {
        if (order.policy() == CertificatePolicy.MEDIUM_NPE) {
            return new CertificatePolicy[] {CertificatePolicy.MEDIUM_NPE};
        }
        return switch (role) {
            case IDENTITY, EMAIL_SIGNATURE, EMAIL_ENCRYPTION -> new CertificatePolicy[] {order.policy()};
            case PIV_AUTHENTICATION ->
                order.policy() == CertificatePolicy.COMMON_HARDWARE
                        ? new CertificatePolicy[] {CertificatePolicy.PIV_AUTHENTICATION}
                        : new CertificatePolicy[] {order.policy(), CertificatePolicy.PIV_AUTHENTICATION};
            case CARD_AUTHENTICATION -> new CertificatePolicy[] {CertificatePolicy.CARD_AUTHENTICATION};
        };
    }

    private List<GeneralName> alternativeNames() {
        List<GeneralName> names = new ArrayList<>();
        switch (role) {
            case IDENTITY -> {}
            case EMAIL_SIGNATURE -> {
                addAddress(names);
                addPrincipal(names, persona.edipi().digits());
            }
            case EMAIL_ENCRYPTION -> addAddress(names);
            case PIV_AUTHENTICATION -> {
                addCard(names);
                addPrincipal(names, persona.sixteenDigits());
            }
            case CARD_AUTHENTICATION -> addCard(names);
        }
        return names;
    }

    /** DoD's principal name has the person's number in it; who has no EDIPI has none of DoD's. */
    private void addPrincipal(List<GeneralName> names, String digits) {
        if (persona.hasEdipi()) {
            names.add(other(UPN, new DERUTF8String(digits + "@mil")));
        }
    }

    private void addAddress(List<GeneralName> names) {
        if (persona.email() != null) {
            names.add(new GeneralName(GeneralName.rfc822Name, persona.email()));
        }
    }

    private void addCard(List<GeneralName> names) {
        names.add(other(FASC_N, new DEROctetString(identity.fascN())));
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, "urn:uuid:" + identity.guid()));
    }

    private static GeneralName other(ASN1ObjectIdentifier kind, ASN1Encodable value) {
        return new GeneralName(
                GeneralName.otherName,
                new DERSequence(new ASN1Encodable[] {kind, new DERTaggedObject(true, 0, value)}));
    }

    @SuppressWarnings("JdkObsolete") // BouncyCastle takes a Vector
    private SubjectDirectoryAttributes citizenship() {
        Vector<Attribute> attributes = new Vector<>();
        attributes.add(new Attribute(
                BCStyle.COUNTRY_OF_CITIZENSHIP,
                new DERSet(new DERPrintableString(persona.particulars().citizenship()))));
        return new SubjectDirectoryAttributes(attributes);
    }
}
