package org.cacharness.simulator.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cacharness.simulator.middleware.MiddlewareProduct.ACTIVCARD_GOLD;
import static org.cacharness.simulator.middleware.MiddlewareProduct.ACTIVCLIENT;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareConsoleTest {
    private static final long ENDING_MILLIS = 5_000;

    private static final String COMMAND = "Make Certificates Available to Windows";

    private final Reader reader = new Reader();

    @Test
    void activclient_makes_the_cards_certificates_available_by_the_documented_steps() {
        try (MiddlewareConsole console = start(ACTIVCLIENT);
                Member ada = new Member(console.desktop())) {
            ada.press("Start").press("Programs").press("ActivIdentity").press("ActivClient");
            ada.press("User Console");
            assertThat(ada.window()).isEqualTo("ActivClient - User Console");

            ada.press("Tools").press("Advanced");
            assertThat(reader.inWindows).isEmpty();
            ada.press(COMMAND);

            assertThat(ada.dialog()).isEqualTo("Your certificates have been made available to Windows.");
            assertThat(reader.inWindows).isEqualTo(reader.onCard);

            ada.press("OK").press("Close");

            assertThat(ada.seesWindow()).isFalse();
            assertThat(console.visited())
                    .containsExactly(
                            ConsoleState.DESKTOP,
                            ConsoleState.START_MENU,
                            ConsoleState.PROGRAMS,
                            ConsoleState.FOLDER,
                            ConsoleState.PRODUCT_MENU,
                            ConsoleState.WINDOW,
                            ConsoleState.TOOLS_MENU,
                            ConsoleState.ADVANCED_MENU,
                            ConsoleState.DONE,
                            ConsoleState.WINDOW,
                            ConsoleState.DESKTOP);
        }
    }

    @Test
    void activcard_gold_installs_the_cards_certificates_by_the_documented_steps() {
        try (MiddlewareConsole console = start(ACTIVCARD_GOLD);
                Member ada = new Member(console.desktop())) {
            ada.press("Start").press("Programs").press("Active Card Gold Folder");
            ada.press("Active Card Gold Utilities");
            assertThat(ada.window()).isEqualTo("ActivCard Utilities");

            ada.press("Tools").press("Register Certificates");
            assertThat(ada.dialog()).endsWith("?");
            assertThat(reader.inWindows).isEmpty();
            ada.press("YES");

            assertThat(ada.dialog()).isEqualTo("Your certificate has been successfully installed.");
            assertThat(reader.inWindows).isEqualTo(reader.onCard);

            ada.press("OK").press("Close");
            assertThat(ada.seesWindow()).isFalse();
        }
    }

    @Test
    void gold_does_nothing_after_no() {
        try (MiddlewareConsole console = start(ACTIVCARD_GOLD);
                Member ada = atPrompt(console)) {
            ada.press("NO");

            assertThat(console.state()).isEqualTo(ConsoleState.WINDOW);
            assertThat(reader.inWindows).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Close", "File", "Tools", "Start"})
    void nothing_else_can_be_pressed_before_the_message_is_answered(String label) {
        try (MiddlewareConsole console = start(ACTIVCLIENT);
                Member ada = atMessage(console)) {
            ada.press(label);

            assertThat(console.state()).isEqualTo(ConsoleState.DONE);
            assertThat(ada.seesDialog()).isTrue();
            assertThat(ada.hint()).isEqualTo("Please answer the message first: choose OK.");

            ada.press("OK");
            assertThat(ada.seesHint()).isFalse();
        }
    }

    @Test
    void the_window_cannot_be_closed_before_the_question_is_answered() {
        try (MiddlewareConsole console = start(ACTIVCARD_GOLD);
                Member ada = atPrompt(console)) {
            ada.press("Close");

            assertThat(console.state()).isEqualTo(ConsoleState.PROMPT);
            assertThat(ada.hint()).isEqualTo("Please answer the question first: choose YES or NO.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"press=close", "press=command", "press=yes", "press=%3Cscript%3E", "press=", "other=close", ""})
    void a_press_that_the_screen_does_not_have_is_refused_even_when_sent_directly(String body) throws IOException {
        try (MiddlewareConsole console = start(ACTIVCLIENT)) {
            assertThat(post(console, body)).isEqualTo(303);

            assertThat(console.visited()).containsExactly(ConsoleState.DESKTOP);
            assertThat(reader.inWindows).isEmpty();
            try (Member ada = new Member(console.desktop())) {
                assertThat(ada.hint()).isEqualTo("This cannot be chosen now.");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MiddlewareProduct.class)
    void without_a_card_the_product_says_so_and_publishes_nothing(MiddlewareProduct product) {
        reader.cardIsIn = false;
        try (MiddlewareConsole console = start(product);
                Member ada = product == ACTIVCLIENT ? atMessage(console) : atPrompt(console)) {
            if (product == ACTIVCARD_GOLD) {
                ada.press("YES");
            }

            assertThat(console.state()).isEqualTo(ConsoleState.NO_CARD);
            assertThat(ada.dialog()).startsWith("No smart card is inserted.");
            assertThat(reader.inWindows).isEmpty();
            assertThat(ada.press("OK").press("Close").seesWindow()).isFalse();
        }
    }

    @Test
    void the_file_menu_ends_the_console_too() {
        try (MiddlewareConsole console = start(ACTIVCLIENT);
                Member ada = atMessage(console)) {
            ada.press("OK").press("File").press("Exit");

            assertThat(console.state()).isEqualTo(ConsoleState.DESKTOP);
        }
    }

    @Test
    void a_menu_can_be_closed_again() {
        try (MiddlewareConsole console = start(ACTIVCLIENT);
                Member ada = new Member(console.desktop())) {
            ada.press("Start").press("Programs").press("Start");

            assertThat(console.state()).isEqualTo(ConsoleState.DESKTOP);
            assertThat(ada.sees("Programs")).isFalse();
        }
    }

    @Test
    void each_screen_has_its_title_and_one_focus_and_menus_have_their_roles() {
        try (MiddlewareConsole console = start(ACTIVCLIENT);
                Member ada = new Member(console.desktop())) {
            assertThat(ada.title()).isEqualTo("Desktop - Simulated Windows");
            assertThat(ada.focused()).containsExactly("Start");

            ada.press("Start").press("Programs");

            assertThat(ada.screen()).isEqualTo("Programs");
            assertThat(ada.role("ActivIdentity")).isEqualTo("menuitem");
            assertThat(ada.focused()).containsExactly("ActivIdentity");
        }
    }

    @Test
    void a_mutant_of_the_other_product_is_refused() {
        assertThatThrownBy(() ->
                        MiddlewareConsole.start(ACTIVCLIENT, reader, reader, Set.of(MiddlewareMutant.SKIPS_PROMPT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("console of ACTIVCLIENT: expected one of [START_MENU_DEAD,");
    }

    @Test
    void two_desktops_share_nothing_and_a_closed_one_is_gone() {
        URI gone;
        try (MiddlewareConsole one = start(ACTIVCLIENT);
                MiddlewareConsole two = start(ACTIVCLIENT);
                Member ada = new Member(one.desktop())) {
            ada.press("Start");

            assertThat(two.state()).isEqualTo(ConsoleState.DESKTOP);
            gone = one.desktop();
        }

        assertThatThrownBy(() -> gone.toURL().openConnection(Proxy.NO_PROXY).connect())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void closing_ends_the_servers_threads() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        MiddlewareConsole console = start(ACTIVCLIENT);
        assertThat(serving(before)).isNotEmpty();

        console.close();

        // Jetty tells its threads to end and does not wait until the last has
        for (Thread ending : serving(before)) {
            ending.join(ENDING_MILLIS);
        }
        assertThat(serving(before)).isEmpty();
    }

    private static Set<Thread> serving(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        now.removeIf(thread -> !thread.getName().startsWith("qtp"));
        return now;
    }

    private MiddlewareConsole start(MiddlewareProduct product) {
        return MiddlewareConsole.start(product, reader, reader, Set.of());
    }

    private static Member atMessage(MiddlewareConsole console) {
        return new Member(console.desktop())
                .press("Start")
                .press("Programs")
                .press("ActivIdentity")
                .press("ActivClient")
                .press("User Console")
                .press("Tools")
                .press("Advanced")
                .press(COMMAND);
    }

    private static Member atPrompt(MiddlewareConsole console) {
        return new Member(console.desktop())
                .press("Start")
                .press("Programs")
                .press("Active Card Gold Folder")
                .press("Active Card Gold Utilities")
                .press("Tools")
                .press("Register Certificates");
    }

    private static int post(MiddlewareConsole console, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) console.desktop().resolve("press").toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return connection.getResponseCode();
    }
}
