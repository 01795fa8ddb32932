package org.cacharness.simulator.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
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
    private static final int RSA_BITS = 2048;

    private final Executor executor;
    private final Map<Slot, CompletableFuture<KeyPair>> keys = new ConcurrentHashMap<>();

    KeyPool(Executor executor) {
        this.executor = executor;
    }

    /** Whose key it is. */
    record Slot(String personaId, CertificateRole role, int cardNumber) {}

    /** The slot's RSA-2048 key pair, being made if nobody asked for it before. */
    CompletableFuture<KeyPair> of(Slot slot) {
        return keys.computeIfAbsent(slot, s -> newRsa());
    }

    CompletableFuture<KeyPair> newRsa() {
        return CompletableFuture.supplyAsync(KeyPool::rsa, executor);
    }

    static KeyPair newP256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("test PKI: no P-256 key pair from this JDK: use an unmodified JDK 17", e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("test PKI: no RSA key pair from this JDK: use an unmodified JDK 17", e);
        }
    }
}
