package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the card hands out is what SP 800-73-4 Part 1 and SP 800-76-2 want, signatures included. */
class PivContainersTest {
    private static final int CHUID = 0x5FC102;
    private static final int SECURITY_OBJECT = 0x5FC106;
    private static final int FINGERPRINTS = 0x5FC103;
    private static final int FACE = 0x5FC108;
    private static final int CBEFF_HEADER = 88;
    private static final byte[] NOTHING = {};

    private final CardContents contents = TestCredentials.dual();
    private final SimulatedCac card = SimulatedCac.personalise(contents);
    private PivClient piv;

    @BeforeEach
    void logIn() {
        card.powerOn();
        piv = new PivClient(card);
        piv.send(PivClient.PIN);
    }

    @AfterEach
    void end() {
        card.close();
    }

    @Test
    void the_chuid_is_signed_by_the_content_signer_whose_certificate_it_has() throws Exception {
        Map<Integer, byte[]> chuid = fields(CHUID);

        assertThat(chuid.get(0x30)).isEqualTo(TestCredentials.IDENTITY_OF_CARD.fascN());
        assertThat(HexFormat.of().formatHex(chuid.get(0x34)))
                .isEqualTo(TestCredentials.IDENTITY_OF_CARD.guid().toString().replace("-", ""));
        assertThat(new String(chuid.get(0x35), US_ASCII)).isEqualTo("20281231");
        Ber signed = new Ber();
        chuid.forEach((tag, value) -> signed.put(tag, tag == 0x3E ? new byte[0] : value));
        byte[] content = withoutEmptySignature(signed.bytes());
        SignerInformation signer = requireSigned(chuid.getOrDefault(0x3E, NOTHING), content);
        assertThat(signer.getContentType().getId()).isEqualTo("2.16.840.1.101.3.6.1");
        assertThat(new CMSSignedData(chuid.getOrDefault(0x3E, NOTHING))
                        .getCertificates()
                        .getMatches(null))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({FINGERPRINTS + ", 0201, 000008", FACE + ", 0501, 000002"})
    void a_biometric_is_a_cbeff_structure_with_a_detached_signature(int tag, String format, String type)
            throws Exception {
        byte[] cbeff = fields(tag).get(0xBC);
        ByteBuffer header = ByteBuffer.wrap(cbeff);
        int record = header.getInt(2);
        int signature = header.getShort(6) & 0xFFFF;

        assertThat(HexFormat.of().formatHex(cbeff, 0, 2)).isEqualTo("030d");
        assertThat(HexFormat.of().formatHex(cbeff, 8, 12)).isEqualTo("001b" + format);
        assertThat(HexFormat.of().formatHex(cbeff, 36, 39)).isEqualTo(type);
        assertThat(Arrays.copyOfRange(cbeff, 59, 84)).isEqualTo(TestCredentials.IDENTITY_OF_CARD.fascN());
        assertThat(cbeff).hasSize(CBEFF_HEADER + record + signature);
        int end = CBEFF_HEADER + record;
        SignerInformation signer =
                requireSigned(Arrays.copyOfRange(cbeff, end, cbeff.length), Arrays.copyOf(cbeff, end));
        AttributeTable attributes = signer.getSignedAttributes();
        assertThat(octets(attributes, "2.16.840.1.101.3.6.6")).isEqualTo(TestCredentials.IDENTITY_OF_CARD.fascN());
        assertThat(octets(attributes, "1.3.6.1.1.16.4")).hasSize(16);
        assertThat(attributes.get(new ASN1ObjectIdentifier("2.16.840.1.101.3.6.5")))
                .isNotNull();
    }

    @Test
    void the_security_object_has_the_hash_of_every_other_container_and_no_certificate() throws Exception {
        Map<Integer, byte[]> fields = fields(SECURITY_OBJECT);
        CMSSignedData signed = new CMSSignedData(fields.getOrDefault(0xBB, NOTHING));
        LDSSecurityObject object =
                LDSSecurityObject.getInstance(signed.getSignedContent().getContent());
        Map<Integer, Integer> tags = Map.of(
                0xDB00,
                0x5FC107,
                0x3000,
                CHUID,
                0x6010,
                FINGERPRINTS,
                0x6030,
                FACE,
                0x3001,
                0x5FC109,
                0x6050,
                0x7E,
                0x6060,
                0x5FC10C);

        requireSigned(fields.getOrDefault(0xBB, NOTHING), (byte[])
                signed.getSignedContent().getContent());
        assertThat(signed.getSignedContentTypeOID()).isEqualTo("2.23.136.1.1.1");
        assertThat(signed.getCertificates().getMatches(null)).isEmpty();
        ByteBuffer mapping = ByteBuffer.wrap(fields.get(0xBA));
        for (DataGroupHash hash : object.getDatagroupHash()) {
            assertThat(mapping.get()).isEqualTo((byte) hash.getDataGroupNumber());
            byte[] container = PivClient.valueOf(piv.getData(tags.getOrDefault(mapping.getShort() & 0xFFFF, 0)));
            assertThat(hash.getDataGroupHashValue().getOctets())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(container));
        }
        assertThat(object.getDatagroupHash()).hasSize(tags.size());
        assertThat(mapping.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "6275333, PIV_AUTHENTICATION",
        "6275338, EMAIL_SIGNATURE",
        "6275339, EMAIL_ENCRYPTION",
        "6275329, CARD_AUTHENTICATION"
    })
    void each_certificate_is_in_its_container(int tag, CertificateRole role) throws Exception {
        assertThat(fields(tag).get(0x70)).isEqualTo(certificate(role));
        assertThat(fields(tag).get(0x71)).containsExactly(0);
    }

    @Test
    void compressed_certificates_say_so() throws Exception {
        try (SimulatedCac compressed = SimulatedCac.personalise(contents.compressed())) {
            compressed.powerOn();
            Map<Integer, byte[]> fields = fields(new PivClient(compressed).getData(0x5FC105));

            assertThat(fields.get(0x71)).containsExactly(1);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(fields.get(0x70))).readAllBytes())
                    .isEqualTo(certificate(CertificateRole.PIV_AUTHENTICATION));
        }
    }

    @Test
    void the_two_models_differ_in_the_ccc_and_the_discovery_object() {
        try (SimulatedCac legacy = SimulatedCac.personalise(contents.as(CardModel.LEGACY_DUAL))) {
            legacy.powerOn();

            assertThat(fields(0x5FC107).get(0xF3)).isEmpty();
            assertThat(HexFormat.of().formatHex(piv.getData(0x7E)))
                    .isEqualTo("7e124f0ba0000003080000100001005f2f024000");
            assertThat(HexFormat.of()
                            .formatHex(fields(new PivClient(legacy).getData(0x5FC107))
                                    .get(0xF3)))
                    .startsWith("a00000007904010");
        }
    }

    private byte[] certificate(CertificateRole role) throws Exception {
        Credential credential = contents.credentials().stream()
                .filter(candidate -> candidate.role() == role)
                .findFirst()
                .orElseThrow();
        return credential.certificate().getEncoded();
    }

    private Map<Integer, byte[]> fields(int tag) {
        return fields(piv.getData(tag));
    }

    /** The fields of a container, without its outer tag; of fields that come twice the last. */
    private static Map<Integer, byte[]> fields(byte[] container) {
        Map<Integer, byte[]> fields = new LinkedHashMap<>();
        byte[] left = PivClient.valueOf(container);
        while (left.length > 0) {
            byte[] value = PivClient.valueOf(left);
            fields.put(left[0] & 0xFF, value);
            int length = Ber.of(left[0] & 0xFF, value).length;
            left = Arrays.copyOfRange(left, length, left.length);
        }
        return fields;
    }

    private static byte[] withoutEmptySignature(byte[] chuid) {
        String hex = HexFormat.of().formatHex(chuid);
        return HexFormat.of().parseHex(hex.substring(0, hex.length() - 8) + "fe00");
    }

    private static SignerInformation requireSigned(byte[] signature, byte[] content) throws Exception {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(TestCredentials.RSA_2048.getPublic())))
                .as("the content signer's signature")
                .isTrue();
        return signer;
    }

    private static byte[] octets(AttributeTable attributes, String type) {
        return ASN1OctetString.getInstance(attributes
                        .get(new ASN1ObjectIdentifier(type))
                        .getAttrValues()
                        .getObjectAt(0))
                .getOctets();
    }
}
