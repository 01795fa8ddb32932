package org.cacharness.drivers;

import java.io.IOException;
import java.net.URL;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.WebConnectionWrapper;

/**
 * Tells of every request that the embedded browser sends, and how it was answered: redirects too, which the browser follows unseen.
 * Of files that belong to a page only failures are told.
 */
final class WatchedConnection extends WebConnectionWrapper {
    private static final int REDIRECT = 300;

    private final Traffic traffic;

    WatchedConnection(WebClient client, Traffic traffic) {
        super(client);
        this.traffic = traffic;
    }

    @Override
    public WebResponse getResponse(WebRequest request) throws IOException {
        WebResponse response = super.getResponse(request);
        String location = response.getResponseHeaderValue("Location");
        if (response.getStatusCode() >= REDIRECT || "text/html".equals(response.getContentType())) {
            traffic.exchanged(request.getHttpMethod() + " " + path(request.getUrl()) + " → " + response.getStatusCode()
                    + (location == null ? "" : " " + withoutValues(location)));
        }
        return response;
    }

    private static String path(URL url) {
        return withoutValues(url.getFile().isEmpty() ? "/" : url.getFile());
    }

    /** Values of a query may be anybody's secret. */
    private static String withoutValues(String address) {
        return address.replaceAll("=[^&#]*", "=");
    }
}
