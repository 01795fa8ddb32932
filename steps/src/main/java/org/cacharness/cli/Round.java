package org.cacharness.cli;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.PickleOrder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.core.runtime.TimeServiceEventBus;
import io.cucumber.plugin.Plugin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cacharness.report.PlannedScenario;
import org.cacharness.report.Recorder;
import org.cacharness.report.ReportFolder;
import org.cacharness.report.ReportWriter;
import org.cacharness.report.RunFacts;
import org.cacharness.report.RunListener;
import org.cacharness.report.RunResult;
import org.cacharness.report.ScenarioResult;
import org.cacharness.report.Traceability;
import org.cacharness.secrets.Leak;
import org.cacharness.secrets.Secrets;
import org.cacharness.timeline.RunClock;

/** One run of a plan by Cucumber, with its results and its report. */
final class Round {
    private final Plan plan;
    private final RunRequest request;
    private final Harness harness;
    private final RunFacts facts;
    private final InstantSource clock;
    private final boolean hidesPeople;

    Round(Plan plan, RunRequest request, Harness harness, RunFacts facts, InstantSource clock, boolean hidesPeople) {
        this.plan = plan;
        this.request = request;
        this.harness = harness;
        this.facts = facts;
        this.clock = clock;
        this.hidesPeople = hidesPeople;
    }

    /**
     * What came of a round.
     *
     * @param result of the scenarios
     * @param leaks secrets that stand in the report
     */
    record Outcome(RunResult result, List<Leak> leaks) {}

    /** Runs the scenarios and writes the report; whether it is published is the caller's decision. */
    Outcome run(ReportFolder report, RunListener listener) throws BrokenRunException {
        Secrets secrets = hidesPeople ? Secrets.hidingPeople() : new Secrets();
        try {
            return run(report, listener, secrets);
        } catch (IOException | RuntimeException e) {
            throw new BrokenRunException(e, secrets);
        }
    }

    private Outcome run(ReportFolder report, RunListener listener, Secrets secrets) throws IOException {
        ReportWriter writer = new ReportWriter(report.path(), secrets);
        Map<String, PlannedScenario> planned =
                plan.selected().stream().collect(Collectors.toMap(PlannedScenario::key, Function.identity()));
        Recorder recorder = new Recorder(planned, harness::refuses, secrets, report.path(), listener);
        List<Plugin> plugins = new ArrayList<>(writer.cucumberFormats());
        plugins.add(recorder);
        Instant began = clock.instant();
        List<ScenarioResult> results;
        try (Harness.Stage stage = harness.stage(request, secrets)) {
            cucumber(stage, plugins, plan.selected()).run();
            results = new Repetitions(
                            request.course().repeatFailed(),
                            scenarios -> again(stage, scenarios, secrets, report.path(), listener))
                    .of(results(recorder));
        }
        RunResult result = new RunResult(
                facts,
                results,
                Traceability.of(plan.procedure(), harness.environment(), results),
                Duration.between(began, clock.instant()));
        writer.write(result);
        List<Leak> leaks = writer.leaks();
        if (leaks.isEmpty()) {
            writer.seal();
        }
        return new Outcome(result, leaks);
    }

    /** What is repeated leaves no pages: the report shows the failure. Nor does Cucumber write of it, whose files are complete. */
    private List<ScenarioResult> again(
            Harness.Stage stage, List<PlannedScenario> scenarios, Secrets secrets, Path report, RunListener listener) {
        Map<String, PlannedScenario> planned =
                scenarios.stream().collect(Collectors.toMap(PlannedScenario::key, Function.identity()));
        Recorder recorder = new Recorder(planned, harness::refuses, secrets, report, listener);
        cucumber(stage, List.of(recorder), scenarios).run();
        return recorder.results(scenarios);
    }

    private Runtime cucumber(Harness.Stage stage, List<Plugin> plugins, List<PlannedScenario> scenarios) {
        // One factory for each thread, and the same one whenever Cucumber asks in that thread.
        ThreadLocal<ObjectFactory> factories = ThreadLocal.withInitial(stage::objects);
        return Runtime.builder()
                .withRuntimeOptions(options(scenarios))
                .withFeatureSupplier(() -> features(scenarios))
                .withObjectFactorySupplier(factories::get)
                .withEventBus(new TimeServiceEventBus(RunClock.utc(), UUID::randomUUID))
                .withAdditionalPlugins(plugins.toArray(Plugin[]::new))
                .build();
    }

    /** Only features with a scenario of the plan: where Cucumber is given no lines of a feature, it runs all of it. */
    private List<Feature> features(List<PlannedScenario> scenarios) {
        Set<URI> wanted = scenarios.stream().map(PlannedScenario::uri).collect(Collectors.toSet());
        return plan.features().stream()
                .filter(feature -> wanted.contains(feature.getUri()))
                .toList();
    }

    private RuntimeOptions options(List<PlannedScenario> scenarios) {
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .setThreads(request.course().threads())
                .setMonochrome()
                .setNoSummary()
                .setPublishQuiet(true)
                .setPickleOrder(order());
        harness.glue().stream().map(GluePath::parse).forEach(options::addGlue);
        Map<URI, List<Integer>> lines = scenarios.stream()
                .collect(Collectors.groupingBy(
                        PlannedScenario::uri, Collectors.mapping(PlannedScenario::line, Collectors.toList())));
        lines.forEach((uri, numbers) -> options.addFeature(FeatureWithLines.create(uri, numbers)));
        return options.build();
    }

    private PickleOrder order() {
        return request.course().randomOrder() ? StandardPickleOrders.random(facts.seed()) : pickles -> pickles;
    }

    private List<ScenarioResult> results(Recorder recorder) {
        List<ScenarioResult> all = new ArrayList<>();
        for (Plan.Entry entry : plan.entries()) {
            if (entry.runs()) {
                all.addAll(recorder.results(List.of(entry.scenario())));
            } else {
                all.add(ScenarioResult.notRun(
                        entry.scenario(), entry.reasonNotToRun().orElse("")));
            }
        }
        return all;
    }
}
