package org.cacharness.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cacharness.timeline.RunClock;
import org.htmlunit.FormEncodingType;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.http.Cookie;
import org.htmlunit.util.NameValuePair;
import org.htmlunit.util.WebConnectionWrapper;

/**
 * Tells of every request that the embedded browser sends, and how it was answered: redirects too, which the browser follows unseen.
 * Of files that belong to a page only failures are told.
 */
final class WatchedConnection extends WebConnectionWrapper {
    private final WebClient client;
    private final Traffic traffic;

    WatchedConnection(WebClient client, Traffic traffic) {
        super(client);
        this.client = client;
        this.traffic = traffic;
    }

    @Override
    public WebResponse getResponse(WebRequest request) throws IOException {
        Instant began = RunClock.utc().instant();
        Map<String, String> cookies = traffic.isListenedTo() ? cookies(request) : Map.of();
        try {
            WebResponse response = super.getResponse(request);
            tell(began, request, response);
            if (traffic.isListenedTo()) {
                traffic.exchanged(exchange(request, cookies, response));
            }
            return response;
        } catch (IOException unanswered) {
            if (traffic.isListenedTo()) {
                traffic.unanswered(address(request), unanswered);
            }
            throw unanswered;
        } finally {
            traffic.handshakesAreOver();
        }
    }

    private Map<String, String> cookies(WebRequest request) {
        return client.getCookies(request.getUrl()).stream()
                .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, second) -> first));
    }

    private static Exchange exchange(WebRequest request, Map<String, String> cookies, WebResponse response)
            throws IOException {
        try (InputStream body = response.getContentAsStream()) {
            return new Exchange(
                    request.getHttpMethod().name(),
                    address(request),
                    cookies,
                    form(request),
                    response.getStatusCode(),
                    fields(response.getResponseHeaders()),
                    body == null ? new byte[0] : body.readAllBytes(),
                    response.getContentCharset());
        }
    }

    private static URI address(WebRequest request) {
        return URI.create(request.getUrl().toExternalForm());
    }

    private static List<Exchange.Field> form(WebRequest request) {
        boolean inBody =
                request.getHttpMethod() != HttpMethod.GET && request.getEncodingType() == FormEncodingType.URL_ENCODED;
        return inBody ? fields(request.getRequestParameters()) : List.of();
    }

    private static List<Exchange.Field> fields(List<NameValuePair> pairs) {
        return pairs.stream()
                .map(pair -> new Exchange.Field(pair.getName(), pair.getValue()))
                .toList();
    }

    private void tell(Instant began, WebRequest request, WebResponse response) {
        traffic.answered(
                began,
                Duration.between(began, RunClock.utc().instant()),
                request.getHttpMethod().name(),
                request.getUrl(),
                response.getStatusCode(),
                response.getContentType(),
                fields(response.getResponseHeaders()));
    }
}
