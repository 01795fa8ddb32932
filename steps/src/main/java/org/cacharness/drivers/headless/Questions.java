package org.cacharness.drivers.headless;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cacharness.drivers.CertificatePrompt;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinOutcome;
import org.cacharness.edge.PinState;
import org.cacharness.edge.PkiInstance;

/**
 * What one browser's bridge asks the person in front of the computer. A bridge has threads of its own and the person has one, so
 * questions wait here until the person looks up from the page.
 */
final class Questions implements CertificatePrompt, PinEntry {
    /** A handshake that waits this long for a person is given up. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BlockingQueue<Question<?>> waiting = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** Whoever answers, in the person's thread. */
    interface Answers {
        /** Chooses one of the certificates, or none. */
        Optional<X509Certificate> choose(List<X509Certificate> offered);

        /** Enters the PIN, or closes the dialog. */
        Optional<Pin> ask(PkiInstance key, PinState state);

        /** Is told what the card made of the PIN. */
        void answered(PinOutcome outcome);
    }

    @Override
    public Optional<X509Certificate> choose(List<X509Certificate> offered) {
        return answer("which certificate to present", person -> person.choose(offered));
    }

    @Override
    public Optional<Pin> ask(PkiInstance key, PinState state) {
        return answer("for the PIN", person -> person.ask(key, state));
    }

    @Override
    public void answered(PinOutcome outcome) {
        answer("to read the PIN dialog", person -> {
            person.answered(outcome);
            return Optional.empty();
        });
    }

    /** Answers whatever is asked until something is done, in the thread that calls. */
    void attendUntil(CompletableFuture<?> done, Answers person) throws InterruptedException {
        Question<?> wake = Question.nothing();
        var unused = done.whenComplete((result, failure) -> waiting.add(wake));
        while (!done.isDone()) {
            waiting.take().answerBy(person);
        }
        waiting.remove(wake);
    }

    /** Nobody answers any more: whoever waits gets no certificate and no PIN. */
    void close() {
        closed = true;
        for (Question<?> left = waiting.poll(); left != null; left = waiting.poll()) {
            left.answer.complete(Optional.empty());
        }
    }

    private <T> Optional<T> answer(String about, Asking<T> asking) {
        Question<T> question = new Question<>(asking, new CompletableFuture<>());
        waiting.add(question);
        if (closed) {
            close();
        }
        try {
            return question.answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException unanswerable) {
            throw new IllegalStateException("TLS bridge: the person could not be asked " + about, unanswerable);
        } catch (TimeoutException nobody) {
            waiting.remove(question);
            throw new IllegalStateException(
                    "TLS bridge: the person was asked " + about + ", and nobody looked for " + LIMIT.toSeconds() + " s",
                    nobody);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private interface Asking<T> {
        Optional<T> of(Answers person);
    }

    private record Question<T>(Asking<T> asking, CompletableFuture<Optional<T>> answer) {
        static Question<Object> nothing() {
            return new Question<>(person -> Optional.empty(), new CompletableFuture<>());
        }

        void answerBy(Answers person) {
            try {
                answer.complete(asking.of(person));
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
                throw failed;
            }
        }
    }
}
