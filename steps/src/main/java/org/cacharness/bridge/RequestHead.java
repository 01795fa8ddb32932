package org.cacharness.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser asks of a proxy: request line and header fields (RFC 9112, 2.1).
 *
 * @param text without its last, empty line
 */
record RequestHead(String text) {
    private static final Pattern CONNECT = Pattern.compile("CONNECT (\\[?)([^\\s\\]]+)(]?):([0-9]{1,5}) HTTP/1\\.1");
    private static final Pattern GET = Pattern.compile("GET (http://\\S+) HTTP/1\\.1");
    private static final List<String> HOP_BY_HOP = List.of("proxy-authorization:", "proxy-connection:", "connection:");
    /** CR LF CR LF. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private static final int LONGEST_HEAD = 16 * 1024;

    /** Reads it up to its last byte and no further: what follows a CONNECT is TLS. */
    static RequestHead read(InputStream browser) throws IOException {
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
        return new RequestHead(head.toString(ISO_8859_1).stripTrailing());
    }

    /**
     * Where the browser wants to speak TLS (RFC 9110, 9.3.6).
     *
     * @throws ProtocolException if it is another request
     */
    Origin tunnel() throws ProtocolException {
        Matcher connect = CONNECT.matcher(line());
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

    /** Whose page the browser wants, without TLS; empty if it wants something else. */
    Optional<String> authority() {
        Matcher get = GET.matcher(line());
        try {
            return get.matches() ? Optional.ofNullable(URI.create(get.group(1)).getAuthority()) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** The content of a header field. */
    Optional<String> field(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip());
    }

    /** The request for the other side: without what was for the proxy, and the only one of its connection. */
    byte[] handedOn() {
        StringBuilder request = new StringBuilder();
        text.lines()
                .filter(line -> HOP_BY_HOP.stream().noneMatch(line.toLowerCase(Locale.ROOT)::startsWith))
                .forEach(line -> request.append(line).append("\r\n"));
        return request.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1);
    }

    private String line() {
        return text.lines().findFirst().orElse("");
    }
}
