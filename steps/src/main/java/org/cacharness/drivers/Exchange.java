package org.cacharness.drivers;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * A request that a browser sent and the answer that it got, whole: for whoever records the portal.
 *
 * @param method in capitals
 * @param address with its query
 * @param cookies that were sent, by name
 * @param form what a form with the usual encoding sent, in its order; empty for any other body
 * @param status of the answer
 * @param headers of the answer, in their order
 * @param body of the answer, without any content encoding
 * @param charset of the body, if it is text
 */
@SuppressWarnings("ArrayRecordComponent") // cloned in and out, never compared
public record Exchange(
        String method,
        URI address,
        Map<String, String> cookies,
        List<Field> form,
        int status,
        List<Field> headers,
        byte[] body,
        Charset charset) {
    /** Takes copies of what could change. */
    public Exchange {
        cookies = Map.copyOf(cookies);
        form = List.copyOf(form);
        headers = List.copyOf(headers);
        body = body.clone();
    }

    /** A name and its value. */
    public record Field(String name, String value) {}

    @Override
    public byte[] body() {
        return body.clone();
    }
}
