package org.cacharness.simulator.portal;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: pages, links and forms by the JDK's HTTP client. */
final class TestBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final PortalServer portal;
    private final HttpClient client;
    private HttpResponse<String> page;

    TestBrowser(PortalServer portal, SmallPki pki, SmallPki.@Nullable Card card, String... protocols) throws Exception {
        this.portal = portal;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .sslContext(tls(pki, card))
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL);
        if (protocols.length > 0) {
            var parameters = new javax.net.ssl.SSLParameters();
            parameters.setProtocols(protocols);
            builder.sslParameters(parameters);
        }
        client = builder.build();
        page = get("");
    }

    /** A page as somebody sees it who has nothing but this value of the session cookie. */
    static HttpResponse<String> withCookie(PortalServer portal, SmallPki pki, String path, String cookie)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(portal.address().resolve(path))
                .header("Cookie", Sessions.COOKIE + "=" + cookie)
                .build();
        return HttpClient.newBuilder()
                .sslContext(tls(pki, null))
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The page that the browser has now. */
    HttpResponse<String> page() {
        return page;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.address().resolve("/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        page = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return page;
    }

    /** Fills in the form with the token of the last page. */
    HttpResponse<String> post(String path, String... fields) throws Exception {
        return postTo(portal.address().resolve("/" + path), token(), fields);
    }

    HttpResponse<String> postToCacPort(String path, String... fields) throws Exception {
        return postTo(portal.cacAddress().resolve("/" + path), token(), fields);
    }

    HttpResponse<String> postTo(URI address, String token, String... fields) throws Exception {
        return send(address, token, new String[0], fields);
    }

    HttpResponse<String> send(URI address, String token, String[] headers, String... fields) throws Exception {
        List<String> form = new ArrayList<>();
        form.add("form-token=" + encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + encode(fields[i + 1]));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        page = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return page;
    }

    /** Sends a form body as it is. */
    HttpResponse<String> postRaw(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(portal.address().resolve("/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> logIn(String username, String password) throws Exception {
        get("login");
        return post("login", "username", username, "password", password);
    }

    HttpResponse<String> cacLogin() throws Exception {
        get("login");
        return postToCacPort("cac/login");
    }

    HttpResponse<String> register(String... fields) throws Exception {
        get("registration");
        return postToCacPort("cac/register", fields);
    }

    String token() {
        Matcher matcher = TOKEN.matcher(page.body());
        return matcher.find() ? matcher.group(1) : "";
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().get(0).getValue();
    }

    static String heading(HttpResponse<String> page) {
        Matcher matcher = Pattern.compile("<h1>([^<]*)</h1>").matcher(page.body());
        return matcher.find() ? matcher.group(1).replace("&#x27;", "'") : "";
    }

    private static SSLContext tls(SmallPki pki, SmallPki.@Nullable Card card) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(pki.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(card == null ? new KeyManager[0] : keys(card), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] keys(SmallPki.Card card) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(card.store(), SmallPki.PASSWORD);
        return keys.getKeyManagers();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
