package org.cacharness.drivers.chromium;

import java.util.Arrays;
import java.util.Optional;

/**
 * A dialog that Chromium shows outside of its pages, in a window of its own.
 *
 * @param window its number at the X server; another one each time that the dialog is shown
 * @param kind what it asks
 */
record NativeDialog(int window, Kind kind) {
    /** What it asks. */
    enum Kind {
        /** Which certificate. */
        CERTIFICATE("Select a certificate"),
        /** The PIN of a token. */
        PIN("Unlock Security Device");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The name of its window. */
        String title() {
            return title;
        }

        static Optional<Kind> of(String title) {
            return Arrays.stream(values())
                    .filter(kind -> kind.title.equals(title))
                    .findFirst();
        }
    }
}
