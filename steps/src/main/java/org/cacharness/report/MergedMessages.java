package org.cacharness.report;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.Plugin;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives Cucumber's own formatters the messages of several runs as if they were one run. */
final class MergedMessages {
    private final List<EventHandler<Envelope>> handlers = new ArrayList<>();
    private boolean begun;
    private boolean success = true;
    private TestRunFinished finished =
            new TestRunFinished(null, true, new io.cucumber.messages.types.Timestamp(0L, 0L), null, null);

    /** Formats the messages of the reports, in their order. */
    static void format(List<Path> reports, List<Plugin> formatters) throws IOException {
        MergedMessages merged = new MergedMessages();
        formatters.forEach(formatter -> ((ConcurrentEventListener) formatter).setEventPublisher(merged.publisher()));
        for (Path report : reports) {
            merged.read(report.resolve("messages.ndjson"));
        }
        merged.end();
    }

    private void read(Path file) throws IOException {
        try (NdjsonToMessageIterable messages =
                new NdjsonToMessageIterable(Files.newInputStream(file), new Deserializer())) {
            messages.forEach(this::take);
        } catch (RuntimeException damaged) {
            throw new IOException("Merge reports: expected Cucumber messages, got a damaged " + file, damaged);
        }
        begun = true;
    }

    private void take(Envelope message) {
        if (message.getTestRunFinished().isPresent()) {
            finished = message.getTestRunFinished().get();
            success &= finished.getSuccess();
        } else if (!begun || !beginsARun(message)) {
            publish(message);
        }
    }

    private static boolean beginsARun(Envelope message) {
        return message.getMeta().isPresent() || message.getTestRunStarted().isPresent();
    }

    private void end() {
        publish(Envelope.of(new TestRunFinished(null, success, finished.getTimestamp(), null, null)));
    }

    private void publish(Envelope message) {
        handlers.forEach(handler -> handler.receive(message));
    }

    private EventPublisher publisher() {
        return new EventPublisher() {
            @Override
            @SuppressWarnings("unchecked") // The class that is asked for is the handler's own
            public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
                if (type == Envelope.class) {
                    handlers.add((EventHandler<Envelope>) handler);
                }
            }

            @Override
            public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
                handlers.remove(handler);
            }
        };
    }
}
