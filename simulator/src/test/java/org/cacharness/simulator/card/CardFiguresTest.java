package org.cacharness.simulator.card;

import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.IssuedCard;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of the card, printed: {@code ./mvnw test -P bench -pl simulator}. Ratios are of medians, taken in turns in one run. */
@Tag("bench")
class CardFiguresTest {
    private static final long FUZZ_COMMANDS = Long.getLong("fuzz.commands", 5_000_000);
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 300;
    private static final int APDUS = 300_000;
    private static final PrintStream OUT = System.out;

    @Test
    void five_million_commands_without_sense() throws IOException {
        StatusWordTable table = StatusWordTable.read();
        long begun = System.nanoTime();
        long tried = 0;
        CardModel[] models = CardModel.values();
        for (int run = 0; run < 2 * models.length; run++) {
            long seed = System.nanoTime() / 2 * 2 + run / models.length;
            CardModel model = models[run % models.length];
            try (ApduFuzz fuzz = new ApduFuzz(model, seed, table)) {
                fuzz.run(FUZZ_COMMANDS / (2L * models.length) + 1);
                tried += fuzz.tried();
                figure(
                        "fuzz, %s, seed %d: %d commands, %d answered with data",
                        model, seed, fuzz.tried(), fuzz.answeredWithData());
            }
        }
        figure("fuzz, all: %d APDUs tried in %.0f s, nothing found", tried, (System.nanoTime() - begun) / 1e9);
    }

    @Test
    void commands_a_second() {
        try (SimulatedCac card = powered(TestCredentials.dual())) {
            PivClient piv = new PivClient(card);
            byte[] query = {0, 0x20, 0, (byte) 0x80};
            byte[] read = {0, (byte) 0xCB, 0x3F, (byte) 0xFF, 5, 0x5C, 3, 0x5F, (byte) 0xC1, 5, 0};
            piv.send(PivClient.PIN);
            figure(
                    "APDUs a second in process: %d (VERIFY without data), %d (GET DATA, 256 bytes)",
                    perSecond(card, query), perSecond(card, read));
        }
    }

    @Test
    void rsa_2048() throws Exception {
        rsa("RSA-2048", 0x07, TestCredentials.OTHER_RSA_2048);
    }

    @Test
    void rsa_3072() throws Exception {
        rsa("RSA-3072", 0x05, TestCredentials.rsa3072());
    }

    @Test
    void p_256() throws Exception {
        KeyPair pair = TestCredentials.P_256;
        byte[] hash = new byte[32];
        new SecureRandom().nextBytes(hash);
        Signature jvm = Signature.getInstance("NONEwithECDSA");
        jvm.initSign(pair.getPrivate());
        compare("P-256", 0x11, pair, hash, () -> {
            jvm.update(hash);
            return jvm.sign();
        });
    }

    @Test
    void personalisation_with_keys_from_a_pool() {
        try (TestPki pki = TestPki.start()) {
            Persona ada = Personas.builtIn().named("Ada");
            pki.issueCard(CardOrder.of(ada));
            for (CardModel model : CardModel.values()) {
                long[] times = new long[60];
                for (int i = 0; i < times.length; i++) {
                    long begun = System.nanoTime();
                    IssuedCard issued = pki.issueCard(CardOrder.of(ada));
                    SimulatedCac.personalise(CardContents.of(CardSerial.of(i), ada, issued, "123456".toCharArray())
                                    .as(model))
                            .close();
                    times[i] = System.nanoTime() - begun;
                }
                figure(
                        "persona to card, %s: first %.1f ms, median %.1f ms, longest %.1f ms",
                        model,
                        times[0] / 1e6,
                        median(times) / 1e6,
                        LongStream.of(times).max().orElse(0) / 1e6);
            }
        }
    }

    private static void rsa(String name, int algorithm, KeyPair pair) throws Exception {
        byte[] block = new byte[algorithm == 0x07 ? 256 : 384];
        new SecureRandom().nextBytes(block);
        block[0] = 0;
        Cipher jvm = cipher(pair);
        compare(name, algorithm, pair, block, () -> jvm.doFinal(block));
    }

    /** Through PIV key 9A, by chained commands and GET RESPONSE, against the JVM's own. */
    private static void compare(String name, int algorithm, KeyPair pair, byte[] input, Callable<byte[]> direct)
            throws Exception {
        try (SimulatedCac card = powered(TestCredentials.dual(pair, pair, pair, pair))) {
            PivClient piv = new PivClient(card);
            piv.send(PivClient.PIN);
            long[] onCard = new long[ROUNDS];
            long[] onJvm = new long[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                int at = Math.max(round, 0);
                onCard[at] = time(() -> piv.authenticate(algorithm, 0x9A, 0x81, input));
                onJvm[at] = time(direct);
            }
            figure(
                    "%s: card %.0f a second, JVM %.0f a second, card / JVM = %.2f",
                    name, 1e9 / median(onCard), 1e9 / median(onJvm), (double) median(onCard) / median(onJvm));
        }
    }

    private static long time(Callable<byte[]> operation) throws Exception {
        long begun = System.nanoTime();
        byte[] result = operation.call();
        return result.length == 0 ? 0 : System.nanoTime() - begun;
    }

    private static long perSecond(SimulatedCac card, byte[] command) {
        for (int i = 0; i < APDUS; i++) {
            card.transceive(command);
        }
        long begun = System.nanoTime();
        for (int i = 0; i < APDUS; i++) {
            card.transceive(command);
        }
        return APDUS * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private static SimulatedCac powered(CardContents contents) {
        SimulatedCac card = SimulatedCac.personalise(contents);
        card.powerOn();
        return card;
    }

    private static Cipher cipher(KeyPair pair) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
        return cipher;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void figure(String format, Object... values) {
        OUT.println("FIGURE " + String.format(Locale.ROOT, format, values));
    }
}
