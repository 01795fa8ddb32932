package org.cacharness.recording;

import java.util.List;
import java.util.Locale;
import org.cacharness.drivers.Exchange;

/** What of an answer is text, by its content type (RFC 9110, 8.3). */
final class Texts {
    private static final List<String> TEXTS = List.of("text/", "json", "xml", "javascript", "ecmascript");

    private Texts() {}

    static boolean isText(Exchange exchange) {
        return TEXTS.stream().anyMatch(type(exchange)::contains);
    }

    static boolean isPage(Exchange exchange) {
        return type(exchange).contains("html");
    }

    private static String type(Exchange exchange) {
        return exchange.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> header.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
