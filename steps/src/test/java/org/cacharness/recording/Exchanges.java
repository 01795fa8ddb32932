package org.cacharness.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Exchange.Field;

/** Requests and answers as a browser tells them. */
final class Exchanges {
    private Exchanges() {}

    static Exchange page(String path, String body, Field... headers) {
        return exchange("GET", path, Map.of(), List.of(), body, headers);
    }

    static Exchange exchange(
            String method, String path, Map<String, String> cookies, List<Field> form, String body, Field... headers) {
        List<Field> all = new java.util.ArrayList<>(List.of(headers));
        all.add(new Field("Content-Type", "text/html; charset=utf-8"));
        return new Exchange(
                method,
                URI.create("https://portal.example" + path),
                cookies,
                form,
                200,
                all,
                body.getBytes(UTF_8),
                UTF_8);
    }
}
