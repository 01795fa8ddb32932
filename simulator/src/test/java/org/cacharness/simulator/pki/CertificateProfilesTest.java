package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of DoD's profiles: who issues, what for, which names, which policy. */
class CertificateProfilesTest {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final String SMARTCARD_LOGON = "1.3.6.1.4.1.311.20.2.2";
    private static final String KEY_USAGE = Extension.keyUsage.getId();

    @SuppressWarnings("NullAway.Init")
    private static TestPki pki;

    @BeforeAll
    static void start() {
        pki = TestPki.start();
    }

    @AfterAll
    static void end() {
        pki.close();
    }

    @Test
    void the_identity_certificate_signs_and_authenticates() throws GeneralSecurityException {
        X509Certificate certificate = adas(CertificateRole.IDENTITY);

        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD ID CA-");
        assertThat(usages(certificate)).containsExactly("digitalSignature", "nonRepudiation");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
        assertThat(certificate.getSubjectAlternativeNames()).isNull();
    }

    @Test
    void the_signature_certificate_has_address_and_principal_name() throws GeneralSecurityException {
        X509Certificate certificate = adas(CertificateRole.EMAIL_SIGNATURE);

        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD EMAIL CA-");
        assertThat(usages(certificate)).containsExactly("digitalSignature", "nonRepudiation");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(EMAIL_PROTECTION, SMARTCARD_LOGON, CLIENT_AUTH);
        assertThat(certificate.getSubjectAlternativeNames())
                .contains(List.of(1, "ada.m.quillworth.mil@mail.example"))
                .hasSize(2);
        byte[] names = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        assertThat(new String(names, StandardCharsets.ISO_8859_1)).contains("9900000011@mil");
    }

    @Test
    void the_encryption_certificate_is_not_for_authentication() throws GeneralSecurityException {
        X509Certificate certificate = adas(CertificateRole.EMAIL_ENCRYPTION);

        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD EMAIL CA-");
        assertThat(usages(certificate)).containsExactly("keyEncipherment");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(EMAIL_PROTECTION);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(1, "ada.m.quillworth.mil@mail.example"));
    }

    @Test
    void a_person_without_address_has_no_rfc822_name() throws CertificateParsingException {
        List<Credential> card = pki.issueCac(Personas.builtIn().named("Kit"));

        assertThat(card.get(1).certificate().getSubjectAlternativeNames()).hasSize(1);
        assertThat(card.get(2).certificate().getSubjectAlternativeNames()).isNull();
    }

    @Test
    void all_have_the_hardware_policy_critical_usage_and_at_most_three_years() throws IOException {
        for (Credential credential : pki.issueCac(Personas.builtIn().named("Ada"))) {
            X509Certificate certificate = credential.certificate();
            long days = Duration.between(
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant())
                    .toDays();

            assertThat(policies(certificate)).containsExactly("2.16.840.1.101.2.1.11.42");
            assertThat(certificate.getCriticalExtensionOIDs()).isEqualTo(Set.of(KEY_USAGE));
            assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
            assertThat(days).isBetween(365L, 3 * 366L);
        }
    }

    @Test
    void a_device_has_the_device_policy() throws IOException {
        CardOrder order = CardOrder.of(Personas.builtIn().named("Ada")).asDevice();

        assertThat(policies(pki.issueCac(order).get(0).certificate())).containsExactly("2.16.840.1.101.2.1.11.36");
    }

    @Test
    void the_addresses_have_dods_shape_on_loopback_and_the_issuer_is_there() throws Exception {
        X509Certificate certificate = adas(CertificateRole.IDENTITY);

        assertThat(RevocationAddresses.ocsp(certificate).toString()).matches("http://127\\.0\\.0\\.1:\\d+");
        assertThat(RevocationAddresses.crl(certificate).toString())
                .matches("http://127\\.0\\.0\\.1:\\d+/crl/DODIDCA_\\d\\d\\.crl");
        assertThat(issuerAt(certificate)).isEqualTo(pki.chain(certificate).get(1));
    }

    private static X509Certificate adas(CertificateRole role) {
        return pki.issueCac(Personas.builtIn().named("Ada")).stream()
                .filter(credential -> credential.role() == role)
                .findFirst()
                .orElseThrow()
                .certificate();
    }

    private static X509Certificate issuerAt(X509Certificate certificate) throws IOException, GeneralSecurityException {
        byte[] value = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        AccessDescription[] places = AuthorityInformationAccess.getInstance(
                        ASN1OctetString.getInstance(value).getOctets())
                .getAccessDescriptions();
        assertThat(places[0].getAccessMethod()).isEqualTo(AccessDescription.id_ad_caIssuers);
        String uri = places[0].getAccessLocation().getName().toString();
        assertThat(uri).matches("http://127\\.0\\.0\\.1:\\d+/sign/DODIDCA_\\d\\d\\.cer");
        try (InputStream der =
                URI.create(uri).toURL().openConnection(Proxy.NO_PROXY).getInputStream()) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
        }
    }

    private static List<String> policies(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        CertificatePolicies policies = CertificatePolicies.getInstance(
                ASN1OctetString.getInstance(value).getOctets());
        return Arrays.stream(policies.getPolicyInformation())
                .map(policy -> policy.getPolicyIdentifier().getId())
                .toList();
    }

    private static List<String> usages(X509Certificate certificate) {
        List<String> names = List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment");
        boolean[] bits = certificate.getKeyUsage();
        return names.stream().filter(name -> bits[names.indexOf(name)]).toList();
    }
}
