package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.Prompts;
import org.cacharness.edge.Cards;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real X server, and this test in the browser's place; skipped where Chromium's programs are not installed. */
class DialogAttendantTest {
    private final ExecutorService person = Executors.newSingleThreadExecutor();
    private VirtualDisplay display;

    @BeforeEach
    void start(@TempDir Path folder) {
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        assumeTrue(programs.obstacle().isEmpty(), () -> programs.obstacle().orElse(""));
        display = VirtualDisplay.start(programs, folder);
    }

    @AfterEach
    void end() {
        person.shutdownNow();
        if (display != null) {
            display.close();
        }
    }

    /** The browser sends the PIN and closes the dialog in two threads; whoever came too soon would take the dialog for another one. */
    @Test
    void a_dialog_that_is_slower_to_close_than_the_card_to_answer_is_not_answered_again() throws Exception {
        XConnection server = display.client();
        ScreenWindows windows = new ScreenWindows(server);
        ShownWindows shown = new ShownWindows(server);
        int dialog = shown.open("Unlock Security Device", windows.root());
        shown.focus(dialog);
        try (Cards ada = Cards.ofAda();
                CardReader reader = reader(ada);
                CardReader browser = reader(ada)) {
            List<Long> asked = new CopyOnWriteArrayList<>();
            DialogAttendant attendant = new DialogAttendant(
                    new NativeDialogs(windows),
                    new Keyboard(server, windows),
                    List.of(reader),
                    knowing(() -> asked.add(looks(reader))),
                    () -> {});
            CompletableFuture<Void> attending = CompletableFuture.runAsync(() -> attendant.look(() -> false), person);
            // It looks once more when it permits the PIN, and then when it was typed.
            while (asked.isEmpty() || looks(reader) < asked.get(0) + 2) {
                Thread.onSpinWait();
            }
            try (Pin pin = pin()) {
                browser.present(pin);
            }

            assertThatThrownBy(() -> attending.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            shown.hide(dialog);

            attending.get(5, TimeUnit.SECONDS);
            attendant.look(() -> false);
            assertThat(asked).hasSize(1);
        }
    }

    private static Prompts knowing(Runnable asked) {
        Prompts prompts = new Prompts(certificate -> true);
        prompts.willEnter(() -> {
            asked.run();
            return Optional.of(pin());
        });
        return prompts;
    }

    private static Pin pin() {
        return Pin.of(Cards.PIN.toCharArray());
    }

    /** How often the tries left were read. */
    private static long looks(CardReader reader) {
        return reader.journal().lines().stream()
                .filter(line -> line.startsWith("VERIFY, tries left?"))
                .count();
    }

    private static CardReader reader(Cards ada) {
        return new CardReader(ada.terminal, new PinGuard(PinPolicy.simulated()));
    }
}
