package org.cacharness.simulator.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA keys whose modulus is only just above a power of 256. A signature is a number below the modulus (RFC 8017, 5.2.1), and nearly
 * all of those have a zero as the first of as many bytes as the modulus has.
 */
final class ShortSignatureKeys {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private ShortSignatureKeys() {}

    /**
     * Makes a pair.
     *
     * @param bits of the modulus: a multiple of eight, and one
     */
    static KeyPair newPair(int bits) throws GeneralSecurityException {
        BigInteger power = BigInteger.ONE.shiftLeft(bits - 1);
        SecureRandom random = new SecureRandom();
        while (true) {
            BigInteger p = BigInteger.probablePrime(bits / 2, random);
            BigInteger q = power.divide(p).nextProbablePrime();
            BigInteger totient = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
            if (p.multiply(q).bitLength() == bits && totient.gcd(EXPONENT).equals(BigInteger.ONE)) {
                return pair(p, q, EXPONENT.modInverse(totient));
            }
        }
    }

    private static KeyPair pair(BigInteger p, BigInteger q, BigInteger d) throws GeneralSecurityException {
        BigInteger modulus = p.multiply(q);
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                factory.generatePrivate(new RSAPrivateCrtKeySpec(
                        modulus,
                        EXPONENT,
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p))));
    }
}
