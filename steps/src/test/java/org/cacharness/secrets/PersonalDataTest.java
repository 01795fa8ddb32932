package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    private static final byte[] FASC_N = HexFormat.of().parseHex("d4e739da739ced39ce739d83685a0821084584108421c842");

    private static X509Certificate certificate;

    @TempDir
    Path folder;

    private final Secrets secrets = Secrets.hidingPeople();

    @BeforeAll
    static void issue() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=HOLLOWAY.JANET.QUINCY.1234567890,OU=USA,O=U.S. Government,C=US");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger("5f0a6b70c29affc5", 16),
                Date.from(Instant.EPOCH),
                Date.from(Instant.parse("2040-01-01T00:00:00Z")),
                name,
                keys.getPublic());
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.rfc822Name, "janet.q.holloway.mil@army.example"),
            other("1.3.6.1.4.1.311.20.2.3", new DERUTF8String("1234567890117002@mil")),
            other("2.16.840.1.101.3.6.6", new DEROctetString(FASC_N))
        }));
        certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static GeneralName other(String type, org.bouncycastle.asn1.ASN1Encodable value) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1ObjectIdentifier(type));
        parts.add(new DERTaggedObject(true, 0, value));
        return new GeneralName(GeneralName.otherName, new DERSequence(parts));
    }

    @BeforeEach
    void know() {
        secrets.hideHolder(certificate, Set.of("Ada"));
        secrets.hideCard("0123-4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOLLOWAY.JANET.QUINCY.1234567890",
                "Welcome, Janet Holloway",
                "Welcome, Janet Q. Holloway!",
                "HOLLOWAY, JANET QUINCY",
                "holloway.janet",
                "janet_holloway",
                "CPT HOLLOWAY is logged in",
                "<b>Janet</b>",
                "expected:\nHOLLOWAY",
                "DoD ID 1234567890.",
                "1234567890117002@mil",
                "1234567890117002@MIL",
                "janet.q.holloway.mil@army.example",
                "serial number 5f0a6b70c29affc5",
                "5F:0A:6B:70:C2:9A:FF:C5",
                "6848404315415707589",
                "card 0123-4567"
            })
    void whatever_names_a_person_is_replaced_and_otherwise_found(String text) throws IOException {
        String masked = secrets.mask(text);

        assertThat(masked.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "holloway", "janet", "quincy", "1234567890", "5f0a", "5f:0a", "6848404315415707589", "4567")
                .containsPattern("(name|edipi|upn|mail|serial|card)-[a-p]{10}");
        assertThat(leaks(text)).isNotEmpty();
        assertThat(leaks(masked)).isEmpty();
    }

    @Test
    void it_is_found_in_every_encoding() throws IOException {
        String name = "HOLLOWAY.JANET.QUINCY";

        assertThat(leaks(HexFormat.of().formatHex(name.getBytes(UTF_8)))).isNotEmpty();
        assertThat(leaks(Base64.getEncoder().encodeToString(("x" + name).getBytes(UTF_8))))
                .isNotEmpty();
        assertThat(leaks("name=Janet%20Holloway")).isNotEmpty();
        assertThat(leaks("\"expected:\\nJanet\"")).isNotEmpty();
        assertThat(leaks("\"\\u0022Janet\\u0022\"")).isNotEmpty();
        assertThat(leaks(HexFormat.of().withUpperCase().formatHex(FASC_N))).isNotEmpty();
        Files.write(folder.resolve("utf16"), name.getBytes(UTF_16LE));
        assertThat(new SecretScanner(secrets).scan(folder.resolve("utf16"))).isNotEmpty();
    }

    /** A certificate in a file, in whatever armour, gives its holder away by its serial number and name. */
    @Test
    void a_certificate_is_found() throws Exception {
        assertThat(leaks(Base64.getMimeEncoder().encodeToString(certificate.getEncoded())))
                .isNotEmpty();
        assertThat(leaks(HexFormat.of().formatHex(certificate.getEncoded()))).isNotEmpty();
    }

    @Test
    void one_person_has_one_pseudonym_in_a_run_and_another_in_the_next() {
        String once = secrets.mask("Janet Holloway");
        Secrets next = Secrets.hidingPeople();
        next.hideHolder(certificate, Set.of());

        assertThat(secrets.mask("HOLLOWAY.JANET.QUINCY")).isEqualTo(once);
        assertThat(secrets.mask("JANET")).isEqualTo(once);
        assertThat(next.mask("Janet Holloway")).isNotEqualTo(once);
    }

    @Test
    void other_words_and_numbers_stay() throws IOException {
        for (String text : List.of("Holloways", "JANETTE", "51234567890", "hollow way", "Ada's CAC")) {
            assertThat(secrets.mask(text)).isEqualTo(text);
            assertThat(leaks(text)).isEmpty();
        }
    }

    @Test
    void what_scenarios_call_somebody_stays_and_so_do_names_that_are_words_of_every_report() {
        Secrets spared = Secrets.hidingPeople();
        spared.hideHolder(certificate, Set.of("Janet"));

        assertThat(spared.mask("Janet's CAC")).isEqualTo("Janet's CAC");
        assertThat(spared.mask("Janet Holloway")).doesNotContain("Janet");
        assertThat(OrdinaryWords.contain("Scenarios")).isTrue();
        assertThat(OrdinaryWords.contain("Holloway")).isFalse();
    }

    @Test
    void a_picture_on_a_page_is_taken_for_a_photograph_and_sought_from_then_on() throws IOException {
        byte[] picture = new byte[600];
        new Random(1).nextBytes(picture);
        String page = "<img alt=\"me\" src=\"data:image/jpeg;base64,"
                + Base64.getEncoder().encodeToString(picture) + "\">";

        String still = secrets.withoutPhotographs(page);

        assertThat(still).contains("<img alt=\"me\" src=\"data:image/svg+xml").containsPattern("photograph-[a-p]{10}");
        assertThat(leaks(page)).isNotEmpty();
        assertThat(leaks(still)).isEmpty();
    }

    @Test
    void files_of_others_keep_their_secrets_and_what_is_encoded_in_them_to_be_found() throws IOException {
        secrets.register(SecretKind.PASSWORD, "open-sesame".toCharArray());
        String encoded = Base64.getEncoder().encodeToString("HOLLOWAY.JANET".getBytes(UTF_8));
        String message = "{\"message\":\"Janet Holloway typed open-sesame\",\"body\":\"" + encoded + "\"}";

        String hidden = new String(secrets.hidePeople(message.getBytes(UTF_8)), UTF_8);

        assertThat(hidden).doesNotContain("Janet").contains("open-sesame", encoded);
        assertThat(leaks(hidden)).extracting(Leak::kind).contains(SecretKind.PASSWORD, SecretKind.NAME);
    }

    @Test
    void without_the_wish_nothing_is_hidden() {
        Secrets plain = new Secrets();
        plain.hideHolder(certificate, Set.of());

        assertThat(plain.mask("Janet Holloway 1234567890")).isEqualTo("Janet Holloway 1234567890");
        assertThat(plain.withoutPhotographs("data:image/png;base64,AAAA")).isEqualTo("data:image/png;base64,AAAA");
    }

    private List<Leak> leaks(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), text);
        return new SecretScanner(secrets).scan(file);
    }
}
