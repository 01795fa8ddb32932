package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes the words of this run out of requests before they are matched, and puts them into answers. */
final class ReplayWords implements StubRequestFilterV2, ResponseTransformerV2 {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final UnaryOperator<String> shown;
    private final UnaryOperator<String> hidden;

    ReplayWords(UnaryOperator<String> shown, UnaryOperator<String> hidden) {
        this.shown = shown;
        this.hidden = hidden;
    }

    @Override
    public String getName() {
        return "replay-words";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        RequestWrapper.Builder words = RequestWrapper.create().transformAbsoluteUrl(hidden::apply);
        String type = request.getHeader("Content-Type");
        if (type != null && type.startsWith(FORM)) {
            words.transformBody(body -> new Body(form(body.asString())));
        }
        return RequestFilterAction.continueWith(words.wrap(request));
    }

    /** Encoded as the stubs have it, whatever way the browser chose. */
    private String form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(field -> field.split("=", 2))
                .map(pair -> Arrays.stream(pair).map(this::field).collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }

    private String field(String encoded) {
        String plain = hidden.apply(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        return URLEncoder.encode(plain, StandardCharsets.UTF_8);
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        HttpHeaders headers = new HttpHeaders(response.getHeaders().all().stream()
                .map(header -> new HttpHeader(
                        header.key(), header.values().stream().map(shown).toList()))
                .toList());
        Response.Builder answer = Response.Builder.like(response).but().headers(headers);
        byte[] body = response.getBody();
        return body == null || body.length == 0 || !isText(headers)
                ? answer.build()
                : answer.body(shown(body, charset(headers))).build();
    }

    private byte[] shown(byte[] body, Charset charset) {
        return shown.apply(new String(body, charset)).getBytes(charset);
    }

    private static boolean isText(HttpHeaders headers) {
        String type = headers.getContentTypeHeader().isPresent()
                ? headers.getContentTypeHeader().firstValue()
                : "";
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("script");
    }

    private static Charset charset(HttpHeaders headers) {
        return headers.getContentTypeHeader().isPresent()
                ? headers.getContentTypeHeader().charset()
                : StandardCharsets.UTF_8;
    }
}
