package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What one browser shows at a gate (RFC 7617), so that it is let through to its own bridge and nobody else is.
 *
 * @param user says nothing
 * @param password 128 random bits
 */
public record ProxyCredentials(String user, String password) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ProxyCredentials random() {
        byte[] password = new byte[BYTES];
        RANDOM.nextBytes(password);
        return new ProxyCredentials("browser", HexFormat.of().formatHex(password));
    }

    /** The content of the header field {@code Proxy-Authorization}. */
    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "ProxyCredentials[****]";
    }
}
