package org.cacharness.drivers;

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is kept of a request and its answer: no value of a query, of a cookie or of a nonce, which open sessions or are others every time.
 *
 * @param asked method and path
 * @param answer status, and where a redirect leads
 * @param host whom it was sent to
 * @param headers of the answer that matter, {@code name: value}, by name
 */
record KeptAnswer(String asked, String answer, String host, List<String> headers) {
    private static final int REDIRECT = 300;
    private static final Set<String> THAT_MATTER = Set.of(
            "cache-control",
            "clear-site-data",
            "content-security-policy",
            "content-security-policy-report-only",
            "content-type",
            "cross-origin-embedder-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "referrer-policy",
            "strict-transport-security",
            "x-content-type-options",
            "x-frame-options");

    static KeptAnswer of(String method, URL address, int status, List<Exchange.Field> headers) {
        String location = value(headers, "location");
        return new KeptAnswer(
                method + " " + withoutValues(address.getFile().isEmpty() ? "/" : address.getFile()),
                status + (location.isEmpty() ? "" : " " + withoutValues(location)),
                address.getAuthority(),
                thatMatter(headers));
    }

    /** Of files that belong to a page only failures are told. */
    static boolean isTold(int status, String mimeType) {
        return status >= REDIRECT || mimeType.equals("text/html");
    }

    private static String value(List<Exchange.Field> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Field::value)
                .findFirst()
                .orElse("");
    }

    private static List<String> thatMatter(List<Exchange.Field> headers) {
        List<String> lines = new ArrayList<>();
        for (Exchange.Field header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("set-cookie")) {
                lines.add(name + ": " + header.value().replaceFirst("=[^;]*", "="));
            } else if (THAT_MATTER.contains(name)) {
                lines.add(name + ": " + header.value().replaceAll("'nonce-[^']*'", "'nonce-'"));
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static String withoutValues(String address) {
        return address.replaceAll("=[^&#]*", "=");
    }
}
