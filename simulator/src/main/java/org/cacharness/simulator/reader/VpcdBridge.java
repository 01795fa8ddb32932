package org.cacharness.simulator.reader;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cacharness.simulator.card.CardCondition;
import org.cacharness.simulator.card.CardMuteException;
import org.cacharness.simulator.card.CardPulledException;

/**
 * A card in a slot of vpcd: answers what comes over a link, until the link is closed by either side.
 *
 * <p>vpcd waits for an answer without end and holds the reader meanwhile: every client of the machine would hang. So every
 * command is answered, and where the card does not within a time, the link is closed: the card is as good as pulled.
 */
public final class VpcdBridge implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;
    /** pcscd asks so often for the ATR of a new card before it gives power. */
    private static final int LOOKS = 2;

    private static final byte[] WRONG_LENGTH = {0x67, 0x00};
    private static final byte[] NO_DIAGNOSIS = {0x6F, 0x00};

    private final VpcdLink link;
    private final ContactCard card;
    private final CardCondition condition;
    private final Duration deadline;
    private final CountDownLatch decided = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean hadPower;
    private volatile boolean reported;
    private volatile boolean hasPower;
    private int looks;

    private VpcdBridge(VpcdLink link, ContactCard card, CardCondition condition, Duration deadline, boolean unnoticed) {
        this.link = link;
        this.card = card;
        this.condition = condition;
        this.deadline = deadline;
        looks = unnoticed ? LOOKS : 0;
        thread = new Thread(this::serve, "vpcd-bridge");
        thread.setDaemon(true);
    }

    /**
     * Connects to a vpcd on loopback: the card is in its slot.
     *
     * @param port of the slot
     * @param deadline how long the card may take for an answer before the link is closed
     * @throws IOException if nothing listens there
     */
    public static VpcdBridge connect(int port, ContactCard card, CardCondition condition, Duration deadline)
            throws IOException {
        return over(TcpLink.connect(port, CONNECT_MILLIS), card, condition, deadline, false);
    }

    /**
     * Begins to serve a link.
     *
     * @param unnoticed whether pcscd may not have noticed yet that the card before was pulled
     */
    static VpcdBridge over(
            VpcdLink link, ContactCard card, CardCondition condition, Duration deadline, boolean unnoticed) {
        VpcdBridge bridge = new VpcdBridge(link, card, condition, deadline, unnoticed);
        bridge.thread.start();
        return bridge;
    }

    /**
     * Waits until the reader has given the card power and read its ATR: from then on it reports the card.
     *
     * @return whether it did within the time; false at once if the link ends before
     */
    public boolean awaitReport(Duration limit) throws InterruptedException {
        return decided.await(limit.toNanos(), TimeUnit.NANOSECONDS) && reported;
    }

    /**
     * Waits until the link is closed and the card without power.
     *
     * @return whether it was within the time
     */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether the reader gives the card power now; it takes it away from a card that nobody uses. */
    public boolean hasPower() {
        return hasPower;
    }

    /** Whether the link is closed, by either side or because the card did not answer. */
    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Pulls the card, and waits for the thread's end. */
    @Override
    public void close() {
        closeLink();
        thread.interrupt();
        try {
            thread.join(deadline.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (true) {
                serve(link.receive());
            }
        } catch (IOException | InterruptedException linkClosed) {
            // The end of the card's stay, whoever ended it
        } finally {
            closeLink();
            card.powerOff();
            decided.countDown();
            ended.countDown();
        }
    }

    private void serve(byte[] body) throws IOException, InterruptedException {
        if (body.length == 1) {
            control(body[0]);
            return;
        }
        CompletableFuture<Void> watchdog = new CompletableFuture<Void>()
                .orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((done, late) -> closeIf(late != null));
        try {
            condition.hold();
            link.send(body.length == 0 ? WRONG_LENGTH : answer(body));
        } catch (CardPulledException pulled) {
            leave(pulled);
        } finally {
            watchdog.complete(null);
            Arrays.fill(body, (byte) 0);
        }
    }

    private void control(byte code) throws IOException {
        switch (code) {
            case 0 -> powerOff();
            case 1 -> powerOn();
            case 2 -> card.reset();
            case 4 -> sendAtr();
            default -> {
                // vpcd has no others; it waits for an answer to code 4 alone
            }
        }
    }

    private void powerOn() {
        card.powerOn();
        hadPower = true;
        hasPower = true;
    }

    /** Also takes from a new card the power that the one before had; after that pcscd looks anew. */
    private void powerOff() {
        hasPower = false;
        looks = 0;
        card.powerOff();
    }

    /**
     * pcscd looks for a card by asking for its ATR, a few times a second. A card that came between two looks it takes for the one
     * before, and never powers it: then the link is closed within a look, and the card has to be put in again. An ATR of no bytes,
     * which vpcd has for an empty slot, is never sent: vpcd 3.3 takes pcscd down with it.
     */
    private void sendAtr() throws IOException {
        if (!hadPower && looks == LOOKS) {
            throw new IOException("The slot is shown empty");
        }
        looks++;
        link.send(card.atr());
        if (hadPower) {
            reported = true;
            decided.countDown();
        }
    }

    /** The card goes; an answer that it gave before still arrives. */
    private void leave(CardPulledException pulled) throws IOException {
        if (pulled.answer().isPresent()) {
            link.send(pulled.answer().get());
        }
        throw new IOException("The card was pulled", pulled);
    }

    private byte[] answer(byte[] command) throws InterruptedException {
        try {
            return card.transceive(command);
        } catch (CardPulledException pulled) {
            throw pulled;
        } catch (CardMuteException mute) {
            // Until the watchdog closes the link
            new CountDownLatch(1).await();
            throw mute;
        } catch (RuntimeException failed) {
            // Without power, or a defect: vpcd waits for an answer all the same
            return NO_DIAGNOSIS;
        }
    }

    private void closeIf(boolean late) {
        if (late) {
            closeLink();
            thread.interrupt();
        }
    }

    private void closeLink() {
        try {
            link.close();
        } catch (IOException e) {
            // It is as closed as it will be
        }
    }
}
