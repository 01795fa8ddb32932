package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.IssuedCard;
import org.cacharness.simulator.pki.Persona;

/** What is in each container of the PIV data model (SP 800-73-4 Part 1, tables 7 to 19). */
final class PivContainers {
    private static final HexFormat HEX = HexFormat.of();
    private static final String CHUID_SECURITY_OBJECT = "2.16.840.1.101.3.6.1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter PRINTED_DAY = DateTimeFormatter.ofPattern("yyyyMMMdd", Locale.US);
    private static final int ERROR_DETECTION = 0xFE;

    private final CardContents contents;
    private final IssuedCard issued;
    private final ContentSignature signature;
    private final Map<PivObjectTag, TaggedFields> containers = new EnumMap<>(PivObjectTag.class);

    PivContainers(CardContents contents, IssuedCard issued) {
        this.contents = contents;
        this.issued = issued;
        signature = new ContentSignature(issued.signer());
        fill();
    }

    /** Every container that this card has, the security object last. */
    Map<PivObjectTag, TaggedFields> all() {
        return containers;
    }

    TaggedFields of(PivObjectTag container) {
        TaggedFields fields = containers.get(container);
        if (fields == null) {
            throw new IllegalStateException("Personalisation: expected the container " + container + " on a card of "
                    + contents.model() + ", it has none");
        }
        return fields;
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private void fill() {
        CardObjects objects = new CardObjects(contents);
        containers.put(PivObjectTag.CARD_CAPABILITY_CONTAINER, capabilities(objects));
        containers.put(PivObjectTag.CHUID, chuid());
        putCertificate(PivObjectTag.PIV_AUTHENTICATION, CertificateRole.PIV_AUTHENTICATION, objects);
        putCertificate(PivObjectTag.DIGITAL_SIGNATURE, CertificateRole.EMAIL_SIGNATURE, objects);
        putCertificate(PivObjectTag.KEY_MANAGEMENT, CertificateRole.EMAIL_ENCRYPTION, objects);
        putCertificate(PivObjectTag.CARD_AUTHENTICATION, CertificateRole.CARD_AUTHENTICATION, objects);
        putBiometrics();
        containers.put(PivObjectTag.PRINTED_INFORMATION, printedInformation());
        if (contents.model() != CardModel.LEGACY_DUAL) {
            containers.put(PivObjectTag.DISCOVERY, discovery());
        }
        containers.put(PivObjectTag.KEY_HISTORY, keyHistory());
        containers.put(PivObjectTag.SECURITY_OBJECT, new SecurityObject(signature).over(containers));
    }

    /** Table 8. The cards that OpenSC knows as dual CACs name their PKI instances here; the data model leaves the field empty. */
    private TaggedFields capabilities(CardObjects objects) {
        TaggedFields fields = new TaggedFields()
                .put(0xF0, objects.cardIdentifier())
                .put(0xF1, new byte[] {0x21})
                .put(0xF2, new byte[] {0x21});
        if (contents.model() == CardModel.LEGACY_DUAL) {
            objects.pkiUrls().forEach(url -> fields.put(0xF3, url));
        } else {
            fields.empty(0xF3);
        }
        fields.put(0xF4, new byte[] {0x00}).put(0xF5, new byte[] {0x10});
        for (int tag : new int[] {0xF6, 0xF7, 0xFA, 0xFB, 0xFC, 0xFD, ERROR_DETECTION}) {
            fields.empty(tag);
        }
        return fields;
    }

    /** Table 9: FASC-N, GUID, expiration date, and the signature over them and the error detection code. */
    private TaggedFields chuid() {
        byte[] signed = chuidHead().empty(ERROR_DETECTION).ber();
        return chuidHead()
                .put(0x3E, signature.detached(CHUID_SECURITY_OBJECT, signed, Map.of()))
                .empty(ERROR_DETECTION);
    }

    private TaggedFields chuidHead() {
        return new TaggedFields()
                .put(0x30, issued.identity().fascN())
                .put(0x34, bytes(issued.identity().guid()))
                .put(0x35, DAY.format(expires()));
    }

    /** Tables 10, 14 to 16: certificate, CertInfo (01: gzip), error detection code. */
    private void putCertificate(PivObjectTag container, CertificateRole role, CardObjects objects) {
        issued.credentials().stream()
                .filter(credential -> credential.role() == role)
                .findFirst()
                .ifPresent(credential -> containers.put(
                        container,
                        new TaggedFields()
                                .put(0x70, objects.certificateValue(credential))
                                .put(0x71, new byte[] {objects.certificateInfo()})
                                .empty(ERROR_DETECTION)));
    }

    /** Tables 11 and 13. */
    private void putBiometrics() {
        SignedBiometric biometric = new SignedBiometric(issued.identity(), signature);
        long seed = contents.cardholder().edipi().hashCode();
        containers.put(
                PivObjectTag.FINGERPRINTS,
                new TaggedFields()
                        .put(0xBC, biometric.fingerprints(Biometrics.fingerprints(seed)))
                        .empty(ERROR_DETECTION));
        containers.put(
                PivObjectTag.FACIAL_IMAGE,
                new TaggedFields().put(0xBC, biometric.face(Biometrics.face())).empty(ERROR_DETECTION));
    }

    /** Table 14a of the data model: name, affiliation, expiration date, serial, issuer, organisation. */
    private TaggedFields printedInformation() {
        Persona person = contents.cardholder();
        return new TaggedFields()
                .put(0x01, CardObjects.printed(person))
                .put(0x02, person.component())
                .put(0x04, PRINTED_DAY.format(expires()).toUpperCase(Locale.ROOT))
                .put(0x05, contents.serial().hex().substring(18))
                .put(0x06, "970099990000001")
                .put(0x07, "TEST CARD")
                .put(0x08, "NOT A REAL PERSON")
                .empty(ERROR_DETECTION);
    }

    /** Table 18: the application's name, and that it has one PIN of its own. */
    private static TaggedFields discovery() {
        return new TaggedFields()
                .put(0x4F, HEX.parseHex("A000000308000010000100"))
                .put(0x5F2F, new byte[] {0x40, 0x00});
    }

    /** Table 19: no retired keys. */
    private static TaggedFields keyHistory() {
        return new TaggedFields()
                .put(0xC1, new byte[] {0})
                .put(0xC2, new byte[] {0})
                .empty(ERROR_DETECTION);
    }

    private LocalDate expires() {
        return issued.identity().expires();
    }
}
