package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.cacharness.simulator.pki.CardIdentity;

/**
 * A biometric record in its CBEFF structure: header, record, signature (SP 800-76-2, table 14).
 *
 * <p>The header names the signature's length and is itself signed; a signature is made again until it has the length that it says.
 */
final class SignedBiometric {
    private static final String BIOMETRIC_OBJECT = "2.16.840.1.101.3.6.2";
    private static final String FASC_N = "2.16.840.1.101.3.6.6";
    private static final String ENTRY_UUID = "1.3.6.1.1.16.4";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final int HEADER_LENGTH = 88;
    private static final int CREATOR_LENGTH = 18;
    private static final int VERSION = 0x03;
    /** Signed, not encrypted. */
    private static final int SECURITY_OPTIONS = 0x0D;

    private static final int INCITS = 0x001B;

    private final CardIdentity identity;
    private final ContentSignature signature;

    SignedBiometric(CardIdentity identity, ContentSignature signature) {
        this.identity = identity;
        this.signature = signature;
    }

    /**
     * What sort of record it is.
     *
     * @param format format type: 0201 minutiae, 0501 face
     * @param biometricType 000008 fingerprint, 000002 face
     * @param dataType 80 processed, 20 raw
     * @param quality 0 to 100, or -2 where none is given
     */
    private record Sort(int format, int biometricType, int dataType, int quality) {}

    byte[] fingerprints(byte[] minutiae) {
        return sign(new Sort(0x0201, 0x000008, 0x80, 80), minutiae);
    }

    byte[] face(byte[] image) {
        return sign(new Sort(0x0501, 0x000002, 0x20, -2), image);
    }

    private byte[] sign(Sort sort, byte[] data) {
        int length = 0;
        while (true) {
            byte[] signed = ByteBuffer.allocate(HEADER_LENGTH + data.length)
                    .put(header(sort, data.length, length))
                    .put(data)
                    .array();
            byte[] made = signature.detached(BIOMETRIC_OBJECT, signed, attributes());
            if (made.length == length) {
                return ByteBuffer.allocate(signed.length + length)
                        .put(signed)
                        .put(made)
                        .array();
            }
            length = made.length;
        }
    }

    private Map<String, org.bouncycastle.asn1.ASN1Encodable> attributes() {
        return Map.of(
                FASC_N, new DEROctetString(identity.fascN()),
                ENTRY_UUID, new DEROctetString(PivContainers.bytes(identity.guid())));
    }

    private byte[] header(Sort sort, int dataLength, int signatureLength) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .put((byte) VERSION)
                .put((byte) SECURITY_OPTIONS)
                .putInt(dataLength)
                .putShort((short) signatureLength)
                .putShort((short) INCITS)
                .putShort((short) sort.format)
                .put(time(identity.expires().minusYears(3)))
                .put(time(identity.expires().minusYears(3)))
                .put(time(identity.expires()))
                .put((byte) (sort.biometricType >> 16))
                .putShort((short) sort.biometricType)
                .put((byte) sort.dataType)
                .put((byte) sort.quality)
                .put(ByteBuffer.allocate(CREATOR_LENGTH)
                        .put("CAC Harness".getBytes(US_ASCII))
                        .array())
                .put(identity.fascN())
                .putInt(0)
                .array();
    }

    /** {@code YYYYMMDDhhmmssZ}, two digits to the byte, and the letter. */
    private static byte[] time(LocalDate day) {
        return HexFormat.of().parseHex(DAY.format(day) + "000000" + "5A");
    }
}
