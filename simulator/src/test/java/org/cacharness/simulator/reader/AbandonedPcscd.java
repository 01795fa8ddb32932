package org.cacharness.simulator.reader;

import java.util.concurrent.CountDownLatch;

/** A process that starts a pcscd, puts a card in and does not end by itself. */
final class AbandonedPcscd {
    private AbandonedPcscd() {}

    /** Prints a line when the card is in. */
    public static void main(String... none) throws InterruptedException {
        PrivatePcscd pcscd = PrivatePcscd.start();
        pcscd.readers().get(0).insert(ContactCard.of(new AdasCard().make(CardProfile.T0_PLAIN), AtrProfile.GEMALTO));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
