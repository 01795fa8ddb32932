package org.cacharness.simulator.reader;

import java.util.Arrays;
import org.cacharness.simulator.card.CardPulledException;

/**
 * Makes a card that answers whole APDUs speak T=0, where a command carries data one way only (ISO/IEC 7816-3, 12.2).
 *
 * <p>A command with data gets {@code 61 LL} for its response, which GET RESPONSE then fetches. A command without data that
 * expects another length than there is gets {@code 6C LL} and comes again.
 */
final class T0Adapter extends CardAround {
    private static final int HEADER = 5;
    private static final int GET_RESPONSE = 0xC0;
    private static final int MORE_DATA = 0x61;
    private static final int WRONG_LE = 0x6C;
    private static final int LONGEST = 256;
    private static final byte[] NOTHING = {};

    private byte[] pending = NOTHING;
    private byte[] statusAfter = NOTHING;
    private boolean isLeaving;

    T0Adapter(ContactCard card) {
        super(card);
    }

    @Override
    public void powerOn() {
        drop();
        super.powerOn();
    }

    @Override
    public void powerOff() {
        drop();
        super.powerOff();
    }

    @Override
    public void reset() {
        drop();
        super.reset();
    }

    @Override
    public byte[] transceive(byte[] command) {
        if (pending.length > 0 && isGetResponse(command)) {
            return next(expected(command));
        }
        drop();
        return command.length > HEADER ? withData(command) : withoutData(command);
    }

    /** Case 3, and case 4 without its Le, which T=0 has no place for. */
    private byte[] withData(byte[] command) {
        int end = HEADER + (command[4] & 0xFF);
        byte[] response = whole(command.length == end + 1 ? Arrays.copyOf(command, end) : command);
        if (response.length == 2) {
            return leavingWith(response);
        }
        keep(response);
        return status(MORE_DATA, pending.length);
    }

    /** A card that leaves after its answer stays until the answer was fetched. */
    private byte[] whole(byte[] command) {
        try {
            return super.transceive(command);
        } catch (CardPulledException pulled) {
            isLeaving = true;
            return pulled.answer().orElseThrow(() -> pulled);
        }
    }

    private byte[] leavingWith(byte[] last) {
        if (isLeaving) {
            throw CardPulledException.after(last);
        }
        return last;
    }

    private void keep(byte[] response) {
        pending = Arrays.copyOf(response, response.length - 2);
        statusAfter = Arrays.copyOfRange(response, response.length - 2, response.length);
    }

    /** Cases 1 and 2. */
    private byte[] withoutData(byte[] command) {
        byte[] response = super.transceive(command);
        int available = response.length - 2;
        boolean fits = available == 0 || (command.length == HEADER && expected(command) == available);
        if (fits) {
            return response;
        }
        if (isGetResponse(command)) {
            // The card has given it away: it cannot be asked for again
            keep(response);
        }
        return status(WRONG_LE, available);
    }

    private byte[] next(int expected) {
        if (expected > pending.length) {
            return status(WRONG_LE, pending.length);
        }
        byte[] now = Arrays.copyOf(pending, expected);
        pending = Arrays.copyOfRange(pending, expected, pending.length);
        return pending.length == 0
                ? leavingWith(joined(now, statusAfter))
                : joined(now, status(MORE_DATA, pending.length));
    }

    private void drop() {
        pending = NOTHING;
        statusAfter = NOTHING;
        isLeaving = false;
    }

    private static boolean isGetResponse(byte[] command) {
        return command.length == HEADER && (command[1] & 0xFF) == GET_RESPONSE;
    }

    private static int expected(byte[] command) {
        int le = command[4] & 0xFF;
        return le == 0 ? LONGEST : le;
    }

    /** LL is 00 for 256 or more. */
    private static byte[] status(int first, int length) {
        return new byte[] {(byte) first, (byte) (length < LONGEST ? length : 0)};
    }

    private static byte[] joined(byte[] data, byte[] status) {
        byte[] response = Arrays.copyOf(data, data.length + status.length);
        System.arraycopy(status, 0, response, data.length, status.length);
        return response;
    }
}
