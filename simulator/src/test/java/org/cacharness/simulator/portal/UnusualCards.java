package org.cacharness.simulator.portal;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Cards with a subject, a purpose, alternative names or a serial number that few have. */
record UnusualCards(SmallPki pki) {
    private static final String FRONT = "C=US, O=U.S. Government, OU=DoD, OU=PKI, ";
    private static final KeyPurposeId CARD = KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.16.840.1.101.3.6.8"));

    SmallPki.Card named(String end) throws Exception {
        return issue(SmallPki.ROOT, pki.rootKey, end, serial(), List.of(KeyPurposeId.id_kp_clientAuth), List.of());
    }

    SmallPki.Card withPrincipal(String end, String principal) throws Exception {
        GeneralName upn = new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3"),
            new DERTaggedObject(true, 0, new DERUTF8String(principal))
        }));
        return issue(SmallPki.ROOT, pki.rootKey, end, serial(), List.of(KeyPurposeId.id_kp_clientAuth), List.of(upn));
    }

    /** A certificate for e-mail, with an address or without one. */
    SmallPki.Card forEmail(String end, String... addresses) throws Exception {
        List<GeneralName> names = List.of(addresses).stream()
                .map(address -> new GeneralName(GeneralName.rfc822Name, address))
                .toList();
        return issue(
                SmallPki.ROOT,
                pki.rootKey,
                end,
                serial(),
                List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection),
                names);
    }

    SmallPki.Card cardAuthentication() throws Exception {
        return issue(SmallPki.ROOT, pki.rootKey, "SERIALNUMBER=D4F810D8", serial(), List.of(CARD), List.of());
    }

    /** From an issuer whom the portal does not trust. */
    SmallPki.Card ofStranger(String end) throws Exception {
        return issue(
                new X500Name("CN=TEST STRANGER CA"),
                SmallPki.key(),
                end,
                serial(),
                List.of(KeyPurposeId.id_kp_clientAuth),
                List.of());
    }

    /** From the other issuer, under the serial number of a certificate of the first one. */
    SmallPki.Card numberedAs(X509Certificate twin, String end) throws Exception {
        return issue(
                SmallPki.OTHER_ROOT,
                pki.otherRootKey,
                end,
                twin.getSerialNumber(),
                List.of(KeyPurposeId.id_kp_clientAuth),
                List.of());
    }

    private BigInteger serial() {
        return BigInteger.valueOf(pki.serial.incrementAndGet());
    }

    private static SmallPki.Card issue(
            X500Name issuer,
            KeyPair issuerKey,
            String end,
            BigInteger serial,
            List<KeyPurposeId> purposes,
            List<GeneralName> names)
            throws Exception {
        KeyPair key = SmallPki.key();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(SmallPki.NOW.minus(Duration.ofDays(1))),
                Date.from(SmallPki.NOW.plus(Duration.ofDays(730))),
                new X500Name(FRONT + end),
                key.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
        String policy = purposes.contains(CARD) ? "2.16.840.1.101.3.2.1.3.17" : SmallPki.PERSON;
        builder.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate())));
        return new SmallPki.Card(SmallPki.store(key, new Certificate[] {certificate}), certificate);
    }
}
