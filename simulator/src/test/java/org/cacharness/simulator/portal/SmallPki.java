package org.cacharness.simulator.portal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
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
import org.jspecify.annotations.Nullable;

/** A root and what it issues, for the portal's own tests. */
final class SmallPki {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final char[] PASSWORD = "changeit".toCharArray();
    static final String PERSON = "2.16.840.1.101.2.1.11.42";
    static final String DEVICE = "2.16.840.1.101.2.1.11.36";

    static final X500Name ROOT = new X500Name("CN=TEST ROOT CA, OU=TEST, C=US");
    static final X500Name OTHER_ROOT = new X500Name("CN=TEST OTHER ROOT CA, OU=TEST, C=US");

    final KeyPair rootKey = key();
    final KeyPair otherRootKey = key();
    private final X509Certificate root;
    private final X509Certificate otherRoot;
    final AtomicInteger serial = new AtomicInteger(0x1000);

    SmallPki() throws Exception {
        root = sign(ROOT, ROOT, rootKey, KeyUsage.keyCertSign, null, "", NOW);
        otherRoot = sign(OTHER_ROOT, OTHER_ROOT, otherRootKey, KeyUsage.keyCertSign, null, "", NOW);
    }

    /** A certificate with its key, in a key store of its own. */
    record Card(KeyStore store, X509Certificate certificate) {}

    Card person(String commonName) throws Exception {
        return issue(commonName, KeyUsage.digitalSignature, PERSON, NOW);
    }

    Card encryption(String commonName) throws Exception {
        return issue(commonName, KeyUsage.keyEncipherment, PERSON, NOW);
    }

    Card device(String commonName) throws Exception {
        return issue(commonName, KeyUsage.digitalSignature, DEVICE, NOW);
    }

    /** A certificate that is valid from a day before to two years after an instant. */
    Card around(String commonName, Instant instant) throws Exception {
        return issue(commonName, KeyUsage.digitalSignature, PERSON, instant);
    }

    KeyStore server() throws Exception {
        KeyPair key = key();
        return store(
                key,
                sign(
                        new X500Name("CN=localhost"),
                        ROOT,
                        key,
                        KeyUsage.digitalSignature,
                        KeyPurposeId.id_kp_serverAuth,
                        "",
                        Instant.now()));
    }

    KeyStore trust() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root);
        store.setCertificateEntry("other root", otherRoot);
        return store;
    }

    /** A person's certificate with the whole subject as given. */
    Card issuedTo(String subject) throws Exception {
        return issue(new X500Name(subject), KeyUsage.digitalSignature, PERSON, NOW);
    }

    private Card issue(String commonName, int usage, String policy, Instant around) throws Exception {
        return issue(
                new X500Name("C=US, O=U.S. Government, OU=DoD, OU=PKI, OU=USA, CN=" + commonName.replace(",", "\\,")),
                usage,
                policy,
                around);
    }

    private Card issue(X500Name subject, int usage, String policy, Instant around) throws Exception {
        KeyPair key = key();
        X509Certificate certificate = sign(subject, ROOT, key, usage, KeyPurposeId.id_kp_clientAuth, policy, around);
        return new Card(store(key, certificate), certificate);
    }

    private static KeyStore store(KeyPair key, X509Certificate certificate) throws Exception {
        return store(key, new Certificate[] {certificate});
    }

    static KeyStore store(KeyPair key, Certificate[] chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", key.getPrivate(), PASSWORD, chain);
        return store;
    }

    private X509Certificate sign(
            X500Name subject,
            X500Name issuer,
            KeyPair key,
            int usage,
            @Nullable KeyPurposeId purpose,
            String policy,
            Instant around)
            throws Exception {
        boolean authority = subject.equals(issuer);
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial.incrementAndGet()),
                Date.from(around.minus(Duration.ofDays(authority ? 9000 : 1))),
                Date.from(around.plus(Duration.ofDays(authority ? 9000 : 730))),
                subject,
                key.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        }
        if (!policy.isEmpty()) {
            builder.addExtension(
                    Extension.certificatePolicies,
                    false,
                    new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .build((issuer.equals(OTHER_ROOT) ? otherRootKey : rootKey).getPrivate())));
    }

    static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
