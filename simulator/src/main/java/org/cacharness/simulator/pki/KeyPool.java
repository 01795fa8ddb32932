package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Key pairs made once per run, each for one slot of one card of one person.
 *
 * <p>An RSA key pair costs as much as a scenario: the scenarios of a run share them, two slots never do.
 */
final class KeyPool {
    private final Executor executor;
    private final Map<Slot, CompletableFuture<KeyPair>> keys = new ConcurrentHashMap<>();

    KeyPool(Executor executor) {
        this.executor = executor;
    }

    /** Whose key it is. */
    record Slot(String personaId, CertificateRole role, int cardNumber, KeyKind kind) {}

    /** The slot's key pair, being made if nobody asked for it before. */
    CompletableFuture<KeyPair> of(Slot slot) {
        return keys.computeIfAbsent(slot, s -> start(s.kind()));
    }

    /** An RSA-2048 key pair for an authority, being made. */
    CompletableFuture<KeyPair> newRsa() {
        return start(KeyKind.RSA_2048);
    }

    private CompletableFuture<KeyPair> start(KeyKind kind) {
        return CompletableFuture.supplyAsync(kind::newPair, executor);
    }
}
