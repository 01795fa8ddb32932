package org.cacharness.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.cacharness.secrets.Secrets;

/** All that a report's pages show, so that reports can be put together later: {@code results.json}. */
final class ResultsJson {
    /** The file's name. */
    static final String NAME = "results.json";

    private static final int FORMAT = 2;

    private final ObjectMapper json =
            new ObjectMapper().registerModule(times()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The file.
     *
     * @param format 2
     * @param facts of the run
     * @param procedure the documented steps
     * @param scenarios all results
     * @param duration of the run
     */
    record File(
            int format,
            RunFacts facts,
            List<DocumentedStep> procedure,
            List<ScenarioResult> scenarios,
            Duration duration) {}

    void write(RunResult run, Path report, Secrets secrets) throws IOException {
        List<DocumentedStep> procedure =
                run.traceability().rows().stream().map(Traceability.Row::step).toList();
        File file = new File(FORMAT, run.facts(), procedure, run.scenarios(), run.duration());
        Files.write(
                report.resolve(NAME),
                secrets.mask(json.writeValueAsString(file)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what a run wrote.
     *
     * @throws IOException if there is no such file, or one of another format; the message is one line
     */
    RunResult read(Path report) throws IOException {
        File file = parse(report);
        if (file.format() != FORMAT) {
            throw new IOException("Report " + report + ": expected results of format " + FORMAT + ", got "
                    + file.format() + ": use the harness that wrote it");
        }
        Procedure procedure = new Procedure(file.procedure());
        return new RunResult(
                file.facts(),
                file.scenarios(),
                Traceability.of(procedure, file.facts().environment(), file.scenarios()),
                file.duration());
    }

    private File parse(Path report) throws IOException {
        Path file = report.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "Report " + report + ": expected a report of 'cac run', got a folder without " + NAME);
        }
        try {
            return json.readValue(file.toFile(), File.class);
        } catch (IOException | RuntimeException damaged) {
            throw new IOException("Report " + report + ": expected a whole " + NAME + ", got a damaged one", damaged);
        }
    }

    /** Milliseconds have at most as many digits as no PIN has; a finer time would sooner or later be taken for one. */
    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Duration.class, new AsText<>(Duration.class, time -> time.toMillis() + " ms"))
                .addSerializer(Instant.class, new ToStringSerializer(Instant.class))
                .addDeserializer(Duration.class, new FromText<>(Duration.class, ResultsJson::millis))
                .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.indexOf(' '))));
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> writing;

        AsText(Class<T> type, Function<T, String> writing) {
            super(type);
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(writing.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reading.apply(parser.getText());
        }
    }
}
