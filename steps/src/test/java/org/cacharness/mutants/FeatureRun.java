package org.cacharness.mutants;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cacharness.environment.ScenarioObjects;
import org.cacharness.environment.Simulation;

/** Runs scenarios in a simulated world, and tells which went red. */
final class FeatureRun {
    private static final int THREADS = 2;

    private final List<Feature> features;

    FeatureRun(List<Feature> features) {
        this.features = features;
    }

    /** What came of it: title and line of each scenario. */
    record Result(Set<String> green, Set<String> red) {}

    Result in(Simulation world, String tags) {
        Colours colours = new Colours();
        ThreadLocal<ScenarioObjects> objects = ThreadLocal.withInitial(() -> new ScenarioObjects(world::testBed));
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .setThreads(THREADS)
                        .setPublishQuiet(true)
                        .setNoSummary()
                        .addGlue(URI.create("classpath:/org/cacharness/steps"))
                        .addTagFilter(TagExpressionParser.parse(tags))
                        .build())
                .withFeatureSupplier(() -> features)
                .withObjectFactorySupplier(objects::get)
                .withAdditionalPlugins(colours)
                .build()
                .run();
        return new Result(new TreeSet<>(colours.green), new TreeSet<>(colours.red));
    }

    private static final class Colours implements ConcurrentEventListener {
        private final Set<String> green = ConcurrentHashMap.newKeySet();
        private final Set<String> red = ConcurrentHashMap.newKeySet();

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(TestCaseFinished.class, finished -> {
                var scenario = finished.getTestCase();
                String file = scenario.getUri().getPath();
                String name = file.substring(file.lastIndexOf('/') + 1) + ":"
                        + scenario.getLocation().getLine() + " " + scenario.getName();
                (finished.getResult().getStatus() == Status.PASSED ? green : red).add(name);
            });
        }
    }
}
