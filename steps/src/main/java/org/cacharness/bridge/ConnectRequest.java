package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser asks of a proxy before it speaks TLS through it (RFC 9110, 9.3.6). */
final class ConnectRequest {
    private static final Pattern REQUEST_LINE =
            Pattern.compile("CONNECT (\\[?)([^\\s\\]]+)(]?):([0-9]{1,5}) HTTP/1\\.1");
    /** CR LF CR LF. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private static final int LONGEST_HEAD = 16 * 1024;

    private ConnectRequest() {}

    /**
     * Reads the request up to its last byte and no further: what follows is TLS.
     *
     * @return where the browser wants to go
     * @throws ProtocolException if it is another request
     */
    static Origin read(InputStream browser) throws IOException {
        String line = head(browser).lines().findFirst().orElse("");
        Matcher connect = REQUEST_LINE.matcher(line);
        if (!connect.matches()) {
            throw new ProtocolException("TLS bridge: expected CONNECT host:port HTTP/1.1, got another request:"
                    + " give this proxy to the browser for https alone");
        }
        try {
            return new Origin(connect.group(2), Integer.parseInt(connect.group(4)));
        } catch (IllegalArgumentException noPort) {
            throw new ProtocolException(noPort.getMessage());
        }
    }

    private static String head(InputStream browser) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != END_OF_HEAD) {
            int next = browser.read();
            if (next < 0) {
                throw new EOFException("TLS bridge: expected a whole request, got " + head.size() + " bytes of it");
            }
            head.write(next);
            lastFour = lastFour << 8 | next;
            if (head.size() > LONGEST_HEAD) {
                throw new ProtocolException("TLS bridge: expected a request of at most " + LONGEST_HEAD + " bytes");
            }
        }
        return head.toString(ISO_8859_1);
    }
}
