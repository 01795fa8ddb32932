package org.cacharness.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cacharness.report.Outcome;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.RunFact;

/**
 * A run in MITRE's Heimdall Data Format (the InSpec exec JSON that Heimdall 2 loads): one control for each documented step, one
 * result for each scenario that covers it.
 *
 * <p>The format knows neither refusals nor gaps: both are {@code skipped}, with the reason. The controls are tagged with the two
 * controls of NIST SP 800-53 Rev. 5 that the procedure as a whole is about; that is our reading, and no assessor's.
 */
final class HdfResults {
    private static final List<String> NIST = List.of("IA-2 (12)", "IA-5 (2)");
    private static final double IMPACT = 0.5;
    private static final double MILLIS = 1000.0;
    private static final String PROFILE = "cac-registration";

    private final RecordedRun run;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    HdfResults(RecordedRun run) {
        this.run = run;
    }

    ObjectNode json() {
        ObjectNode root = json.objectNode();
        ObjectNode platform = root.putObject("platform");
        platform.put("name", "CAC Registration Harness");
        platform.put("release", run.version());
        platform.put("target_id", run.environment());
        root.put("version", run.version());
        root.putObject("statistics").put("duration", run.durationMillis() / MILLIS);
        root.putArray("profiles").add(profile());
        return root;
    }

    private ObjectNode profile() {
        ObjectNode profile = json.objectNode();
        profile.put("name", PROFILE);
        profile.put("title", "Registering a CAC with a portal account, as the procedure documents it");
        profile.put("version", run.version());
        profile.put("sha256", run.procedure());
        profile.put("status", "loaded");
        profile.putArray("supports");
        ArrayNode attributes = profile.putArray("attributes");
        for (RunFact fact : run.identity()) {
            ObjectNode attribute = attributes.addObject().put("name", fact.name());
            attribute.putObject("options").put("value", fact.value());
        }
        ObjectNode group = profile.putArray("groups").addObject();
        group.put("id", "features/procedure.md").put("title", "The documented procedure");
        ArrayNode ids = group.putArray("controls");
        ArrayNode controls = profile.putArray("controls");
        for (RecordedRun.Clause clause : run.documentedSteps()) {
            ids.add(clause.id());
            controls.add(control(clause));
        }
        return profile;
    }

    private ObjectNode control(RecordedRun.Clause clause) {
        ObjectNode control = json.objectNode();
        control.put("id", clause.id());
        control.put("title", clause.text());
        control.put("desc", "To be seen: " + clause.observed());
        control.put("impact", IMPACT);
        control.put("code", String.join("\n", clause.scenarios()));
        control.putArray("refs");
        control.putArray("descriptions").addObject().put("label", "check").put("data", clause.observed());
        ArrayNode nist = control.putObject("tags").putArray("nist");
        NIST.forEach(nist::add);
        control.putObject("source_location").put("ref", "features/procedure.md").put("line", 0);
        ArrayNode results = control.putArray("results");
        run.scenarios().stream()
                .filter(scenario -> clause.scenarios().contains(scenario.location()))
                .forEach(scenario -> results.add(result(scenario)));
        if (results.isEmpty()) {
            results.addObject()
                    .put("status", "skipped")
                    .put("code_desc", "no scenario")
                    .put("start_time", run.started())
                    .put("skip_message", "no scenario covers it");
        }
        return control;
    }

    /** The format wants a time for each; only the run's is recorded. */
    private ObjectNode result(RecordedScenario scenario) {
        ObjectNode result = json.objectNode();
        String status = status(scenario.result());
        result.put("status", status);
        result.put("code_desc", scenario.feature() + ": " + scenario.name() + " (" + scenario.location() + ")");
        result.put("run_time", scenario.durationMillis() / MILLIS);
        result.put("start_time", run.started());
        if (scenario.reason() != null) {
            boolean told = scenario.result().equals(Outcome.REFUSED.words())
                    || scenario.result().equals(Outcome.FLAKY.words());
            String prefix = told ? scenario.result() + ": " : "";
            result.put(status.equals("skipped") ? "skip_message" : "message", prefix + scenario.reason());
        }
        return result;
    }

    private static String status(String result) {
        if (result.equals(Outcome.PASSED.words())) {
            return "passed";
        }
        boolean failed = result.equals(Outcome.FAILED.words()) || result.equals(Outcome.FLAKY.words());
        return failed ? "failed" : "skipped";
    }
}
