package org.cacharness.simulator.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts a pcscd, puts a card in and does not end by itself. */
final class AbandonedPcscd {
    private AbandonedPcscd() {}

    /** Prints a line when the card is in. */
    public static void main(String... none) throws Exception {
        PrivatePcscd pcscd = PrivatePcscd.start();
        pcscd.readers().get(0).insert(ContactCard.of(new AdasCard().make(CardProfile.T0_PLAIN), AtrProfile.GEMALTO));
        System.out.println("ready, uid " + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        new CountDownLatch(1).await();
    }
}
