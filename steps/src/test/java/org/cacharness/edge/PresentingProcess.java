package org.cacharness.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * A harness cut down to its one presentation, in a process of its own, that stops where a test wants it to: it prints a line
 * there, and goes on when it is sent one.
 *
 * <p>Arguments: folder of the records, serial, PIN (of a card of this test run), and where to stop. Prints in the end what came
 * of it.
 */
final class PresentingProcess {
    private PresentingProcess() {}

    /** Where it stops. */
    enum Stop {
        NOWHERE,
        BEFORE_THE_CARD,
        AFTER_READING_TRIES,
        BEFORE_VERIFY,
        AFTER_VERIFY;

        /** The last state before, or after, the bytes go over the line. */
        boolean isBefore(byte[] command) {
            return this == BEFORE_VERIFY && CommandNames.carriesSecret(command);
        }

        boolean isAfter(byte[] command) {
            return (this == AFTER_VERIFY && CommandNames.carriesSecret(command))
                    || (this == AFTER_READING_TRIES && command[1] == 0x20 && !CommandNames.carriesSecret(command));
        }
    }

    public static void main(String... arguments) throws Exception {
        Stop stop = Stop.valueOf(arguments[3]);
        CardTerminal terminal =
                TerminalFactory.getInstance("PC/SC", null).terminals().list().get(0);
        try (PresentationRecord record =
                        PresentationRecord.open(Path.of(arguments[0]), arguments[1], InstantSource.system());
                SmartcardConnection connection = SmartcardConnection.open(terminal);
                Pin pin = Pin.of(arguments[2].toCharArray())) {
            stopIf(stop == Stop.BEFORE_THE_CARD);
            CacCard card = new CacCard(stopping(connection, stop), new PinGuard(PinPolicy.hardware(), record));
            System.out.println(card.present(pin));
        } catch (Refusal refused) {
            System.out.println(refused.reason());
        }
    }

    private static CardConnection stopping(CardConnection card, Stop stop) {
        return new CardConnection() {
            @Override
            public byte[] transceive(byte[] command) throws CardConnectionException {
                stopIf(stop.isBefore(command));
                byte[] response = card.transceive(command);
                stopIf(stop.isAfter(command));
                return response;
            }

            @Override
            public void begin() throws CardConnectionException {
                card.begin();
            }

            @Override
            public void end() {
                card.end();
            }
        };
    }

    private static void stopIf(boolean here) {
        if (here) {
            System.out.println("stopped");
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
