package org.cacharness.cli;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.tagexpressions.Expression;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cacharness.report.DocumentedStep;
import org.cacharness.report.PlannedScenario;
import org.cacharness.report.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios will run, which not, and why not.
 *
 * @param features the parsed features
 * @param procedure the documented procedure
 * @param entries every scenario of the features, in their order
 * @param mustCover whether every documented step must have a scenario
 */
record Plan(List<Feature> features, Procedure procedure, List<Entry> entries, boolean mustCover) {
    /** How the reason of a scenario begins that another machine runs. */
    static final String IN_PART = "in part ";

    private static final String NOT_SELECTED = "not selected";

    /**
     * A scenario and what is meant to become of it.
     *
     * @param scenario the scenario
     * @param card which card gets its PIN presentations
     * @param reasonNotToRun empty if it will run
     */
    record Entry(PlannedScenario scenario, String card, Optional<String> reasonNotToRun) {
        boolean runs() {
            return reasonNotToRun.isEmpty();
        }

        /** The same, not run for a reason. */
        Entry because(String reason) {
            return new Entry(scenario, card, Optional.of(reason));
        }

        private Entry in(@Nullable Integer number, Shard wanted) {
            return number == null || number == wanted.number() ? this : because(IN_PART + number + "/" + wanted.of());
        }
    }

    static Plan of(FeatureSet set, RunRequest request, Harness harness) throws BadInputException {
        Expression tags = TagFilter.parse(request.selection().tags(), set.tags());
        List<Entry> entries = new ArrayList<>();
        for (FeatureSet.File file : set.files()) {
            for (Pickle pickle : file.feature().getPickles()) {
                entries.add(entry(file, pickle, tags, request, set.procedure(), harness));
            }
        }
        Plan plan = new Plan(
                set.files().stream().map(FeatureSet.File::feature).toList(),
                set.procedure(),
                PresentationBudget.of(harness.presentationsOfARun()).over(sharedOut(entries, request)),
                set.whole());
        if (plan.selected().isEmpty()) {
            requireNoOtherReason(plan, tags, request);
            throw new BadInputException("Run: no scenario of " + entries.size() + " matches " + asked(request)
                    + ": './cac run --dry-run' without filters lists them");
        }
        return plan;
    }

    private static List<Entry> sharedOut(List<Entry> entries, RunRequest request) throws BadInputException {
        EarlierTimes times = request.selection().times() == null
                ? EarlierTimes.none()
                : EarlierTimes.read(request.selection().times());
        List<PlannedScenario> running =
                entries.stream().filter(Entry::runs).map(Entry::scenario).toList();
        Map<String, Integer> shards =
                Shards.of(running, times, request.selection().shard().of());
        return entries.stream()
                .map(entry -> entry.in(
                        shards.get(entry.scenario().key()), request.selection().shard()))
                .toList();
    }

    /** Where what was asked for exists, and cannot run here. */
    private static void requireNoOtherReason(Plan plan, Expression tags, RunRequest request) throws BadInputException {
        Optional<String> reason = plan.entries().stream()
                .filter(entry -> tags.evaluate(entry.scenario().tags()))
                .filter(entry ->
                        matches(request.selection().name(), entry.scenario().name()))
                .flatMap(entry -> entry.reasonNotToRun().stream())
                .filter(why -> !why.equals(NOT_SELECTED) && !why.startsWith(IN_PART))
                .findFirst();
        if (reason.isPresent()) {
            throw new BadInputException("Run: no scenario of those asked for can run here: " + reason.get());
        }
    }

    /** The scenarios that will run. */
    List<PlannedScenario> selected() {
        return entries.stream().filter(Entry::runs).map(Entry::scenario).toList();
    }

    /** The steps of the scenarios that will run. */
    List<String> sentences() {
        Set<String> running = selected().stream()
                .map(scenario -> place(scenario.uri(), scenario.line()))
                .collect(Collectors.toSet());
        return features.stream()
                .flatMap(feature -> feature.getPickles().stream())
                .filter(pickle -> running.contains(
                        place(pickle.getUri(), pickle.getLocation().getLine())))
                .flatMap(pickle -> pickle.getSteps().stream())
                .map(Step::getText)
                .toList();
    }

    private static String place(URI file, int line) {
        return file + ":" + line;
    }

    /** All scenarios. */
    List<PlannedScenario> all() {
        return entries.stream().map(Entry::scenario).toList();
    }

    /** The documented steps that no scenario covers, where every one must have one. */
    List<DocumentedStep> uncovered() {
        return procedure.steps().stream()
                .filter(step -> mustCover)
                .filter(step -> entries.stream()
                        .noneMatch(entry -> entry.scenario().documented().contains(step.id())))
                .toList();
    }

    private static Entry entry(
            FeatureSet.File file,
            Pickle pickle,
            Expression tags,
            RunRequest request,
            Procedure procedure,
            Harness harness) {
        List<String> own = pickle.getTags();
        PlannedPresentations.Presentations pins = harness.plannedPresentations().of(firstStep(pickle), own);
        PlannedScenario scenario = new PlannedScenario(
                pickle.getUri(),
                file.path(),
                pickle.getLocation().getLine(),
                file.title(),
                pickle.getName(),
                own,
                procedure.covered(own),
                pins.number());
        Optional<String> reason = harness.reasonNotToRun(pickle.getName(), own, steps(pickle));
        boolean selected =
                tags.evaluate(own) && matches(request.selection().name(), pickle.getName()) && file.asksFor(pickle);
        return new Entry(scenario, pins.card(), reason.isEmpty() && !selected ? Optional.of(NOT_SELECTED) : reason);
    }

    private static List<String> steps(Pickle pickle) {
        return pickle.getSteps().stream().map(Step::getText).toList();
    }

    private static boolean matches(@Nullable Pattern name, String title) {
        return name == null || name.matcher(title).find();
    }

    private static String asked(RunRequest request) {
        List<String> filters = new ArrayList<>();
        if (request.selection().tags() != null) {
            filters.add("--tags \"" + request.selection().tags() + "\"");
        }
        if (request.selection().shard().of() > 1) {
            filters.add("--shard " + request.selection().shard());
        }
        if (request.selection().name() != null) {
            filters.add("--name \"" + request.selection().name() + "\"");
        }
        return filters.isEmpty() ? String.join(" ", request.selection().features()) : String.join(" and ", filters);
    }

    private static String firstStep(Pickle pickle) {
        return pickle.getSteps().stream().map(Step::getText).findFirst().orElse("");
    }
}
