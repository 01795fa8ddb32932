package org.cacharness.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Exchange.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_stub_has_the_request_and_the_answer_in_other_words() throws IOException {
        write(Set.of(), Exchanges.page("/home?q=Ada", "<h1>Ada</h1>", new Field("X-User", "Ada")));

        JsonNode stub = stub("001-get-home");
        assertThat(stub.at("/request/url").asText()).isEqualTo("/home?q=SOMEBODY");
        assertThat(stub.at("/response/headers/X-User/0").asText()).isEqualTo("SOMEBODY");
        assertThat(body(stub)).isEqualTo("<h1>SOMEBODY</h1>");
    }

    @Test
    void what_belongs_to_one_connection_or_delivery_is_not_kept() throws IOException {
        write(Set.of(), Exchanges.page("/", "x", new Field("Date", "today"), new Field("Content-Length", "1")));

        assertThat(stub("001-get").at("/response/headers").fieldNames())
                .toIterable()
                .containsExactly("Content-Type");
    }

    @Test
    void a_header_that_comes_twice_is_kept_twice_in_its_order() throws IOException {
        write(Set.of(), Exchanges.page("/", "x", new Field("Set-Cookie", "a=1"), new Field("Set-Cookie", "b=2")));

        assertThat(stub("001-get").at("/response/headers/Set-Cookie"))
                .extracting(JsonNode::asText)
                .containsExactly("a=1", "b=2");
    }

    @Test
    void of_each_cookie_it_is_said_that_it_was_sent_or_that_it_was_not() throws IOException {
        write(Set.of("session", "lang"), Exchanges.exchange("GET", "/", Map.of("session", "of Ada"), List.of(), "x"));

        JsonNode cookies = stub("001-get").at("/request/cookies");
        assertThat(cookies.at("/session/equalTo").asText()).isEqualTo("of SOMEBODY");
        assertThat(cookies.at("/lang/absent").asBoolean()).isTrue();
    }

    @Test
    void a_form_has_to_be_the_same_with_the_other_words() throws IOException {
        write(
                Set.of(),
                Exchanges.exchange("POST", "/login", Map.of(), List.of(new Field("user name", "Ada & co")), "x"));

        assertThat(stub("001-post-login").at("/request/bodyPatterns/0/equalTo").asText())
                .isEqualTo("user+name=SOMEBODY+%26+co");
    }

    @Test
    void the_same_request_again_is_the_next_state_and_the_last_answer_stays() throws IOException {
        write(Set.of(), Exchanges.page("/", "one"), Exchanges.page("/other", "x"), Exchanges.page("/", "two"));

        JsonNode first = stub("001-get");
        JsonNode second = stub("003-get");
        assertThat(first.path("requiredScenarioState").asText()).isEqualTo("Started");
        assertThat(first.path("newScenarioState").asText()).isEqualTo("time-2");
        assertThat(second.path("requiredScenarioState").asText()).isEqualTo("time-2");
        assertThat(second.has("newScenarioState")).isFalse();
        assertThat(first.path("scenarioName")).isEqualTo(second.path("scenarioName"));
        assertThat(stub("002-get-other").has("scenarioName")).isFalse();
        assertThat(body(second)).isEqualTo("two");
    }

    @Test
    void what_is_no_text_is_kept_byte_for_byte() throws IOException {
        byte[] picture = {(byte) 0x89, 'A', 'd', 'a', 0};
        Exchange page = Exchanges.page("/seal.png", "");
        write(
                Set.of(),
                new Exchange(
                        "GET",
                        page.address(),
                        Map.of(),
                        List.of(),
                        200,
                        List.of(new Field("Content-Type", "image/png")),
                        picture,
                        page.charset()));

        JsonNode stub = stub("001-get-seal-png");
        assertThat(folder.resolve("__files")
                        .resolve(stub.at("/response/bodyFileName").asText()))
                .hasBinaryContent(picture);
    }

    private void write(Set<String> cookieNames, Exchange... exchanges) throws IOException {
        new StubFiles(folder, text -> text.replace("Ada", "SOMEBODY"), cookieNames).write(List.of(exchanges));
    }

    private JsonNode stub(String name) throws IOException {
        return Contents.JSON.readTree(
                folder.resolve("mappings").resolve(name + ".json").toFile());
    }

    private String body(JsonNode stub) throws IOException {
        return Files.readString(folder.resolve("__files")
                .resolve(stub.at("/response/bodyFileName").asText()));
    }
}
