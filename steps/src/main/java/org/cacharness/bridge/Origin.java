package org.cacharness.bridge;

import java.net.URI;
import java.util.Locale;

/**
 * Where a connection goes (RFC 6454, 4; the scheme is always https).
 *
 * @param host a name or an address, in lower case
 * @param port 1 to 65535
 */
public record Origin(String host, int port) {
    private static final int HTTPS_PORT = 443;

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if the port is none
     */
    public Origin {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "Origin " + host + ": expected a port of 1 to 65535, got " + port + ": correct the address");
        }
        host = host.toLowerCase(Locale.ROOT);
    }

    /** The origin of an https address. */
    public static Origin of(URI address) {
        return new Origin(address.getHost(), address.getPort() < 0 ? HTTPS_PORT : address.getPort());
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
