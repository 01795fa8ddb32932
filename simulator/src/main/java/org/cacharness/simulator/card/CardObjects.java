package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Persona;

/** The files of each container, from what personalisation was given. */
final class CardObjects {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] NOTHING = {};
    /** CardURL of the CCC itself. */
    private static final String OWN_URL = "A000000116" + "01" + "DB00" + "DB00" + "00".repeat(6);

    /** CardURLs of a complete card: personnel; CHUID, fingerprints, face and security object of the access control file. */
    static final List<String> MORE_CONTAINERS = List.of(
            "A000000079" + "01" + "0201" + "0201",
            "A000000116" + "01" + "3000" + "3000",
            "A000000116" + "01" + "6010" + "3000",
            "A000000116" + "01" + "6030" + "3000",
            "A000000116" + "01" + "9000" + "3000");

    private final CardContents contents;

    CardObjects(CardContents contents) {
        this.contents = contents;
    }

    /** Certificate applet: CertInfo (71), certificate (70), MSCUID (72). */
    CardFiles certificate(Credential credential) {
        Optional<CardFault> fault = contents.fault().filter(any -> credential.role() == CertificateRole.IDENTITY);
        if (fault.isPresent() && !contents.gzip()) {
            return new FaultyFiles(certificateValue(credential), containerName(credential)).with(fault.get());
        }
        return new CardFiles()
                .put(0x71, new byte[] {certificateInfo()})
                .put(0x70, certificateValue(credential))
                .put(0x72, containerName(credential));
    }

    /** What GET CERTIFICATE of version 1 answers: CertInfo, then the certificate. */
    byte[] certificateStream(Credential credential) {
        byte[] value = certificateValue(credential);
        return ByteBuffer.allocate(value.length + 1)
                .put(certificateInfo())
                .put(value)
                .array();
    }

    /** CertInfo: 01 says that the certificate is compressed by gzip. */
    byte certificateInfo() {
        return (byte) (contents.gzip() ? 1 : 0);
    }

    byte[] certificateValue(Credential credential) {
        byte[] encoded = encoded(credential);
        if (contents.mutants().contains(CardMutant.CERTIFICATES_UNREADABLE)) {
            encoded[0] = 0;
        }
        return contents.gzip() ? FaultyFiles.compressed(encoded) : encoded;
    }

    /** MSCUID: 38 characters. */
    byte[] containerName(Credential credential) {
        return ("{" + UUID.nameUUIDFromBytes(encoded(credential)) + "}").getBytes(US_ASCII);
    }

    /** Tag F0 of both CCCs: GSC-RID, manufacturer, card type (02: Java Card), card identifier. */
    byte[] cardIdentifier() {
        return bytes("A000000116" + "01" + "02" + contents.serial().hex());
    }

    /** CardURL of each PKI instance: RID, type 04, object, application, zeros. */
    List<byte[]> pkiUrls() {
        return contents.credentials().stream()
                .filter(credential -> CertificateRole.cac().contains(credential.role()))
                .map(credential -> String.format(Locale.ROOT, "%04X", objectId(credential.role())))
                .map(object -> bytes("A000000079" + "04" + object + object + "00".repeat(6)))
                .toList();
    }

    /**
     * Card Capability Container (GSC-IS 2.1); FD comes last and empty: there is no further CCC.
     *
     * @param more CardURLs beside those of the PKI instances and of the person
     */
    CardFiles capabilities(List<String> more) {
        CardFiles files = new CardFiles()
                .put(0xF0, cardIdentifier())
                .put(0xF1, bytes("21"))
                .put(0xF2, bytes("21"));
        pkiUrls().forEach(url -> files.put(0xF3, url));
        files.put(0xF3, bytes("A000000079" + "01" + "0200" + "0200" + "00".repeat(6)));
        more.forEach(url -> files.put(0xF3, bytes(url + "00".repeat(6))));
        files.put(0xF4, bytes("00")).put(0xF5, bytes("10")).put(0xF6, bytes("07" + "A0000000790300" + "00".repeat(9)));
        for (int tag : new int[] {0xF7, 0xFA, 0xFB, 0xFC, 0xFE}) {
            files.put(tag, NOTHING);
        }
        return files.put(0xFD, contents.has(CardFault.CCC_POINTS_TO_ITSELF) ? bytes(OWN_URL) : NOTHING);
    }

    /** Person Instance container, object 0200. */
    CardFiles person() {
        Persona person = contents.cardholder();
        return new CardFiles()
                .put(0x01, text(person.first()))
                .put(0x02, text(Objects.requireNonNullElse(person.middle(), "")))
                .put(0x03, text(person.last()))
                .put(0x04, text(Objects.requireNonNullElse(person.generation(), "")))
                .put(0x17, text(person.edipi().digits()));
    }

    /** Personnel container, object 0201: branch, pay grade, rank and category, as far as the test people have them. */
    CardFiles personnel() {
        return new CardFiles()
                .put(0x19, NOTHING)
                .put(0x20, NOTHING)
                .put(0x24, text(contents.cardholder().component()))
                .put(0x25, text("E05"))
                .put(0x26, text("TEST"))
                .put(0x34, text("A"))
                .put(0x35, NOTHING)
                .put(0x36, text("ME"))
                .put(0xD3, text("00"))
                .put(0xD4, NOTHING)
                .put(0xD5, NOTHING);
    }

    /** The name as it is printed: surname, then the others. */
    static String printed(Persona person) {
        return Stream.of(person.last() + ",", person.first(), person.middle(), person.generation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** AID of the PKI instance that has this role. */
    static byte[] aid(CertificateRole role) {
        return bytes(String.format(Locale.ROOT, "A000000079%04X", objectId(role)));
    }

    /** Object of the PKI instance that has this role; the last two bytes of its AID are the same. */
    static int objectId(CertificateRole role) {
        return switch (role) {
            case IDENTITY -> 0x0100;
            case EMAIL_SIGNATURE -> 0x0101;
            case EMAIL_ENCRYPTION -> 0x0102;
            case PIV_AUTHENTICATION, CARD_AUTHENTICATION ->
                throw new IllegalArgumentException("CAC edge: expected one of " + CertificateRole.cac() + ", got "
                        + role + ": its place is on the PIV edge");
        };
    }

    private static byte[] encoded(Credential credential) {
        try {
            return credential.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(
                    "Personalisation: expected a certificate for " + credential.role() + ", got one without encoding",
                    e);
        }
    }

    private static byte[] text(String value) {
        return value.getBytes(US_ASCII);
    }

    private static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }
}
