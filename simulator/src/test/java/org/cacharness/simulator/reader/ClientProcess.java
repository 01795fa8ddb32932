package org.cacharness.simulator.reader;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.Locale;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;

/** A PC/SC and PKCS#11 client in a JVM of its own: which pcscd it talks to is fixed when its process begins. */
final class ClientProcess {
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 1000;

    private ClientProcess() {}

    /** Argument: {@code apdu}, or the PKCS#11 module to sign with. Prints one number. */
    public static void main(String... arguments) throws Exception {
        double figure = arguments[0].equals("apdu") ? apduMillis() : signaturesPerSecond(arguments[0]);
        System.out.printf(Locale.ROOT, "%.3f%n", figure);
    }

    /** Median of a command with eight bytes of response. */
    private static double apduMillis() throws Exception {
        CardChannel channel = TerminalFactory.getDefault()
                .terminals()
                .list()
                .get(0)
                .connect("*")
                .getBasicChannel();
        long[] took = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            if (channel.transmit(new CommandAPDU(0, 0x84, 0, 0, 8)).getSW() != 0x9000) {
                throw new IllegalStateException("GET CHALLENGE was refused");
            }
            took[Math.max(i, 0)] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        return took[ROUNDS / 2] / 1e6;
    }

    /** RSA-2048, PKCS#1 with SHA-256; the last one is verified. */
    private static double signaturesPerSecond(String module) throws Exception {
        Provider provider =
                Security.getProvider("SunPKCS11").configure("--name=Cac\nlibrary=" + module + "\nslotListIndex=0");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, System.getenv(Tool.PIN_VARIABLE).toCharArray());
        String alias = "CAC ID Certificate";
        Signature signer = Signature.getInstance("SHA256withRSA", provider);
        signer.initSign((PrivateKey) store.getKey(alias, null));
        byte[] signature = {};
        long begun = 0;
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            begun = i == 0 ? System.nanoTime() : begun;
            signer.update((byte) i);
            signature = signer.sign();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(store.getCertificate(alias));
        verifier.update((byte) (ROUNDS - 1));
        if (!verifier.verify(signature)) {
            throw new IllegalStateException("The signature is not the certificate's key's");
        }
        return ROUNDS / seconds;
    }
}
