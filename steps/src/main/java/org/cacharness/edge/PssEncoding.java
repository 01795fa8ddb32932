package org.cacharness.edge;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.SignatureException;

/**
 * EMSA-PSS with MGF1 (RFC 8017, 9.1.1 and B.2.1).
 *
 * @param digest hash function of the message
 * @param maskDigest hash function of the mask
 * @param saltLength bytes of salt
 */
record PssEncoding(String digest, String maskDigest, int saltLength) {
    private static final byte TRAILER = (byte) 0xBC;

    /** Encodes a hash for a modulus of so many bits; the result is as long as the modulus. */
    byte[] encode(byte[] hash, int modulusBits) throws SignatureException {
        int bits = modulusBits - 1;
        int length = (bits + 7) / 8;
        int maskedLength = length - hash.length - 1;
        if (maskedLength < saltLength + 1) {
            throw new SignatureException(
                    "RSASSA-PSS: expected a modulus that holds hash and salt, got " + modulusBits + " bits");
        }
        byte[] salt = new byte[saltLength];
        new SecureRandom().nextBytes(salt);
        byte[] saltedHash = saltedHash(hash, salt);
        byte[] block = new byte[length];
        block[maskedLength - saltLength - 1] = 1;
        System.arraycopy(salt, 0, block, maskedLength - saltLength, saltLength);
        mask(block, maskedLength, saltedHash);
        block[0] &= (byte) (0xFF >> (8 * length - bits));
        System.arraycopy(saltedHash, 0, block, maskedLength, hash.length);
        block[length - 1] = TRAILER;
        return leftPadded(block, (modulusBits + 7) / 8);
    }

    private byte[] saltedHash(byte[] hash, byte[] salt) {
        MessageDigest function = SignedMessage.digest(digest);
        function.update(new byte[8]);
        function.update(hash);
        return function.digest(salt);
    }

    private void mask(byte[] block, int length, byte[] seed) {
        MessageDigest function = SignedMessage.digest(maskDigest);
        for (int done = 0, counter = 0; done < length; counter++) {
            function.update(seed);
            byte[] piece = function.digest(
                    new byte[] {(byte) (counter >> 24), (byte) (counter >> 16), (byte) (counter >> 8), (byte) counter});
            for (int i = 0; i < piece.length && done < length; i++, done++) {
                block[done] ^= piece[i];
            }
        }
    }

    private static byte[] leftPadded(byte[] block, int length) {
        if (block.length == length) {
            return block;
        }
        byte[] padded = new byte[length];
        System.arraycopy(block, 0, padded, length - block.length, block.length);
        return padded;
    }
}
