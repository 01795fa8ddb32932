package org.cacharness.simulator.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields of a posted form (application/x-www-form-urlencoded).
 *
 * <p>WireMock's own reading answers a body with a broken escape by a stack trace; here such a field is just not there.
 *
 * @param fields values by name
 */
record Form(Map<String, List<String>> fields) {

    static Form of(String body) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                add(fields, pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        return new Form(fields);
    }

    Stream<String> values(String name) {
        return fields.getOrDefault(name, List.of()).stream();
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            fields.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(decoded);
        } catch (IllegalArgumentException e) {
            // A broken escape: the field is not there, and what needs it refuses the form.
            return;
        }
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
