package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Persona;

/** The files of each container, from what personalisation was given. */
final class CardObjects {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] NOTHING = {};

    private final CardContents contents;

    CardObjects(CardContents contents) {
        this.contents = contents;
    }

    /** Certificate applet: CertInfo (71), certificate (70), MSCUID (72). */
    CardFiles certificate(Credential credential) {
        byte[] encoded = encoded(credential);
        if (contents.mutants().contains(CardMutant.CERTIFICATES_UNREADABLE)) {
            encoded[0] = 0;
        }
        byte[] value = contents.gzip() ? gzip(encoded) : encoded;
        String container = "{" + UUID.nameUUIDFromBytes(encoded) + "}";
        return new CardFiles()
                .put(0x71, new byte[] {(byte) (contents.gzip() ? 1 : 0)})
                .put(0x70, value)
                .put(0x72, container.getBytes(US_ASCII));
    }

    /** Card Capability Container (GSC-IS 2.1); FD comes last and empty: there is no further CCC. */
    CardFiles capabilities() {
        CardFiles files = new CardFiles()
                .put(0xF0, bytes("A000000116" + "01" + "02" + contents.serial().hex()))
                .put(0xF1, bytes("21"))
                .put(0xF2, bytes("21"));
        for (Credential credential : contents.credentials()) {
            String object = String.format(Locale.ROOT, "%04X", objectId(credential.role()));
            files.put(0xF3, bytes("A000000079" + "04" + object + object + "00".repeat(6)));
        }
        files.put(0xF3, bytes("A000000079" + "01" + "0200" + "0200" + "00".repeat(6)))
                .put(0xF4, bytes("00"))
                .put(0xF5, bytes("10"))
                .put(0xF6, bytes("07" + "A0000000790300" + "00".repeat(9)));
        for (int tag : new int[] {0xF7, 0xFA, 0xFB, 0xFC, 0xFE, 0xFD}) {
            files.put(tag, NOTHING);
        }
        return files;
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

    private static byte[] gzip(byte[] value) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] text(String value) {
        return value.getBytes(US_ASCII);
    }

    private static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }
}
