package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of DoD's profiles: who issues, what for, which names, which policy. */
class CertificateProfilesTest {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    private static final String SMARTCARD_LOGON = "1.3.6.1.4.1.311.20.2.2";
    private static final String INTERIM = "2.16.840.1.101.3.6.9.1";
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
    void the_piv_authentication_certificate_has_the_card_and_sixteen_digits() throws Exception {
        IssuedCard card = pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")));
        X509Certificate certificate =
                card.credential(CertificateRole.PIV_AUTHENTICATION).certificate();

        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD ID CA-");
        assertThat(usages(certificate)).containsExactly("digitalSignature");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH, SMARTCARD_LOGON);
        assertThat(certificate.getCriticalExtensionOIDs()).isEqualTo(Set.of(KEY_USAGE));
        assertThat(policies(certificate)).containsExactly("2.16.840.1.101.2.1.11.42", "2.16.840.1.101.3.2.1.3.13");
        assertThat(names(certificate)).hasSize(3).contains(uuidOf(card), fascNOf(card));
        assertThat(text(certificate)).contains("9900000011121004@mil");
        assertThat(certificate.getExtensionValue(INTERIM)).isEqualTo(new byte[] {4, 3, 1, 1, 0});
    }

    @Test
    void the_card_authentication_certificate_names_the_card_and_nobody() throws Exception {
        IssuedCard card = pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")));
        X509Certificate certificate =
                card.credential(CertificateRole.CARD_AUTHENTICATION).certificate();
        String number = HexFormat.of().withUpperCase().formatHex(card.identity().fascN());

        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD ID CA-");
        assertThat(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()))
                .hasToString("C=US,O=U.S. Government,OU=DoD,OU=PKI,SERIALNUMBER=" + number);
        assertThat(usages(certificate)).containsExactly("digitalSignature");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("2.16.840.1.101.3.6.8");
        assertThat(certificate.getCriticalExtensionOIDs())
                .isEqualTo(Set.of(KEY_USAGE, Extension.extendedKeyUsage.getId()));
        assertThat(policies(certificate)).containsExactly("2.16.840.1.101.3.2.1.3.17");
        assertThat(names(certificate)).containsExactlyInAnyOrder(uuidOf(card), fascNOf(card));
        assertThat(certificate.getExtensionValue(INTERIM)).isEqualTo(new byte[] {4, 3, 1, 1, 0});
    }

    @Test
    void each_card_has_an_identity_of_its_own_with_the_person_in_it() {
        Persona ada = Personas.builtIn().named("Ada");
        CardIdentity first = pki.issueCard(CardOrder.of(ada)).identity();
        CardIdentity second = pki.issueCard(CardOrder.of(ada)).identity();

        assertThat(first.guid()).isNotEqualTo(second.guid());
        assertThat(first.fascN()).isNotEqualTo(second.fascN());
        // The person's ten digits begin at bit 115: they are the same, and what comes before them is not.
        assertThat(Arrays.copyOfRange(first.fascN(), 15, 24)).isEqualTo(Arrays.copyOfRange(second.fascN(), 15, 24));
    }

    @Test
    void a_card_with_both_edges_has_all_roles_in_order_and_a_signer_trusted_for_content() throws Exception {
        IssuedCard card = pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")));

        assertThat(card.credentials().stream().map(Credential::role)).containsExactly(CertificateRole.values());
        X509Certificate signer = card.signer().certificate();
        assertThat(policies(signer)).containsExactly("2.16.840.1.101.3.2.1.3.39");
        assertThat(signer.getExtendedKeyUsage()).containsExactly("2.16.840.1.101.3.6.7");
        assertThat(signer.getNotAfter())
                .isAfter(card.credentials().get(0).certificate().getNotAfter());
        assertThat(card.signer())
                .hasToString("ContentSigner[" + signer.getSubjectX500Principal() + ", private key ****]");
        for (Credential credential : card.credentials()) {
            PathCheck.byOcsp(pki, credential.certificate());
        }
        PathCheck.byOcsp(pki, signer);
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048,RSA,2048,keyEncipherment",
        "RSA_3072,RSA,3072,keyEncipherment",
        "P_256,EC,256,keyAgreement",
        "P_384,EC,384,keyAgreement"
    })
    void keys_are_of_the_kind_that_was_ordered(KeyKind kind, String algorithm, int bits, String usage) {
        CardOrder order = CardOrder.of(Personas.builtIn().named("Ada")).with(kind);

        for (Credential credential : pki.issueCac(order)) {
            PublicKey key = credential.certificate().getPublicKey();
            assertThat(key.getAlgorithm()).isEqualTo(algorithm);
            assertThat(key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : fieldSize(key))
                    .isEqualTo(bits);
        }
        assertThat(usages(pki.issueCac(order).get(2).certificate())).containsExactly(usage);
    }

    @Test
    void certificates_are_cut_at_the_cards_last_day() {
        IssuedCard ordinary = pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")));
        IssuedCard early =
                pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")).endingEarly());
        IssuedCard over =
                pki.issueCard(CardOrder.of(Personas.builtIn().named("Ada")).outlivedByItsCertificates());

        assertThat(lastDay(ordinary)).isEqualTo(ordinary.identity().expires());
        assertThat(lastDay(early)).isEqualTo(early.identity().expires());
        assertThat(lastDay(early)).isBefore(lastDay(ordinary));
        assertThat(over.identity().expires()).isBefore(LocalDate.now(ZoneOffset.UTC));
        assertThat(lastDay(over)).isEqualTo(lastDay(ordinary));
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

    private static LocalDate lastDay(IssuedCard card) {
        return LocalDate.ofInstant(
                card.credentials().get(3).certificate().getNotAfter().toInstant(), ZoneOffset.UTC);
    }

    private static int fieldSize(PublicKey key) {
        return ((ECKey) key).getParams().getCurve().getField().getFieldSize();
    }

    private static GeneralName uuidOf(IssuedCard card) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier,
                "urn:uuid:" + card.identity().guid());
    }

    private static GeneralName fascNOf(IssuedCard card) {
        return new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier("2.16.840.1.101.3.6.6"),
            new DERTaggedObject(true, 0, new DEROctetString(card.identity().fascN()))
        }));
    }

    private static List<GeneralName> names(X509Certificate certificate) throws IOException {
        byte[] value = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        return List.of(
                GeneralNames.getInstance(ASN1OctetString.getInstance(value).getOctets())
                        .getNames());
    }

    private static String text(X509Certificate certificate) {
        byte[] names = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        return new String(names, StandardCharsets.ISO_8859_1);
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

    static List<String> policies(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        CertificatePolicies policies = CertificatePolicies.getInstance(
                ASN1OctetString.getInstance(value).getOctets());
        return Arrays.stream(policies.getPolicyInformation())
                .map(policy -> policy.getPolicyIdentifier().getId())
                .toList();
    }

    private static List<String> usages(X509Certificate certificate) {
        List<String> names =
                List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement");
        boolean[] bits = certificate.getKeyUsage();
        return names.stream().filter(name -> bits[names.indexOf(name)]).toList();
    }
}
