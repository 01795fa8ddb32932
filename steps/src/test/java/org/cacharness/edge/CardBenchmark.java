package org.cacharness.edge;

import java.io.PrintStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * Private key operations through the whole card (client, reader, applet) against the same operation directly on the JVM.
 *
 * <p>All are measured in turns in one run; medians, and ratios of medians.
 */
public final class CardBenchmark {
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 600;

    private final PrintStream out;

    private CardBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs all comparisons; takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        CardBenchmark benchmark = new CardBenchmark(System.out);
        try (Cards rsa = Cards.with(Cards.Keys.RSA_2048, Cards.Keys.P_256);
                Cards larger = Cards.with(Cards.Keys.RSA_3072, Cards.Keys.P_384)) {
            benchmark.rsa("RSA-2048", rsa, Cards.Keys.RSA_2048);
            benchmark.rsa("RSA-3072", larger, Cards.Keys.RSA_3072);
            benchmark.ec("P-256", rsa, Cards.Keys.P_256);
            benchmark.ec("P-384", larger, Cards.Keys.P_384);
        }
    }

    /** One operation that is measured. */
    private interface Operation {
        Object run() throws Exception;
    }

    private void rsa(String name, Cards cards, KeyPair pair) throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        byte[] block = new byte[key.getModulus().bitLength() / 8];
        new SecureRandom().nextBytes(block);
        block[0] = 0;
        Cipher cipher = cipher(key);
        compare(
                name,
                cardOperation(cards, PkiInstance.IDENTITY, block),
                new String[] {"BigInteger CRT", "JDK Cipher NoPadding"},
                () -> crt(key, block),
                () -> cipher.doFinal(block));
    }

    private void ec(String curve, Cards cards, KeyPair pair) throws Exception {
        byte[] hash = new byte
                [pair.getPrivate() instanceof ECPrivateKey key
                        ? key.getParams().getCurve().getField().getFieldSize() / 8
                        : 0];
        new SecureRandom().nextBytes(hash);
        Signature jdk = Signature.getInstance("NONEwithECDSA", "SunEC");
        jdk.initSign(pair.getPrivate());
        ECDSASigner signer = generic(curve, (ECPrivateKey) pair.getPrivate());
        compare(
                curve,
                cardOperation(cards, PkiInstance.EMAIL_SIGNATURE, hash),
                new String[] {"the card's algorithm alone", "SunEC"},
                () -> signer.generateSignature(hash),
                () -> {
                    jdk.update(hash);
                    return jdk.sign();
                });
    }

    private static Operation cardOperation(Cards cards, PkiInstance instance, byte[] input)
            throws CardConnectionException {
        CacCard card = new CacCard(cards.connection, new PinGuard(PinPolicy.simulated()));
        try (Pin pin = Cards.pin(Cards.PIN)) {
            card.present(pin);
        }
        return () -> card.sign(instance, input);
    }

    private void compare(String name, Operation card, String[] names, Operation... direct) throws Exception {
        long[][] times = new long[direct.length + 1][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int which = 0; which <= direct.length; which++) {
                long from = System.nanoTime();
                Object result = which == 0 ? card.run() : direct[which - 1].run();
                long took = System.nanoTime() - from;
                if (round >= 0 && result != null) {
                    times[which][round] = took;
                }
            }
        }
        out.printf(Locale.ROOT, "%s  card %d us%n", name, median(times[0]));
        for (int which = 1; which <= direct.length; which++) {
            double ratio = (double) median(times[0]) / median(times[which]);
            out.printf(
                    Locale.ROOT,
                    "  %-28s %6d us   card / this = %.2f%n",
                    names[which - 1],
                    median(times[which]),
                    ratio);
        }
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1000;
    }

    private static Cipher cipher(PrivateKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher;
    }

    /** The private operation by the Chinese remainder theorem (RFC 8017, 5.1.2), with nothing around it. */
    private static BigInteger crt(RSAPrivateCrtKey key, byte[] block) {
        BigInteger input = new BigInteger(1, block);
        BigInteger p = input.mod(key.getPrimeP()).modPow(key.getPrimeExponentP(), key.getPrimeP());
        BigInteger q = input.mod(key.getPrimeQ()).modPow(key.getPrimeExponentQ(), key.getPrimeQ());
        BigInteger h = p.subtract(q).multiply(key.getCrtCoefficient()).mod(key.getPrimeP());
        return q.add(h.multiply(key.getPrimeQ()));
    }

    private static ECDSASigner generic(String curve, ECPrivateKey key) {
        X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ECPrivateKeyParameters(key.getS(), new ECDomainParameters(parameters)));
        return signer;
    }
}
