package org.cacharness.drivers.chromium;

import java.util.concurrent.CompletableFuture;

/** What somebody who waits for a browser's answer does meanwhile. */
@FunctionalInterface
public interface Waiting {
    /** Nothing. */
    Waiting PLAIN = answer -> {};

    /** Returns when the answer is there, or when it is enough to wait for nothing else. */
    void until(CompletableFuture<?> answer) throws InterruptedException;
}
