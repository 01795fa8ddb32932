package org.cacharness.drivers.chromium;

import java.time.Duration;
import org.cacharness.drivers.Patience;

/**
 * Who gets what is typed. A window that was just opened gets the keyboard a moment later, and may lose it once more.
 *
 * <p>The screen has no window manager. Chromium asks the server to give its dialog the keyboard, and where it asks before the window is shown
 * the server refuses (X protocol, SetInputFocus), and nobody has it from then on. On a desktop the window manager would see to that; here the
 * harness does, and takes the keyboard from nobody.
 */
final class DialogFocus {
    private static final Patience SOON = new Patience(Duration.ofSeconds(5), Duration.ofMillis(10));
    private static final int SURE = 3;
    /** How often nobody is found to have the keyboard before a dialog is given it: some half second. */
    private static final int LEFT_ALONE = 50;

    private final Keyboard keyboard;

    DialogFocus(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /**
     * Waits until a dialog has the keyboard, and goes on having it.
     *
     * @throws IllegalStateException if another window has it
     */
    void require(NativeDialog dialog) {
        String title = dialog.kind().title();
        Count itsOwn = new Count();
        Count nobodys = new Count();
        boolean focused = SOON.until(() -> {
            String holder = keyboard.focusedWindow();
            if (nobodys.times(holder.isEmpty()) >= LEFT_ALONE) {
                keyboard.giveTo(dialog);
            }
            return itsOwn.times(holder.equals(title)) >= SURE;
        });
        if (!focused) {
            throw new IllegalStateException("Keyboard: expected \"" + title + "\" to have it, \""
                    + keyboard.focusedWindow() + "\" has it: nothing was typed");
        }
    }

    /** How often in a row something was so. */
    private static final class Count {
        private int times;

        int times(boolean isSo) {
            times = isSo ? times + 1 : 0;
            return times;
        }
    }
}
