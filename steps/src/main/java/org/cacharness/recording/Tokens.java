package org.cacharness.recording;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Exchange.Field;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds what opens a session, or proves that a form is the portal's: values of cookies, hidden fields, {@code meta} elements and
 * queries that look drawn by chance.
 */
final class Tokens {
    private static final int SHORTEST = 8;
    private static final int LONG = 20;
    private static final Pattern QUERY_VALUE = Pattern.compile("[?&;][^=&;#]*=([^&;#]*)");
    private static final Pattern DRAWN = Pattern.compile("(?=.*\\d)(?=.*\\p{L})\\S+");

    private Tokens() {}

    /** Those of an answer's cookies, in their order. */
    static List<String> cookies(Exchange exchange) {
        return exchange.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
                .map(header -> header.value().replaceFirst("^[^=;]*=?", "").replaceFirst(";.*", ""))
                .filter(value -> value.length() >= SHORTEST)
                .toList();
    }

    /** The others of a request and its answer, in their order. */
    static List<String> in(Exchange exchange) {
        List<String> found = new ArrayList<>();
        queries(exchange.address().toString(), found);
        for (Field header : exchange.headers()) {
            if (header.name().equalsIgnoreCase("Location")) {
                queries(header.value(), found);
            }
        }
        if (Texts.isPage(exchange)) {
            fields(exchange.body(), exchange.charset(), found);
        }
        return found;
    }

    private static void queries(String address, List<String> found) {
        Matcher values = QUERY_VALUE.matcher(address);
        while (values.find()) {
            ifDrawn(values.group(1), found);
        }
    }

    private static void fields(byte[] body, Charset charset, List<String> found) {
        for (Element element :
                Jsoup.parse(new String(body, charset)).select("input[type=hidden], meta[name][content]")) {
            ifDrawn(element.attr(element.normalName().equals("meta") ? "content" : "value"), found);
        }
    }

    private static void ifDrawn(String value, List<String> found) {
        boolean oneWord = value.length() >= SHORTEST && value.chars().noneMatch(Character::isWhitespace);
        if (oneWord && (value.length() >= LONG || DRAWN.matcher(value).matches())) {
            found.add(value);
        }
    }
}
