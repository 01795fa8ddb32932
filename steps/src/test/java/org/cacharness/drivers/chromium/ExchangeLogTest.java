package org.cacharness.drivers.chromium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Exchange.Field;
import org.cacharness.drivers.Traffic;
import org.cacharness.drivers.TrafficListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASKED = """
            {"method": "Network.requestWillBeSent", "sessionId": "window", "params": {"requestId": "1", "request":
              {"url": "https://portal.example/login", "method": "POST", "postData": "user=ada&pass=a%26b+c",
               "headers": {"Content-Type": "application/x-www-form-urlencoded"}}}}""";
    private static final String SENT = """
            {"method": "Network.requestWillBeSentExtraInfo", "params":
              {"requestId": "1", "headers": {"Cookie": "session=one; theme=dark"}}}""";
    private static final String ANSWERED = """
            {"method": "Network.responseReceived", "params": {"requestId": "1", "hasExtraInfo": true, "response":
              {"status": 200, "headers": {"Content-Type": "text/html; charset=ISO-8859-1"}}}}""";
    private static final String RECEIVED = """
            {"method": "Network.responseReceivedExtraInfo", "params": {"requestId": "1", "statusCode": 200, "headers":
              {"Content-Type": "text/html; charset=ISO-8859-1", "Set-Cookie": "session=two\\nlast=now"}}}""";
    private static final String FINISHED =
            "{\"method\": \"Network.loadingFinished\", \"sessionId\": \"window\", \"params\": {\"requestId\": \"1\"}}";

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, String> bodies = new HashMap<>(Map.of("1", "Gr\u00fc\u00df Gott"));
    private final Map<String, String> posted = new HashMap<>();
    private final Traffic traffic = new Traffic();
    private final ExchangeLog log =
            new ExchangeLog(this::ask, (address, said) -> others.add("unanswered " + address + " " + said), traffic);

    private Optional<JsonNode> ask(String session, String command, Map<String, ?> parameters) {
        String id = String.valueOf(parameters.get("requestId"));
        return command.equals("Network.getRequestPostData")
                ? Optional.ofNullable(posted.get(id))
                        .map(form -> JSON.createObjectNode().put("postData", form))
                : Optional.ofNullable(bodies.get(id))
                        .map(body -> JSON.createObjectNode().put("body", body));
    }

    @BeforeEach
    void listen() {
        traffic.tell(new TrafficListener() {
            @Override
            public void answered(Exchange exchange) {
                exchanges.add(exchange);
            }

            @Override
            public void unanswered(URI address, IOException problem) {}

            @Override
            public void incomplete(URI address) {
                others.add("incomplete " + address);
            }

            @Override
            public void shookHands(Handshake handshake) {}
        });
    }

    @Test
    void an_exchange_is_told_with_what_went_over_the_network() {
        log.tell(events(ASKED, SENT, ANSWERED, RECEIVED, FINISHED));

        assertThat(exchanges).hasSize(1);
        Exchange told = exchanges.get(0);
        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.address()).hasToString("https://portal.example/login");
        assertThat(told.cookies()).isEqualTo(Map.of("session", "one", "theme", "dark"));
        assertThat(told.form()).containsExactly(new Field("user", "ada"), new Field("pass", "a&b c"));
        assertThat(told.headers())
                .contains(new Field("Set-Cookie", "session=two"), new Field("Set-Cookie", "last=now"));
        assertThat(new String(told.body(), told.charset())).isEqualTo("Gr\u00fc\u00df Gott");
        assertThat(told.charset().name()).isEqualTo("ISO-8859-1");
    }

    @Test
    void cookies_that_are_told_later_than_all_else_are_waited_for() {
        log.tell(events(ASKED, ANSWERED, FINISHED));
        assertThat(exchanges).isEmpty();

        log.tell(events(SENT, RECEIVED));

        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.get(0).cookies()).containsEntry("session", "one");
        assertThat(exchanges.get(0).headers()).contains(new Field("Set-Cookie", "session=two"));
    }

    @Test
    void what_never_gets_whole_is_told_as_incomplete() {
        log.tell(events(ASKED, SENT, ANSWERED, FINISHED));
        log.end();

        assertThat(exchanges).isEmpty();
        assertThat(others).containsExactly("incomplete https://portal.example/login");
    }

    @Test
    void an_answer_whose_body_is_gone_is_told_as_incomplete() {
        bodies.clear();

        log.tell(events(ASKED, SENT, ANSWERED, RECEIVED, FINISHED));

        assertThat(exchanges).isEmpty();
        assertThat(others).containsExactly("incomplete https://portal.example/login");
    }

    @Test
    void a_form_that_is_too_long_for_the_event_is_asked_for() {
        String asked = ASKED.replace("\"postData\": \"user=ada&pass=a%26b+c\",", "");
        posted.put("1", "user=ada&note=long");
        log.tell(events(asked, SENT, ANSWERED, RECEIVED, FINISHED));
        posted.clear();
        log.tell(events(asked, SENT, ANSWERED, RECEIVED, FINISHED));

        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.get(0).form()).containsExactly(new Field("user", "ada"), new Field("note", "long"));
        assertThat(others).containsExactly("incomplete https://portal.example/login");
    }

    @Test
    void a_redirect_and_where_it_leads_are_two_exchanges() {
        String on = """
                {"method": "Network.requestWillBeSent", "sessionId": "window", "params": {"requestId": "1",
                  "redirectHasExtraInfo": true, "redirectResponse": {"status": 303, "headers": {}},
                  "request": {"url": "https://portal.example/home", "method": "GET", "headers": {}}}}""";
        String redirect = """
                {"method": "Network.responseReceivedExtraInfo", "params":
                  {"requestId": "1", "statusCode": 303, "headers": {"Location": "/home"}}}""";

        log.tell(events(ASKED, SENT, redirect, on, SENT, ANSWERED, RECEIVED, FINISHED));

        assertThat(exchanges).extracting(Exchange::status).containsExactly(303, 200);
        assertThat(exchanges.get(0).headers()).containsExactly(new Field("Location", "/home"));
        assertThat(exchanges.get(0).body()).isEmpty();
        assertThat(exchanges.get(1).address()).hasToString("https://portal.example/home");
        assertThat(new String(exchanges.get(1).body(), UTF_8)).isNotEmpty();
    }

    @Test
    void what_the_browser_had_in_its_cache_the_portal_did_not_say() {
        String cached = "{\"method\": \"Network.requestServedFromCache\", \"params\": {\"requestId\": \"1\"}}";

        log.tell(events(ASKED, cached, ANSWERED, FINISHED));
        log.tell(events(
                ASKED,
                ANSWERED.replace("\"hasExtraInfo\": true", "\"x\": 0")
                        .replace("\"status\"", "\"fromDiskCache\": true, \"status\""),
                FINISHED));
        log.end();

        assertThat(exchanges).isEmpty();
        assertThat(others).isEmpty();
    }

    /** The portal said 304; whoever replays it asks without a cache. */
    @Test
    void what_had_not_changed_is_told_with_what_it_was() {
        log.tell(events(ASKED, SENT, ANSWERED, RECEIVED.replace("200", "304").replace("text/html", "x/y"), FINISHED));

        assertThat(exchanges).extracting(Exchange::status).containsExactly(200);
        assertThat(exchanges.get(0).headers())
                .containsExactly(new Field("Content-Type", "text/html; charset=ISO-8859-1"));
    }

    @Test
    void a_request_without_an_answer_is_told_unless_nobody_wanted_it_any_more() {
        String failed = """
                {"method": "Network.loadingFailed", "sessionId": "window", "params":
                  {"requestId": "1", "errorText": "net::ERR_CONNECTION_CLOSED", "canceled": false}}""";

        log.tell(events(ASKED, failed));
        log.tell(events(ASKED, failed.replace("false", "true")));

        assertThat(exchanges).isEmpty();
        assertThat(others).containsExactly("unanswered https://portal.example/login net::ERR_CONNECTION_CLOSED");
    }

    private static List<JsonNode> events(String... texts) {
        return Arrays.stream(texts).map(ExchangeLogTest::event).toList();
    }

    private static JsonNode event(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
