package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request, read in the portal's terms.
 *
 * @param request the request as WireMock has it, with the connector's headers
 * @param session the session whose cookie came with it
 * @param form the posted fields, none for a GET
 */
record Visit(Request request, Optional<Session> session, Form form) {

    static Visit of(Request request, Sessions sessions) {
        return new Visit(request, cookie(request).flatMap(sessions::find), Form.of(request.getBodyAsString()));
    }

    Optional<Login> login() {
        return session.flatMap(Session::login);
    }

    /** The certificate that TLS showed, on the CAC port only. */
    Optional<X509Certificate> certificate() {
        return ClientCertificateHeaders.read(request);
    }

    boolean isPost() {
        return request.getMethod().getName().equals("POST");
    }

    /** A field of the form, empty text if it is missing. */
    String field(String name) {
        return form.values(name).findFirst().orElse("");
    }

    boolean has(String name) {
        return form.values(name).findFirst().isPresent();
    }

    /** The values that the page's script computed: in the address, in the form, or nowhere if scripts are off. */
    Stream<String> checkValues() {
        QueryParameter query = request.queryParameter(CheckedFile.PARAMETER);
        Stream<String> inAddress = query.isPresent() ? query.values().stream() : Stream.of();
        return isPost() ? Stream.concat(inAddress, form.values(CheckedFile.PARAMETER)) : inAddress;
    }

    /** What makes a repeated request the same one, as a browser's reload does. */
    String identity() {
        return request.getMethod() + " " + request.getUrl() + " " + sessionCookie() + " " + request.getBodyAsString();
    }

    String sessionCookie() {
        return cookie(request).orElse("");
    }

    String path() {
        String url = request.getUrl();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static Optional<String> cookie(Request request) {
        var cookie = request.getCookies().get(Sessions.COOKIE);
        return cookie == null || cookie.isAbsent() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    @Override
    public String toString() {
        return "Visit[" + request.getMethod() + " " + path() + "]";
    }
}
