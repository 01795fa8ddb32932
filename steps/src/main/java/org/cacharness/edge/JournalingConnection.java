package org.cacharness.edge;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;

/** Writes each command and response into an {@link ApduJournal}; a PIN is masked before anything is kept. */
public final class JournalingConnection implements CardConnection {
    private final CardConnection connection;
    private final ApduJournal journal;
    private final Clock clock;

    /** Journals what goes through the given connection. */
    public JournalingConnection(CardConnection connection, ApduJournal journal, Clock clock) {
        this.connection = connection;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void begin() throws CardConnectionException {
        connection.begin();
    }

    @Override
    public void end() {
        connection.end();
    }

    @Override
    public byte[] transceive(byte[] command) throws CardConnectionException {
        Instant at = clock.instant();
        String name = CommandNames.carriesSecret(command)
                ? CommandNames.of(command) + ", PIN masked"
                : CommandNames.of(command);
        String masked = masked(command);
        try {
            byte[] response = connection.transceive(command);
            journal.add(entry(at, name, masked, response));
            return response;
        } catch (CardConnectionException e) {
            journal.add(new JournalEntry(at, name, masked, "", "no answer"));
            throw e;
        }
    }

    private static JournalEntry entry(Instant at, String name, String masked, byte[] response) {
        if (response.length < 2) {
            return new JournalEntry(at, name, masked, Hex.of(response), "no status word");
        }
        StatusWord statusWord = ResponseApdu.of(response).statusWord();
        String meaning = statusWord.meaning().isEmpty() ? "" : ", " + statusWord.meaning();
        String data = Hex.of(Arrays.copyOf(response, response.length - 2));
        return new JournalEntry(at, name, masked, data, statusWord + meaning);
    }

    private static String masked(byte[] command) {
        if (!CommandNames.carriesSecret(command)) {
            return Hex.of(command);
        }
        return Hex.of(Arrays.copyOf(command, 5)) + "*".repeat(2 * (command.length - 5));
    }
}
