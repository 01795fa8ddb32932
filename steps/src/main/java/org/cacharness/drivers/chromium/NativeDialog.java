package org.cacharness.drivers.chromium;

import java.util.Arrays;
import java.util.Optional;

/**
 * A dialog that Chromium shows outside of its pages.
 *
 * @param id of its view; another one each time that it is shown
 * @param kind what it asks
 */
record NativeDialog(int id, Kind kind) {
    /** What it asks. */
    enum Kind {
        /** Which certificate. */
        CERTIFICATE("CertificateSelector"),
        /** The PIN of a token. */
        PIN("CryptoModulePasswordDialogView");

        private final String view;

        Kind(String view) {
            this.view = view;
        }

        static Optional<Kind> of(String view) {
            return Arrays.stream(values())
                    .filter(kind -> kind.view.equals(view))
                    .findFirst();
        }
    }
}
