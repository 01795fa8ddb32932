package org.cacharness.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Signs with a key that this process has: the harness's own, or one from a PKCS #12 file. */
public final class StoredKey implements EvidenceSigner {
    private final PrivateKey key;
    private final List<X509Certificate> certificates;

    StoredKey(PrivateKey key, List<X509Certificate> certificates) {
        this.key = key;
        this.certificates = List.copyOf(certificates);
    }

    /**
     * Reads the one key of a PKCS #12 file (RFC 7292).
     *
     * @param file the store
     * @param password of the store and of the key; the caller zeroes it
     * @throws EvidenceException if it cannot be read, the password is wrong, or there is not exactly one key
     */
    public static StoredKey ofPkcs12(Path file, char[] password) throws EvidenceException {
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, password);
            List<String> keys = keys(store);
            if (keys.size() != 1) {
                throw new EvidenceException("PKCS #12: expected one key, got " + keys.size() + " in " + file
                        + ": export the one that is to sign alone");
            }
            List<X509Certificate> chain = chain(store.getCertificateChain(keys.get(0)));
            if (store.getKey(keys.get(0), password) instanceof PrivateKey key && !chain.isEmpty()) {
                return new StoredKey(key, chain);
            }
            throw new EvidenceException(
                    "PKCS #12: expected a private key with its certificate in " + file + ", got none: export both");
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws EvidenceException {
        try {
            Signature signature = Signature.getInstance(
                    SignatureAlgorithm.of(certificates.get(0).getPublicKey()).jcaName());
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new EvidenceException("Sign: " + e.getMessage(), e);
        }
    }

    private static EvidenceException unreadable(Path file, Exception e) {
        boolean password = e.getCause() instanceof UnrecoverableKeyException || e instanceof UnrecoverableKeyException;
        return new EvidenceException(
                "PKCS #12: expected to open " + file + ", got "
                        + (password
                                ? "a wrong password: enter the one it was exported with"
                                : e.getMessage() + ": give a PKCS #12 file"),
                e);
    }

    private static List<String> keys(KeyStore store) throws GeneralSecurityException {
        java.util.ArrayList<String> keys = new java.util.ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        return keys;
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
    }
}
