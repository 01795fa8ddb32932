package org.cacharness.bridge;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLS alerts (RFC 8446, 6), as the portal sends them and as they are handed on to the browser. */
final class Alert {
    private static final byte ALERT_RECORD = 21;
    private static final byte FATAL = 2;
    private static final int DECRYPT_ERROR = 51;
    private static final int INTERNAL_ERROR = 80;
    /** How JSSE tells of an alert that it received. */
    private static final Pattern RECEIVED = Pattern.compile("fatal alert: ([a-z_]+)");

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("handshake_failure", 40),
            Map.entry("bad_certificate", 42),
            Map.entry("unsupported_certificate", 43),
            Map.entry("certificate_revoked", 44),
            Map.entry("certificate_expired", 45),
            Map.entry("certificate_unknown", 46),
            Map.entry("illegal_parameter", 47),
            Map.entry("unknown_ca", 48),
            Map.entry("access_denied", 49),
            Map.entry("decode_error", 50),
            Map.entry("decrypt_error", 51),
            Map.entry("protocol_version", 70),
            Map.entry("insufficient_security", 71),
            Map.entry("unrecognized_name", 112),
            Map.entry("certificate_required", 116),
            Map.entry("no_application_protocol", 120));

    private Alert() {}

    /**
     * The record with the alert that ended a handshake with the portal. Where the portal sent none and the handshake failed at this side,
     * as it does when the card is pulled, it is {@code decrypt_error}: a cryptographic operation failed. After {@code internal_error}
     * Chromium would begin anew by itself, and the card would be asked again without anybody's wish.
     */
    static byte[] of(IOException failure) {
        Matcher alert = RECEIVED.matcher(String.valueOf(failure.getMessage()));
        int code = alert.find() ? CODES.getOrDefault(alert.group(1), INTERNAL_ERROR) : DECRYPT_ERROR;
        return new byte[] {ALERT_RECORD, 3, 3, 0, 2, FATAL, (byte) code};
    }
}
