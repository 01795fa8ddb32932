package org.cacharness.evidence;

import java.util.List;

/**
 * What the template of {@code evidence.html} shows.
 *
 * @param runs which runs
 * @param summary what came of them
 */
public record EvidenceView(List<RunIdentity> runs, EvidenceSummary summary) {
    /** One sentence that says how it went. */
    public String verdict() {
        long passed = count("passed");
        int all = summary.clauses().size();
        return passed == all ? "All " + all + " clauses passed" : passed + " of " + all + " clauses passed";
    }

    /** Style of the sentence. */
    public String verdictStyle() {
        if (count("failed") > 0) {
            return "failed";
        }
        return count("passed") == summary.clauses().size() ? "passed" : "not-run";
    }

    /** Whether it is of one run. */
    public boolean single() {
        return runs.size() == 1;
    }

    /** Whether there is one gap. */
    public boolean oneGap() {
        return summary.gaps().size() == 1;
    }

    /** Whether there was one refusal. */
    public boolean oneRefusal() {
        return summary.refusals().size() == 1;
    }

    /** Whether there is no gap. */
    public boolean complete() {
        return summary.gaps().isEmpty();
    }

    /** Clauses with this result in one run, and with no worse one in another. */
    private long count(String result) {
        return summary.clauses().stream()
                .filter(clause -> result.equals("failed")
                        ? clause.results().stream()
                                .anyMatch(each -> each.result().equals(result))
                        : clause.results().stream()
                                .allMatch(each -> each.result().equals(result)))
                .count();
    }
}
