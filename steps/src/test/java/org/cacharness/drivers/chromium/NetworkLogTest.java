package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cacharness.drivers.Exchange.Field;
import org.cacharness.drivers.chromium.NetworkLog.Answer;
import org.junit.jupiter.api.Test;

/** Events in the orders in which Chromium may send them. */
class NetworkLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NetworkLog log = new NetworkLog();
    private final List<Answer> told = new ArrayList<>();

    @Test
    void a_redirect_and_where_it_leads_are_two_answers_each_with_its_own_headers() {
        read(
                sent("1", "POST", "https://portal.example/login", 10.0, ""),
                raw("1", "{'location':'/account','set-cookie':'a=1; Secure\\nb=2'}"),
                raw("1", "{'content-type':'text/html'}"),
                sent(
                        "1",
                        "GET",
                        "https://portal.example/account",
                        10.25,
                        ",'redirectHasExtraInfo':true,'redirectResponse':{'status':303,'headers':{}}"),
                received("1", 200, 10.75, true));

        assertThat(told).extracting(Answer::method).containsExactly("POST", "GET");
        assertThat(told).extracting(Answer::status).containsExactly(303, 200);
        assertThat(told).extracting(Answer::took).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(told.get(0).headers())
                .containsExactly(
                        new Field("location", "/account"),
                        new Field("set-cookie", "a=1; Secure"),
                        new Field("set-cookie", "b=2"));
        assertThat(told.get(1).headers()).containsExactly(new Field("content-type", "text/html"));
    }

    @Test
    void headers_may_come_after_the_answer() {
        read(
                sent("1", "GET", "https://portal.example/", 1.0, ""),
                received("1", 200, 1.5, true),
                raw("1", "{'x-frame-options':'DENY'}"));

        assertThat(told.get(0).headers()).containsExactly(new Field("x-frame-options", "DENY"));
    }

    @Test
    void an_answer_may_come_when_the_log_is_read_again() {
        read(sent("1", "GET", "https://portal.example/", 1.0, ""));
        assertThat(told).isEmpty();

        read(received("1", 200, 1.5, false));

        assertThat(told).hasSize(1);
        assertThat(told.get(0).headers()).containsExactly(new Field("content-type", "text/plain"));
    }

    @Test
    void the_icon_and_a_page_that_is_its_address_are_left_out() {
        read(
                sent("2", "GET", "https://portal.example/favicon.ico", 1.0, "").replace("Document", "Other"),
                received("2", 404, 1.5, false),
                sent("3", "GET", "data:,", 1.0, ""),
                received("3", 200, 1.5, false));

        assertThat(told).isEmpty();
    }

    private void read(String... events) {
        List<JsonNode> all = new ArrayList<>();
        for (String event : events) {
            try {
                all.add(JSON.readTree(event));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        log.tell(all, told::add);
    }

    private static String sent(String id, String method, String address, double timestamp, String more) {
        return event(
                "requestWillBeSent",
                "'requestId':'%s','type':'Document','wallTime':1700000000.5,'timestamp':%s,'request':{'method':'%s','url':'%s'}%s",
                id,
                timestamp,
                method,
                address,
                more);
    }

    private static String raw(String id, String headers) {
        return event("responseReceivedExtraInfo", "'requestId':'%s','headers':%s", id, headers);
    }

    private static String received(String id, int status, double timestamp, boolean hasRaw) {
        return event(
                "responseReceived",
                "'requestId':'%s','timestamp':%s,'hasExtraInfo':%s,'response':{'status':%s,'mimeType':'text/html',"
                        + "'headers':{'content-type':'text/plain'}}",
                id,
                timestamp,
                hasRaw,
                status);
    }

    private static String event(String name, String parameters, Object... values) {
        String content = String.format(Locale.ROOT, parameters, values);
        return ("{'method':'Network." + name + "','params':{" + content + "}}").replace('\'', '"');
    }
}
