package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands without end to a card, and looks after each at what must hold after any.
 *
 * <p>A status word and no exception; a changed state only where the command allows it; no key, PIN or PUK in an answer; and, now and
 * then, the same files as before.
 */
final class ApduFuzz implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int REMEMBERED = 12;
    private static final int FRESH_CARD_EVERY = 1_000;
    private static final int FILES_EVERY = 20_000;
    private static final int LONGEST_ANSWER = 258;

    private final CardContents contents;
    private final KeyMaterial material;
    private final CommandSource source;
    private final Deque<String> last = new ArrayDeque<>();
    private SimulatedCac card;
    private CardState state;
    private final int freeFiles;
    private final int allFiles;
    private byte[] pin;
    private long tried;
    private long answeredWithData;

    ApduFuzz(CardModel model, long seed, StatusWordTable table) {
        // Its keys work without PIN half of the time, so that chance reaches them
        contents =
                TestCredentials.dual().as(model).with(seed % 2 == 0 ? Set.of() : Set.of(CardMutant.SIGNS_WITHOUT_PIN));
        material = KeyMaterial.of(contents);
        source = new CommandSource(seed, table.rowsOf(model));
        card = newCard();
        pin = contents.pinBlock();
        freeFiles = CardImage.of(card).hashCode();
        allFiles = CardImage.of(card, pin).hashCode();
        card.reset();
        state = CardState.of(card);
    }

    void run(long commands) {
        for (long i = 0; i < commands; i++) {
            tryOne(source.next());
            if (tried % FILES_EVERY == 0) {
                checkFiles();
            }
            if (tried % FRESH_CARD_EVERY == 0 && (state.tries() == 0 || state.pukTries() == 0)) {
                checkFiles();
                card.close();
                card = newCard();
                pin = contents.pinBlock();
                state = CardState.of(card);
            }
        }
        checkFiles();
    }

    long tried() {
        return tried;
    }

    long answeredWithData() {
        return answeredWithData;
    }

    @Override
    public void close() {
        card.close();
    }

    private SimulatedCac newCard() {
        SimulatedCac made = SimulatedCac.personalise(contents);
        made.powerOn();
        return made;
    }

    private void tryOne(byte[] command) {
        remember(command);
        byte[] response;
        try {
            response = card.transceive(command);
        } catch (RuntimeException e) {
            throw failure("expected a status word, got " + e, e);
        }
        tried++;
        check(command, response);
    }

    private void check(byte[] command, byte[] response) {
        if (response.length < 2 || response.length > LONGEST_ANSWER) {
            throw failure("expected 2 to 258 bytes, got " + response.length);
        }
        int statusWord = ByteBuffer.wrap(response).getShort(response.length - 2) & 0xFFFF;
        int first = statusWord >> 8;
        if (statusWord != 0x9000 && (first < 0x61 || first > 0x6E)) {
            throw failure("expected a status word, got " + HEX.formatHex(response));
        }
        CardState now = CardState.of(card);
        if (!state.mayBecome(now, command, statusWord)) {
            throw failure(
                    "expected no change of " + state + ", got " + now + " with " + HEX.toHexDigits((short) statusWord),
                    null);
        }
        state = now;
        followPin(command, statusWord);
        if (response.length > 2) {
            answeredWithData++;
            if (material.isIn(response)) {
                throw failure("expected no secret in an answer, got one");
            }
        }
    }

    private void checkFiles() {
        card.reset();
        boolean same = CardImage.of(card).hashCode() == freeFiles;
        if (card.triesLeft() > 0) {
            same &= CardImage.of(card, pin).hashCode() == allFiles;
        }
        if (!same) {
            throw failure("expected the files as they were personalised, got others");
        }
        card.reset();
        state = CardState.of(card);
    }

    /** CHANGE REFERENCE DATA of the PIN, and RESET RETRY COUNTER, carry the new one behind eight other bytes. */
    private void followPin(byte[] command, int statusWord) {
        boolean change =
                command.length >= 21 && ((command[1] == 0x24 && command[3] != (byte) 0x81) || command[1] == 0x2C);
        if (change && statusWord == 0x9000) {
            pin = Arrays.copyOfRange(command, 13, 21);
        }
    }

    private void remember(byte[] command) {
        last.addLast(HEX.formatHex(command));
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    private AssertionError failure(String what) {
        return failure(what, null);
    }

    private AssertionError failure(String what, @Nullable Throwable cause) {
        return new AssertionError(
                "Command " + (tried + 1) + " to " + contents.model() + ": " + what + "; the last commands: "
                        + String.join(" ", last),
                cause);
    }
}
