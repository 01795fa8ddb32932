package org.cacharness.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.cacharness.compare.Difference.Layer;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.RecordedScenario.Kept;
import org.cacharness.report.RecordedScenario.Step;
import org.jspecify.annotations.Nullable;

/** What differs between a step of one run and the same step of another. */
final class StepComparison {
    private static final String HTTP = "HTTP";

    private final ComparedRun first;
    private final ComparedRun second;
    private final RecordedScenario scenario;
    private final Step before;
    private final Step after;
    private final List<Difference> differences = new ArrayList<>();

    StepComparison(ComparedRun first, ComparedRun second, RecordedScenario scenario, Step before, Step after) {
        this.first = first;
        this.second = second;
        this.scenario = scenario;
        this.before = before;
        this.after = after;
    }

    List<Difference> differences() throws IOException {
        if (!before.result().equals(after.result())) {
            differ(
                    Layer.RESULT,
                    "step " + before.result() + " is now " + after.result(),
                    Objects.requireNonNullElse(after.reason(), before.reason()));
        }
        pages();
        TreeSet<String> titles = new TreeSet<>();
        before.kept().stream().filter(kept -> !kept.page()).map(Kept::title).forEach(titles::add);
        after.kept().stream().filter(kept -> !kept.page()).map(Kept::title).forEach(titles::add);
        for (String title : titles) {
            lines(title);
        }
        return differences;
    }

    private void pages() throws IOException {
        List<PageStructure> shown = structures(first, before);
        List<PageStructure> now = structures(second, after);
        for (var pair : Alignment.of(shown, now, (a, b) -> a.title().equals(b.title()), (a, b) -> true)) {
            PageStructure earlier = pair.before();
            PageStructure later = pair.after();
            if (earlier == null) {
                differ(Layer.PAGE, "page \"" + Objects.requireNonNull(later).title() + "\" is new", null);
            } else if (later == null) {
                differ(Layer.PAGE, "page \"" + earlier.title() + "\" is missing", null);
            } else {
                page(earlier, later);
            }
        }
    }

    private void page(PageStructure earlier, PageStructure later) {
        if (!earlier.title().equals(later.title())) {
            differ(Layer.PAGE, "page \"" + earlier.title() + "\" is now \"" + later.title() + "\"", null);
        }
        for (var pair : Alignment.of(
                earlier.parts(),
                later.parts(),
                PageStructure.Part::equals,
                (a, b) -> a.kind().equals(b.kind()))) {
            String change = change(pair.before(), pair.after());
            if (!change.isEmpty()) {
                differ(Layer.PAGE, "page \"" + earlier.title() + "\": " + change, null);
            }
        }
    }

    private static String change(PageStructure.@Nullable Part earlier, PageStructure.@Nullable Part later) {
        if (earlier == null) {
            return later + " is new";
        }
        if (later == null) {
            return earlier + " is missing";
        }
        return earlier.equals(later) ? "" : earlier + " is now \"" + later.words() + "\"";
    }

    private void lines(String title) {
        Layer layer = Layers.of(title);
        if (Layers.isRecorded(first.run(), title) != Layers.isRecorded(second.run(), title)) {
            return;
        }
        boolean headers = title.equals(Layers.HEADERS);
        List<String> shown = headers ? headersOf(before, after) : texts(before, title);
        List<String> now = headers ? headersOf(after, before) : texts(after, title);
        String prefix = layer == Layer.TEXT ? title + ": " : layer.words() + ": ";
        for (var pair : Alignment.of(
                shown, now, String::equals, (a, b) -> !headers || headerName(a).equals(headerName(b)))) {
            String earlier = pair.before();
            String later = pair.after();
            if (earlier == null) {
                differ(layer, prefix + "\"" + later + "\" is new", null);
            } else if (later == null) {
                differ(layer, prefix + "\"" + earlier + "\" is missing", null);
            } else if (!earlier.equals(later)) {
                differ(layer, prefix + "\"" + earlier + "\" is now \"" + later + "\"", null);
            }
        }
    }

    /** Card commands are told by name: the long numbers in them are the applets' names, and the same in every run. */
    private static List<String> texts(Step step, String title) {
        return step.kept().stream()
                .filter(kept -> !kept.page() && kept.title().equals(title))
                .flatMap(kept -> kept.lines().stream())
                .map(line -> Layers.of(title) == Layer.CARD ? line : Volatile.named(line))
                .toList();
    }

    /** Of what both have asked for: where one did not, that alone is the difference. */
    private static List<String> headersOf(Step step, Step other) {
        Set<String> asked = new HashSet<>();
        texts(other, HTTP).forEach(line -> asked.add(line.substring(0, Math.max(0, line.indexOf(" → ")))));
        return texts(step, Layers.HEADERS).stream()
                .filter(line -> asked.contains(line.substring(0, Math.max(0, line.indexOf(": ")))))
                .toList();
    }

    /** Method, path and the header's name; of a cookie its name too. */
    private static String headerName(String line) {
        int name = line.indexOf(": ", line.indexOf(": ") + 1);
        int cookie = line.startsWith(": set-cookie", line.indexOf(": ")) ? line.indexOf('=', name) : -1;
        return line.substring(0, Math.max(name, cookie));
    }

    private static List<PageStructure> structures(ComparedRun run, Step step) throws IOException {
        List<PageStructure> structures = new ArrayList<>();
        for (Kept kept : step.kept()) {
            String file = kept.file();
            if (file != null) {
                structures.add(PageStructure.of(run.text(file)));
            }
        }
        return structures;
    }

    private void differ(Layer layer, String what, @Nullable String detail) {
        differences.add(new Difference(layer, what, scenario.name(), scenario.location(), before.sentence(), detail));
    }
}
