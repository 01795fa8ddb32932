package org.cacharness.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
                traffic.listener().answered(exchange(request, cookies, response));
            }
            return response;
        } catch (IOException unanswered) {
            if (traffic.isListenedTo()) {
                traffic.listener().unanswered(address(request), unanswered);
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
        String location = response.getResponseHeaderValue("Location");
        if (response.getStatusCode() >= REDIRECT || "text/html".equals(response.getContentType())) {
            traffic.exchanged(
                    began,
                    request.getHttpMethod() + " " + path(request.getUrl()),
                    response.getStatusCode() + (location == null ? "" : " " + withoutValues(location)),
                    request.getUrl().getAuthority(),
                    headers(response));
        }
    }

    /**
     * The headers that matter, by name. Of cookies only the names and attributes, for their values open sessions; of a policy no
     * nonce, which is another for every page.
     */
    private static List<String> headers(WebResponse response) {
        List<String> lines = new ArrayList<>();
        for (NameValuePair header : response.getResponseHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (name.equals("set-cookie")) {
                lines.add(name + ": " + header.getValue().replaceFirst("=[^;]*", "="));
            } else if (THAT_MATTER.contains(name)) {
                lines.add(name + ": " + header.getValue().replaceAll("'nonce-[^']*'", "'nonce-'"));
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static String path(URL url) {
        return withoutValues(url.getFile().isEmpty() ? "/" : url.getFile());
    }

    /** Values of a query may be anybody's secret. */
    private static String withoutValues(String address) {
        return address.replaceAll("=[^&#]*", "=");
    }
}
