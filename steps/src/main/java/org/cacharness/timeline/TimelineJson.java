package org.cacharness.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a step as an attachment of Cucumber's messages.
 *
 * <p>Times are whole milliseconds: a finer number would have as many digits as a PIN, and sooner or later equal one. The order of
 * the events is the order in which they happened, also within a millisecond.
 */
public final class TimelineJson {
    /** The attachment's media type. */
    public static final String MEDIA_TYPE = "application/vnd.cacharness.timeline+json";
    /** The attachment's name. */
    public static final String NAME = "timeline";

    private static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TimelineJson() {}

    /** The whole attachment. */
    record Attachment(int format, List<Event> events) {}

    /** An event, in words and numbers alone. */
    record Event(
            String at,
            @Nullable String took,
            Layer layer,
            String what,
            @Nullable List<String> details,
            @Nullable Integer page) {}

    /** Writes events, which are {@linkplain TimelineEvent#inOrder in order}. */
    public static String write(List<TimelineEvent> events) {
        try {
            return JSON.writeValueAsString(new Attachment(
                    FORMAT, events.stream().map(TimelineJson::written).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Write a timeline: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads an attachment.
     *
     * @throws IOException if it is none, or of another format; the message is one line
     */
    public static List<TimelineEvent> read(byte[] json) throws IOException {
        Attachment attachment;
        try {
            attachment = JSON.readValue(json, Attachment.class);
        } catch (JsonProcessingException e) {
            throw new IOException("Timeline: expected events in JSON, got " + e.getOriginalMessage(), e);
        }
        if (attachment.format() != FORMAT) {
            throw new IOException("Timeline: expected format " + FORMAT + ", got " + attachment.format());
        }
        return attachment.events().stream().map(TimelineJson::read).toList();
    }

    private static Event written(TimelineEvent event) {
        long millis = event.took().toMillis();
        return new Event(
                event.at().truncatedTo(ChronoUnit.MILLIS).toString(),
                millis == 0 ? null : millis + " ms",
                event.layer(),
                event.what(),
                event.details(),
                event.page() < 0 ? null : event.page());
    }

    private static TimelineEvent read(Event event) {
        String took = event.took();
        List<String> details = event.details();
        Integer page = event.page();
        return new TimelineEvent(
                Instant.parse(event.at()),
                took == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(took.substring(0, took.indexOf(' ')))),
                event.layer(),
                event.what(),
                details == null ? List.of() : details,
                page == null ? TimelineEvent.NO_PAGE : page);
    }
}
