package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.smartcardio.CardTerminal;
import org.cacharness.edge.PresentationRecord;

/** What came of looking for a real card. */
sealed interface RealCardChoice {
    /**
     * No card is used.
     *
     * @param reason why, in words that follow "because"
     */
    record None(String reason) implements RealCardChoice {}

    /** A card that may be used, with all that it takes. */
    final class Chosen implements RealCardChoice {
        private final CardTerminal terminal;
        private final String serial;
        private final String atr;
        private final List<X509Certificate> certificates;
        private final PresentationRecord record;
        private final char[] pin;

        /** Takes the PIN's array over, to zero it in the end. */
        Chosen(
                CardTerminal terminal,
                String serial,
                String atr,
                List<X509Certificate> certificates,
                PresentationRecord record,
                char[] pin) {
            this.terminal = terminal;
            this.serial = serial;
            this.atr = atr;
            this.certificates = List.copyOf(certificates);
            this.record = record;
            this.pin = pin;
        }

        CardTerminal terminal() {
            return terminal;
        }

        String serial() {
            return serial;
        }

        /** In hexadecimal. */
        String atr() {
            return atr;
        }

        List<X509Certificate> certificates() {
            return certificates;
        }

        PresentationRecord record() {
            return record;
        }

        /** The array itself. */
        char[] pin() {
            return pin;
        }

        /** What to tell the user. */
        List<String> lines() {
            return List.of(
                    "Card: " + serial + " in \"" + terminal.getName() + "\"",
                    "  revocation of its certificates is not checked: their issuers are not asked from here");
        }

        @Override
        public String toString() {
            return "Chosen[" + serial + ", PIN ****]";
        }
    }
}
