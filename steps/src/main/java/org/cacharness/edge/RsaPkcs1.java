package org.cacharness.edge;

import java.security.SignatureException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** PKCS #1 v1.5 signatures (RFC 8017, 8.2 and 9.2): the host builds the whole block. */
final class RsaPkcs1 {
    private static final int OVERHEAD = 11;

    /** DER of the DigestInfo up to the hash (RFC 8017, 9.2, note 1). */
    private static final Map<String, String> DIGEST_INFO = Map.of(
            "SHA-1", "3021300906052B0E03021A05000414",
            "SHA-224", "302D300D06096086480165030402040500041C",
            "SHA-256", "3031300D060960864801650304020105000420",
            "SHA-384", "3041300D060960864801650304020205000430",
            "SHA-512", "3051300D060960864801650304020305000440");

    private RsaPkcs1() {}

    static CardSignature digesting(String digest) {
        byte[] prefix = Hex.bytes(Objects.requireNonNull(DIGEST_INFO.get(digest), digest));
        return new CardSignature(
                SignedMessage.hashed(digest), (hash, key) -> block(concatenated(prefix, hash), modulusLength(key)));
    }

    /** The message is the DigestInfo already. */
    static CardSignature raw() {
        return new CardSignature(SignedMessage.whole(), (info, key) -> block(info, modulusLength(key)));
    }

    static int modulusBits(CardKey key) throws SignatureException {
        if (key instanceof RsaCardKey rsa) {
            return rsa.getModulus().bitLength();
        }
        throw new SignatureException("RSA signature: expected an RSA key, got the " + key);
    }

    private static int modulusLength(CardKey key) throws SignatureException {
        return (modulusBits(key) + 7) / 8;
    }

    /** {@code 00 01 FF .. FF 00 DigestInfo}. */
    private static byte[] block(byte[] info, int length) throws SignatureException {
        if (info.length > length - OVERHEAD) {
            throw new SignatureException("RSA signature: expected at most " + (length - OVERHEAD)
                    + " bytes to sign with this key, got " + info.length);
        }
        byte[] block = new byte[length];
        Arrays.fill(block, (byte) 0xFF);
        block[0] = 0;
        block[1] = 1;
        block[length - info.length - 1] = 0;
        System.arraycopy(info, 0, block, length - info.length, info.length);
        return block;
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
