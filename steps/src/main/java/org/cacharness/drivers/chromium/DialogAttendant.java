package org.cacharness.drivers.chromium;

import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.TypedPin;

/** Answers the native dialogs of one browser as the person in front of the computer does, with the keyboard. */
final class DialogAttendant {
    private static final String PIN_TITLE = "Unlock Security Device";
    private static final Patience SOON = new Patience(Duration.ofSeconds(5));
    private static final Patience A_WHILE = new Patience(Duration.ofSeconds(15));
    private static final int SURE = 3;
    /** Of a token's label, the part that no truncation reaches. */
    private static final int TELLING = 12;

    private final NativeDialogs dialogs;
    private final Keyboard keyboard;
    private final List<CardReader> readers;
    private Prompts person;
    private Optional<X509Certificate> chosen = Optional.empty();
    private boolean refused;

    DialogAttendant(NativeDialogs dialogs, Keyboard keyboard, List<CardReader> readers, Prompts person) {
        this.dialogs = dialogs;
        this.keyboard = keyboard;
        this.readers = List.copyOf(readers);
        this.person = person;
    }

    /** Somebody does something new: what was chosen and refused before does not count any more. */
    void begin(Prompts whoever) {
        person = whoever;
        chosen = Optional.empty();
        refused = false;
    }

    /**
     * Answers the dialog in front, if there is one.
     *
     * @param loaded whether the browser has gone on without one
     */
    void look(BooleanSupplier loaded) {
        Optional<NativeDialog> front = dialogs.front();
        if (front.isPresent()) {
            switch (front.get().kind()) {
                case CERTIFICATE -> chooseIn(front.get());
                case PIN -> answer(front.get(), loaded);
            }
        }
    }

    /** Closes all dialogs, unanswered. */
    void dismissAll() {
        A_WHILE.until(() -> {
            Optional<NativeDialog> front = dialogs.front();
            front.ifPresent(this::dismiss);
            return front.isEmpty();
        });
    }

    private void chooseIn(NativeDialog chooser) {
        List<X509Certificate> offered = ClientCertificates.offered(readers);
        requireRows(chooser, offered.size());
        chosen = person.choose(offered);
        List<String> keys = new ArrayList<>();
        chosen.ifPresentOrElse(
                certificate -> {
                    keys.addAll(Collections.nCopies(ClientCertificates.row(offered, certificate), "Down"));
                    keys.add("Return");
                },
                () -> keys.add("Escape"));
        requireFocus(name -> !name.isEmpty() && !name.equals(PIN_TITLE), "the browser's window");
        keyboard.press(keys);
        requireClosed(chooser);
    }

    private void requireRows(NativeDialog chooser, int expected) {
        SOON.until(() -> dialogs.rows(chooser).orElse(0) > 0);
        OptionalInt rows = dialogs.rows(chooser);
        if (rows.isEmpty() || rows.getAsInt() != expected) {
            throw new IllegalStateException("Certificate chooser: expected " + expected
                    + " certificates, as the cards in the readers have, it shows " + rows
                    + ": nothing was chosen; look at the certificates with certutil -L -h all");
        }
    }

    private void answer(NativeDialog dialog, BooleanSupplier loaded) {
        X509Certificate certificate = chosen.orElseGet(this::selectedByRule);
        Optional<CardReader> reader = readerOf(certificate);
        if (refused || reader.isEmpty()) {
            dismiss(dialog);
            return;
        }
        requireTokenOf(certificate, dialog);
        PinState state = reader.get().pinState();
        if (state instanceof PinState.Blocked) {
            person.answered(new PinOutcome.Blocked());
            dismiss(dialog);
            return;
        }
        Optional<Pin> entered = person.ask(reader.get().instanceOf(certificate).orElseThrow(), state);
        if (entered.isPresent() && reader.get().hasCard()) {
            try (Pin pin = entered.get()) {
                enter(pin, reader.get(), dialog, loaded);
            }
        } else {
            entered.ifPresent(Pin::close);
            dismiss(dialog);
        }
    }

    /** The one place where a PIN is typed: permitted, into the window that asks for it, once. */
    private void enter(Pin pin, CardReader reader, NativeDialog dialog, BooleanSupplier loaded) {
        requireFocus(PIN_TITLE::equals, PIN_TITLE);
        TypedPin typed = reader.permitTyping();
        typed.type(pin, keyboard::enter);
        PinOutcome outcome = outcomeOf(typed, dialog, loaded);
        person.answered(outcome);
        refused = !(outcome instanceof PinOutcome.Accepted);
    }

    private PinOutcome outcomeOf(TypedPin typed, NativeDialog dialog, BooleanSupplier loaded) {
        List<PinOutcome> seen = new ArrayList<>();
        boolean reached = A_WHILE.until(() -> {
            boolean goneOn = !dialogs.isOpen(dialog)
                    && (loaded.getAsBoolean() || dialogs.front().isPresent());
            ask(typed, goneOn).ifPresent(seen::add);
            return !seen.isEmpty();
        });
        if (!reached) {
            throw new IllegalStateException(
                    "PIN dialog: expected the PIN to reach the card, the card has seen none: was it pulled?");
        }
        return seen.get(0);
    }

    private static Optional<PinOutcome> ask(TypedPin typed, boolean answered) {
        try {
            return typed.outcome(answered);
        } catch (CardConnectionException gone) {
            throw new IllegalStateException("PIN dialog: the card is gone: " + gone.getMessage(), gone);
        }
    }

    private X509Certificate selectedByRule() {
        chosen = person.choose(ClientCertificates.offered(readers));
        return chosen.orElseThrow(
                () -> new IllegalStateException("PIN dialog: expected it after a certificate was chosen, none was"));
    }

    /** Nothing where the card was pulled meanwhile. */
    private Optional<CardReader> readerOf(X509Certificate certificate) {
        return readers.stream()
                .filter(candidate -> candidate.instanceOf(certificate).isPresent())
                .findFirst();
    }

    /** The dialog names the token; it has to be the card that the PIN is for. */
    private void requireTokenOf(X509Certificate certificate, NativeDialog dialog) {
        SOON.until(() -> dialogs.words(dialog).contains("unlock"));
        String words = dialogs.words(dialog);
        String name = plain(certificate.getSubjectX500Principal().getName());
        int start = name.indexOf("cn=") + "cn=".length();
        String telling = name.substring(start, Math.min(name.length(), start + TELLING));
        if (!plain(words).contains(telling)) {
            throw new IllegalStateException("PIN dialog: expected it for the card of " + telling + ", it says \""
                    + words + "\": nothing was typed");
        }
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "");
    }

    /** A window that was just opened gets the keyboard a moment later, and may lose it once more. */
    private void requireFocus(java.util.function.Predicate<String> name, String window) {
        int[] times = new int[1];
        boolean focused = SOON.until(() -> {
            times[0] = name.test(keyboard.focusedWindow()) ? times[0] + 1 : 0;
            return times[0] >= SURE;
        });
        if (!focused) {
            throw new IllegalStateException("Keyboard: expected " + window + " to have it, \""
                    + keyboard.focusedWindow() + "\" has it: nothing was typed");
        }
    }

    private void dismiss(NativeDialog dialog) {
        keyboard.press(List.of("Escape"));
        requireClosed(dialog);
    }

    private void requireClosed(NativeDialog dialog) {
        if (!SOON.until(() -> !dialogs.isOpen(dialog))) {
            throw new IllegalStateException(
                    "Dialog " + dialog.kind() + ": expected it to close when it was answered, it is still open");
        }
    }
}
