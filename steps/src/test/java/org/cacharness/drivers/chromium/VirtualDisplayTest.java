package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.cacharness.drivers.chromium.NativeDialog.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real X server, on which this test opens the windows; skipped where Chromium's programs are not installed. */
class VirtualDisplayTest {
    private static final int QUERY_KEYMAP = 44;
    private static final int NOBODY = 0;

    private VirtualDisplay display;
    private XConnection server;
    private ScreenWindows windows;
    private ShownWindows shown;

    @BeforeEach
    void start(@TempDir Path folder) {
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        assumeTrue(programs.obstacle().isEmpty(), () -> programs.obstacle().orElse(""));
        display = VirtualDisplay.start(programs, folder);
        server = display.client();
        windows = new ScreenWindows(server);
        shown = new ShownWindows(server);
    }

    @AfterEach
    void end() {
        if (display != null) {
            display.close();
        }
    }

    @Test
    void an_empty_screen_shows_nothing_and_nobody_has_its_keyboard() {
        assertThat(windows.shown()).isEmpty();
        assertThat(windows.focused()).isEmpty();
        assertThat(new NativeDialogs(windows).front()).isEmpty();
    }

    @Test
    void somebody_without_the_cookie_is_refused() {
        int number = Integer.parseInt(
                String.valueOf(display.environment().get("DISPLAY")).substring(1));

        assertThatThrownBy(() -> XConnection.connect(number, "MIT-MAGIC-COOKIE-1", new byte[16]))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("refusal");
    }

    @Test
    void a_dialog_is_told_by_its_title_and_is_open_until_it_is_hidden() {
        shown.open("Untitled - Chromium", windows.root());
        int window = shown.open("Unlock Security Device", windows.root());

        NativeDialog dialog = new NativeDialogs(windows).front().orElseThrow();

        assertThat(dialog).isEqualTo(new NativeDialog(window, Kind.PIN));
        shown.hide(window);
        assertThat(new NativeDialogs(windows).isOpen(dialog)).isFalse();
        assertThat(new NativeDialogs(windows).front()).isEmpty();
    }

    @Test
    void a_title_that_only_contains_the_words_is_no_dialog() {
        shown.open("Unlock Security Device - Chromium", windows.root());

        assertThat(new NativeDialogs(windows).front()).isEmpty();
    }

    @Test
    void of_two_dialogs_the_one_above_is_in_front() {
        shown.open("Unlock Security Device", windows.root());
        shown.open("Select a certificate", windows.root());

        assertThat(new NativeDialogs(windows).front().orElseThrow().kind()).isEqualTo(Kind.CERTIFICATE);
    }

    @Test
    void the_keyboard_belongs_to_the_window_around_a_field_without_a_name() {
        int dialog = shown.open("Unlock Security Device", windows.root());
        int field = shown.open("", dialog);

        shown.focus(field);

        assertThat(new Keyboard(server, windows).focusedWindow()).isEqualTo("Unlock Security Device");
    }

    @Test
    void a_dialog_that_nobody_gave_the_keyboard_gets_it() {
        shown.open("Untitled - Chromium", windows.root());
        shown.open("Unlock Security Device", windows.root());
        shown.focus(NOBODY);
        Keyboard keyboard = new Keyboard(server, windows);

        new DialogFocus(keyboard).require(new NativeDialogs(windows).front().orElseThrow());

        assertThat(keyboard.focusedWindow()).isEqualTo("Unlock Security Device");
    }

    @Test
    void the_keyboard_is_taken_from_nobody() {
        int another = shown.open("Notes", windows.root());
        shown.open("Unlock Security Device", windows.root());
        shown.focus(another);
        DialogFocus focus = new DialogFocus(new Keyboard(server, windows));

        assertThatThrownBy(
                        () -> focus.require(new NativeDialogs(windows).front().orElseThrow()))
                .hasMessageContaining("\"Notes\" has it: nothing was typed");
    }

    @Test
    void a_dialog_that_is_not_shown_yet_is_refused_the_keyboard_and_breaks_nothing() {
        int window = shown.open("Unlock Security Device", windows.root());
        NativeDialog dialog = new NativeDialogs(windows).front().orElseThrow();
        shown.hide(window);
        shown.focus(NOBODY);
        Keyboard keyboard = new Keyboard(server, windows);

        keyboard.giveTo(dialog);

        assertThat(keyboard.focusedWindow()).isEmpty();
    }

    @Test
    void a_window_that_is_gone_has_no_name_and_breaks_nothing() {
        int window = shown.open("Unlock Security Device", windows.root());
        shown.focus(window);

        shown.destroy(window);

        assertThat(windows.focused()).isEmpty();
        assertThat(windows.shown()).isEmpty();
    }

    @Test
    void no_key_is_held_down_after_typing() {
        Keyboard keyboard = new Keyboard(server, windows);

        keyboard.enter("0123456789".toCharArray());
        keyboard.press(List.of(Keyboard.Key.DOWN, Keyboard.Key.ESCAPE));

        ByteBuffer down = server.ask(XConnection.request(QUERY_KEYMAP, 0, 0)).orElseThrow();
        for (int at = 8; at < 40; at++) {
            assertThat(down.get(at)).isZero();
        }
    }
}
