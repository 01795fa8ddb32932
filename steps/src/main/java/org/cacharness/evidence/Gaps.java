package org.cacharness.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cacharness.evidence.EvidenceSummary.Gap;
import org.cacharness.report.Outcome;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.RunFact;

/** What runs did not test or did not record: each is a row, so that nobody takes silence for a pass. */
final class Gaps {
    private static final String PACK = "this pack";
    private static final List<String> WANTED = List.of(
            RunFact.BUILD,
            RunFact.SYSTEM,
            RunFact.JAVA,
            RunFact.BROWSER,
            RunFact.CARD_PATH,
            RunFact.MIDDLEWARE,
            RunFact.READER,
            RunFact.ATR,
            RunFact.CARD_PROFILE,
            RunFact.PORTAL);

    private final List<RecordedRun> runs;

    Gaps(List<RecordedRun> runs) {
        this.runs = runs;
    }

    List<Gap> all(List<String> knownCardPaths) {
        List<Gap> gaps = new ArrayList<>();
        for (RecordedRun run : runs) {
            clauses(run, gaps);
            scenarios(run, gaps);
            WANTED.stream()
                    .filter(name -> fact(run, name).isEmpty())
                    .forEach(name -> gaps.add(new Gap(run.environment(), name, "not recorded")));
        }
        List<String> paths = runs.stream()
                .flatMap(run -> fact(run, RunFact.CARD_PATH).stream())
                .toList();
        knownCardPaths.stream()
                .filter(path -> !paths.contains(path))
                .forEach(path -> gaps.add(new Gap(PACK, "card path " + path, "no run of it was given to this pack")));
        return gaps;
    }

    private static void clauses(RecordedRun run, List<Gap> gaps) {
        for (RecordedRun.Clause clause : run.documentedSteps()) {
            if (clause.result().equals(Outcome.NOT_RUN.words())) {
                gaps.add(new Gap(
                        run.environment(),
                        "clause " + clause.id() + ": " + clause.text(),
                        Objects.requireNonNullElse(clause.reason(), "no reason recorded")));
            }
        }
    }

    /** By reason: a run of few scenarios has hundreds that were not selected. */
    private static void scenarios(RecordedRun run, List<Gap> gaps) {
        Map<String, Integer> byReason = new LinkedHashMap<>();
        run.scenarios().stream()
                .filter(scenario -> !scenario.ran())
                .map(RecordedScenario::reason)
                .forEach(reason -> byReason.merge(Objects.requireNonNullElse(reason, "no reason"), 1, Integer::sum));
        byReason.forEach((reason, count) ->
                gaps.add(new Gap(run.environment(), count == 1 ? "1 scenario" : count + " scenarios", reason)));
    }

    private static Optional<String> fact(RecordedRun run, String name) {
        return run.identity().stream()
                .filter(fact -> fact.name().equals(name))
                .map(RunFact::value)
                .findFirst();
    }
}
