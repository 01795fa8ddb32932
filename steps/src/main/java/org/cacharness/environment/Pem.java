package org.cacharness.environment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;

/** Certificates as text (RFC 7468, 5.1). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** Writes the certificates of a store to a file, whole or not at all. */
    static void write(KeyStore store, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, of(store), US_ASCII);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("Write " + file + ": expected a place to write to, got " + e, e);
        }
    }

    /** The certificates of a store, one after the other. */
    static String of(KeyStore store) {
        StringBuilder text = new StringBuilder();
        try {
            for (String alias : Collections.list(store.aliases())) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII))
                                .encodeToString(store.getCertificate(alias).getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PEM: expected a store of certificates, got " + e, e);
        }
        return text.toString();
    }
}
