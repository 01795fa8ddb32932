package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.cacharness.drivers.Thing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.ElementClickInterceptedException;

/** The mouse and the keys reach what a person could press, and nothing else. */
@Tag("chromium")
class HandsTest {
    private static HeadlessChromium chromium;
    private static DevToolsConnection connection;
    private static DevToolsWindow window;

    @BeforeAll
    static void start(@TempDir Path profile) throws IOException {
        Optional<String> obstacle = HeadlessChromium.obstacle();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED HandsTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        chromium = HeadlessChromium.start(profile, false);
        connection = DevToolsConnection.to(chromium.driver().getCapabilities(), () -> "");
        window = DevToolsWindow.attached(connection, chromium.driver().getWindowHandle(), Waiting.PLAIN);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            connection.close();
            chromium.close();
        }
    }

    @Test
    void presses_a_button() {
        assertThat(titleAfterPressing("<button id=it onclick=\"document.title='pressed'\">Register</button>"))
                .isEqualTo("pressed");
    }

    @Test
    void presses_what_is_inside_a_button() {
        assertThat(titleAfterPressing("<a id=it href='#'><b onclick=\"document.title='pressed'\">Register</b></a>"))
                .isEqualTo("pressed");
    }

    @Test
    void scrolls_to_what_is_further_down() {
        assertThat(titleAfterPressing("<p style='height:5000px'>Terms</p>"
                        + "<button id=it onclick=\"document.title='pressed at ' + (scrollY > 0)\">Register</button>"))
                .isEqualTo("pressed at true");
    }

    @Test
    void presses_the_first_line_of_a_link_of_two() {
        assertThat(titleAfterPressing(
                        "<div style='width:6em'>Then <a id=it href='#' onclick=\"document.title='pressed'\">"
                                + "Certificate registration</a></div>"))
                .isEqualTo("pressed");
    }

    @Test
    void a_page_sees_a_mouse_and_not_a_script() {
        assertThat(
                        titleAfterPressing(
                                "<button id=it onclick=\"document.title=event.isTrusted + ' ' + event.detail\">Register</button>"))
                .isEqualTo("true 1");
    }

    @Test
    void does_not_press_what_lies_above() {
        DevToolsWindow page = page("<button id=it>Register</button>"
                + "<div id=cover style='position:fixed;inset:0' onclick=\"document.title='pressed'\"></div>");

        assertThatThrownBy(() -> it(page).press())
                .isInstanceOf(ElementClickInterceptedException.class)
                .hasMessageContaining("upon it lies <div id=\"cover\"");
        assertThat(title(page)).isEqualTo("untouched");
    }

    @Test
    void does_not_press_what_cannot_be_seen() {
        DevToolsWindow page = page("<button id=it style='display:none'>Register</button>");

        assertThatThrownBy(() -> it(page).press())
                .isInstanceOf(ElementClickInterceptedException.class)
                .hasMessageContaining("nothing of the page");
    }

    @Test
    void types_what_a_field_is_to_hold_whatever_was_in_it() {
        for (String before : new String[] {"", "ada"}) {
            DevToolsWindow page = page("<input id=it value='" + before + "'>");

            it(page).type("Ada.L-4711 @#é€ (ß)");

            assertThat(value(page)).isEqualTo("Ada.L-4711 @#é€ (ß)");
        }
    }

    @Test
    void nothing_typed_empties_a_field() {
        DevToolsWindow page = page("<input id=it value=ada>");

        it(page).type("");

        assertThat(value(page)).isEmpty();
    }

    @Test
    void chooses_in_a_list_by_typing() {
        DevToolsWindow page = page("<select id=it><option>Army<option>Navy</select>");

        it(page).type("Nav");

        assertThat(value(page)).isEqualTo("Navy");
    }

    @Test
    void a_page_sees_each_key() {
        DevToolsWindow page = page("<input id=it type=password onkeydown=\"document.title+=event.key\">");

        it(page).type("ab3");

        assertThat(title(page)).isEqualTo("untouchedab3");
    }

    @Test
    void does_not_type_into_what_lies_under_something_else() {
        DevToolsWindow page = page("<input id=it><div style='position:fixed;inset:0'></div>");

        assertThatThrownBy(() -> it(page).type("secret"))
                .isInstanceOf(ElementClickInterceptedException.class)
                .hasMessageNotContaining("secret");
        assertThat(value(page)).isEmpty();
    }

    private static String titleAfterPressing(String body) {
        DevToolsWindow page = page(body);
        it(page).press();
        return title(page);
    }

    private static DevToolsWindow page(String body) {
        String html = "<!doctype html><meta charset=utf-8><title>untouched</title>" + body;
        window.show(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
        window.value("return new Promise(done => document.readyState === 'complete' ? done()"
                + " : addEventListener('load', () => done()))");
        return window;
    }

    private static Thing it(DevToolsWindow page) {
        return new PageThing(
                page, page.object("return document.getElementById('it')").orElseThrow());
    }

    private static String value(DevToolsWindow page) {
        return page.value("return document.getElementById('it').value").asText();
    }

    private static String title(DevToolsWindow page) {
        return page.value("return document.title").asText();
    }
}
