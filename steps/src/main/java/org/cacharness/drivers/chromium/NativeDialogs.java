package org.cacharness.drivers.chromium;

import java.util.Optional;
import java.util.stream.Stream;

/** The native dialogs that a Chromium shows now, which are windows of its screen. */
final class NativeDialogs {
    private final ScreenWindows windows;

    NativeDialogs(ScreenWindows windows) {
        this.windows = windows;
    }

    /** The dialog in front, of those that are open. */
    Optional<NativeDialog> front() {
        return shown().reduce((below, above) -> above);
    }

    /** Whether a dialog is still open. */
    boolean isOpen(NativeDialog dialog) {
        return shown().anyMatch(dialog::equals);
    }

    private Stream<NativeDialog> shown() {
        return windows.shown().stream()
                .flatMap(window ->
                        NativeDialog.Kind.of(window.name()).map(kind -> new NativeDialog(window.id(), kind)).stream());
    }
}
