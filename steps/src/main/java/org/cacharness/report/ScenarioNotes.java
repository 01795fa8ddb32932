package org.cacharness.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.HookType;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepArgument;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cacharness.secrets.Secrets;
import org.cacharness.timeline.TimelineEvent;
import org.cacharness.timeline.TimelineJson;
import org.jspecify.annotations.Nullable;

/** What is noted of a scenario while it runs. One thread writes it: the one that runs the scenario. */
final class ScenarioNotes {
    /** An attachment of this name is the number of PIN presentations that the scenario's card has counted. */
    static final String PRESENTATIONS = "pin-presentations";

    private static final String CARD = "card";

    private final Verdicts verdicts;
    private final Secrets secrets;
    private final PageStore pages;
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Evidence> pending = new ArrayList<>();
    private final List<TimelineEvent> happened = new ArrayList<>();
    private @Nullable Integer presentations;

    ScenarioNotes(Verdicts verdicts, Secrets secrets, PageStore pages) {
        this.verdicts = verdicts;
        this.secrets = secrets;
        this.pages = pages;
    }

    void attach(EmbedEvent event) {
        String name = event.getName() == null ? "attachment" : event.getName();
        String mediaType = event.getMediaType();
        if (name.equals(PRESENTATIONS)) {
            presentations = Integer.valueOf(new String(event.getData(), UTF_8).strip());
        } else if (mediaType.equals(TimelineJson.MEDIA_TYPE)) {
            happened(event);
        } else if (mediaType.startsWith("text/css")) {
            pages.keepStyle(name, event.getData());
        } else if (mediaType.startsWith("text/html")) {
            pending.add(new Evidence(Evidence.Kind.PAGE, secrets.mask(name), pages.keep(event.getData())));
        } else if (isText(mediaType)) {
            Evidence.Kind kind = name.equals(CARD) ? Evidence.Kind.CARD : Evidence.Kind.TEXT;
            String text = new String(event.getData(), UTF_8);
            pending.add(new Evidence(kind, secrets.mask(name), secrets.mask(text)));
        } else {
            String text = mediaType + ", " + event.getData().length + " bytes: see cucumber.html";
            pending.add(new Evidence(Evidence.Kind.TEXT, secrets.mask(name), text));
        }
    }

    void write(String text) {
        pending.add(new Evidence(Evidence.Kind.TEXT, "log", secrets.mask(text)));
    }

    void finish(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            String sentence = secrets.mask(step.getStep().getText());
            String keyword = step.getStep().getKeyword().strip();
            add(
                    event,
                    keyword,
                    sentence,
                    step.getStep().getLocation().getLine(),
                    argument(step.getStep().getArgument()));
        } else if (event.getTestStep() instanceof HookTestStep hook) {
            finishHook(event, hook.getHookType());
        }
    }

    List<StepResult> steps() {
        return steps;
    }

    @Nullable
    Integer presentations() {
        return presentations;
    }

    /** What a hook after a step keeps belongs to that step; other hooks show only if there is something to see. */
    private void finishHook(TestStepFinished event, HookType type) {
        boolean passed = verdicts.of(event.getResult(), "").outcome() == Outcome.PASSED;
        if (passed && type == HookType.AFTER_STEP && !steps.isEmpty()) {
            StepResult last = steps.remove(steps.size() - 1);
            steps.add(last.with(pending, happened));
            forget();
        } else if (event.getResult().getError() != null || (!pending.isEmpty() && type != HookType.BEFORE_STEP)) {
            String text = type == HookType.BEFORE ? "before the scenario" : "after the scenario";
            add(event, "", text, 0, null);
        }
    }

    private void add(TestStepFinished event, String keyword, String text, int line, @Nullable String argument) {
        Verdicts.Verdict verdict = verdicts.of(event.getResult(), text);
        steps.add(new StepResult(
                keyword,
                text,
                line,
                verdict.outcome(),
                verdict.reason(),
                verdict.trace(),
                event.getResult().getDuration(),
                argument,
                pending,
                event.getInstant().minus(event.getResult().getDuration()),
                happened));
        forget();
    }

    private void forget() {
        pending.clear();
        happened.clear();
    }

    /** What no timeline of ours is, is shown as the text that it is. */
    private void happened(EmbedEvent event) {
        try {
            happened.addAll(TimelineJson.read(secrets.mask(event.getData())));
        } catch (IOException another) {
            String text = another.getMessage() + "\n" + new String(event.getData(), UTF_8);
            pending.add(new Evidence(Evidence.Kind.TEXT, TimelineJson.NAME, secrets.mask(text)));
        }
    }

    private @Nullable String argument(@Nullable StepArgument argument) {
        if (argument instanceof DocStringArgument text) {
            return secrets.mask(text.getContent());
        }
        if (argument instanceof DataTableArgument table) {
            return secrets.mask(table.cells().stream()
                    .map(row -> "| " + String.join(" | ", row) + " |")
                    .collect(Collectors.joining("\n")));
        }
        return null;
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.startsWith("application/json");
    }
}
