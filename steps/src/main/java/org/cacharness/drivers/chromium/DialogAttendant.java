package org.cacharness.drivers.chromium;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private static final Patience SOON = new Patience(Duration.ofSeconds(5));
    private static final Patience A_WHILE = new Patience(Duration.ofSeconds(15));

    private final NativeDialogs dialogs;
    private final Keyboard keyboard;
    private final DialogFocus focus;
    private final List<CardReader> readers;
    private final Runnable abandonment;
    private Prompts person;
    private Optional<X509Certificate> chosen = Optional.empty();
    private boolean refused;

    /**
     * Sits down in front of a browser.
     *
     * @param dialogs that it shows
     * @param readers of the computer
     * @param person who answers
     * @param abandonment ends the browser by force
     */
    DialogAttendant(
            NativeDialogs dialogs, Keyboard keyboard, List<CardReader> readers, Prompts person, Runnable abandonment) {
        this.dialogs = dialogs;
        this.abandonment = abandonment;
        this.keyboard = keyboard;
        this.focus = new DialogFocus(keyboard);
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
        chosen = person.choose(offered);
        List<Keyboard.Key> keys = new ArrayList<>();
        chosen.ifPresentOrElse(
                certificate -> {
                    keys.addAll(Collections.nCopies(ClientCertificates.row(offered, certificate), Keyboard.Key.DOWN));
                    keys.add(Keyboard.Key.RETURN);
                },
                () -> keys.add(Keyboard.Key.ESCAPE));
        focus.require(chooser);
        keyboard.press(keys);
        requireClosed(chooser);
    }

    private void answer(NativeDialog dialog, BooleanSupplier loaded) {
        X509Certificate certificate = chosen.orElseGet(this::selectedByRule);
        Optional<CardReader> reader = readerOf(certificate);
        if (refused || reader.isEmpty()) {
            dismiss(dialog);
            return;
        }
        PinState state = reader.get().pinState();
        if (state instanceof PinState.Blocked) {
            person.answered(new PinOutcome.Blocked());
            dismiss(dialog);
            return;
        }
        Optional<Pin> entered = person.ask(reader.get().instanceOf(certificate).orElseThrow(), state);
        if (entered.isPresent() && reader.get().instanceOf(certificate).isPresent()) {
            try (Pin pin = entered.get()) {
                enter(pin, reader.get(), dialog, loaded);
            }
        } else {
            entered.ifPresent(Pin::close);
            dismiss(dialog);
        }
    }

    /**
     * The one place where a PIN is typed: permitted, into the window that asks for it, once.
     *
     * <p>The dialog names the card for people only. So that the PIN reaches no other, the cards in the other readers are kept from the
     * browser until this one has answered; where it does not, the browser is ended before they are let go.
     */
    private void enter(Pin pin, CardReader reader, NativeDialog dialog, BooleanSupplier loaded) {
        List<CardReader.Reserved> others = new ArrayList<>();
        try {
            readers.stream()
                    .filter(other -> other != reader && other.hasCard())
                    .forEach(other -> others.add(other.reserve()));
            focus.require(dialog);
            TypedPin typed = reader.permitTyping();
            typed.type(pin, keyboard::enter);
            Optional<PinOutcome> outcome = outcomeOf(typed, dialog, loaded, others.isEmpty());
            outcome.ifPresent(person::answered);
            refused = outcome.filter(PinOutcome.Accepted.class::isInstance).isEmpty();
            // The card may answer before the dialog is gone, which would be taken for another one
            requireClosed(dialog);
        } catch (RuntimeException unanswered) {
            if (!others.isEmpty()) {
                abandonment.run();
            }
            throw unanswered;
        } finally {
            others.forEach(CardReader.Reserved::close);
        }
    }

    /**
     * Waits for what the card makes of the PIN. Nothing, where there is nothing to be seen any more: the card was pulled as soon as it had the
     * PIN, or has forgotten it already. No other PIN is typed then before somebody begins anew.
     */
    private Optional<PinOutcome> outcomeOf(TypedPin typed, NativeDialog dialog, BooleanSupplier loaded, boolean only) {
        List<PinOutcome> seen = new ArrayList<>();
        boolean over = A_WHILE.until(() -> {
            boolean closed = !dialogs.isOpen(dialog);
            boolean wentOn = closed && loaded.getAsBoolean();
            try {
                typed.outcome(wentOn || (closed && dialogs.front().isPresent())).ifPresent(seen::add);
                return !seen.isEmpty() || (wentOn && only);
            } catch (CardConnectionException gone) {
                return requireOnly(only, gone);
            }
        });
        if (!over) {
            throw new IllegalStateException(
                    "PIN dialog: expected the PIN to reach the card, the card has seen none: was it pulled,"
                            + " or was the dialog another card's?");
        }
        return seen.stream().findFirst();
    }

    private static boolean requireOnly(boolean only, CardConnectionException gone) {
        if (only) {
            return true;
        }
        throw new IllegalStateException("PIN dialog: the card is gone, another is there: " + gone.getMessage(), gone);
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

    private void dismiss(NativeDialog dialog) {
        focus.require(dialog);
        keyboard.press(List.of(Keyboard.Key.ESCAPE));
        requireClosed(dialog);
    }

    private void requireClosed(NativeDialog dialog) {
        if (!SOON.until(() -> !dialogs.isOpen(dialog))) {
            throw new IllegalStateException(
                    "Dialog " + dialog.kind() + ": expected it to close when it was answered, it is still open");
        }
    }
}
