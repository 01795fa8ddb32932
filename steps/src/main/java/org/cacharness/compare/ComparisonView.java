package org.cacharness.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RunFact;
import org.jspecify.annotations.Nullable;

/** A comparison as it is told: the same difference once, with all its places; what was accepted apart. */
public final class ComparisonView {
    private final Comparison comparison;
    private final AcceptedDifferences accepted;
    private final List<Group> groups;

    /**
     * Sorts it.
     *
     * @param comparison what was found
     * @param accepted what of it is accepted
     * @param countTimes whether times count as differences
     */
    public ComparisonView(Comparison comparison, AcceptedDifferences accepted, boolean countTimes) {
        this.comparison = comparison;
        this.accepted = accepted;
        List<Difference> all = new ArrayList<>(comparison.differences());
        if (countTimes) {
            all.addAll(comparison.times());
        }
        this.groups = grouped(all);
    }

    /**
     * The same difference in one or more places.
     *
     * @param layer where it was seen
     * @param what the difference
     * @param places where it occurs
     * @param accepted the line that accepts it, or null
     */
    public record Group(String layer, String what, List<Place> places, AcceptedDifferences.@Nullable Line accepted) {
        /** Whether nobody has accepted it. */
        public boolean open() {
            return accepted == null;
        }

        /** The first place. */
        public Place first() {
            return places.get(0);
        }

        /** How many places. */
        public int count() {
            return places.size();
        }

        /** Whether it is one place. */
        public boolean single() {
            return places.size() == 1;
        }

        /** When it was accepted; null if it was not. */
        public @Nullable LocalDate acceptedOn() {
            return accepted == null ? null : accepted.date();
        }

        /** Why it was accepted; null if it was not. */
        public @Nullable String acceptedBecause() {
            return accepted == null ? null : accepted.reason();
        }
    }

    /**
     * A place of a difference.
     *
     * @param scenario title
     * @param location file and line
     * @param step sentence, or empty
     * @param detail what else there is to know, or null
     */
    public record Place(
            String scenario,
            String location,
            String step,
            @Nullable String detail) {}

    /** A fact of both runs. */
    public record FactPair(String name, String before, String after) {
        /** Whether it differs. */
        public boolean differs() {
            return !before.equals(after);
        }
    }

    /** One sentence. */
    public String verdict() {
        long open = open().size();
        if (open == 0) {
            return groups.isEmpty() ? "Nothing differs" : "Nothing differs but what is accepted";
        }
        return open == 1 ? "One difference" : open + " differences";
    }

    /** Style of the sentence. */
    public String verdictStyle() {
        return open().isEmpty() ? "passed" : "failed";
    }

    /** Whether something differs that nobody has accepted. */
    public boolean differs() {
        return !open().isEmpty();
    }

    /** The differences that nobody has accepted. */
    public List<Group> open() {
        return groups.stream().filter(Group::open).toList();
    }

    /** The differences that were accepted. */
    public List<Group> accepted() {
        return groups.stream().filter(group -> !group.open()).toList();
    }

    /** Accepted differences that do not occur any more. */
    public List<AcceptedDifferences.Line> unused() {
        List<Difference> all = new ArrayList<>(comparison.differences());
        all.addAll(comparison.times());
        return accepted.unused(all);
    }

    /** Steps that took another time beyond noise. */
    public List<Group> times() {
        return grouped(comparison.times());
    }

    /** Scenarios that ran in both. */
    public int compared() {
        return comparison.compared();
    }

    /** Scenarios that ran in one of them. */
    public List<Comparison.NotCompared> notCompared() {
        return comparison.notCompared();
    }

    /** Layers without a record. */
    public List<String> notRecorded() {
        return comparison.notRecorded();
    }

    /** The first run. */
    public RecordedRun first() {
        return comparison.first();
    }

    /** The second run. */
    public RecordedRun second() {
        return comparison.second();
    }

    /** Facts of both runs side by side. */
    public List<FactPair> facts() {
        Map<String, FactPair> pairs = new LinkedHashMap<>();
        pair(pairs, "Started, UTC", first().started(), second().started());
        pair(pairs, "Environment", first().environment(), second().environment());
        pair(pairs, "Harness", first().version(), second().version());
        for (RunFact fact : first().identity()) {
            pair(pairs, fact.name(), fact.value(), value(second(), fact.name()));
        }
        for (RunFact fact : second().identity()) {
            pairs.putIfAbsent(fact.name(), new FactPair(fact.name(), "not recorded", fact.value()));
        }
        return List.copyOf(pairs.values());
    }

    private static void pair(Map<String, FactPair> pairs, String name, String before, String after) {
        pairs.put(name, new FactPair(name, before, after));
    }

    private static String value(RecordedRun run, String name) {
        return run.identity().stream()
                .filter(fact -> fact.name().equals(name))
                .map(RunFact::value)
                .findFirst()
                .orElse("not recorded");
    }

    private List<Group> grouped(List<Difference> differences) {
        Map<String, Group> byWhat = new LinkedHashMap<>();
        for (Difference difference : differences) {
            byWhat.computeIfAbsent(
                            difference.what(),
                            what -> new Group(
                                    difference.layer().words(),
                                    what,
                                    new ArrayList<>(),
                                    accepted.covering(difference).orElse(null)))
                    .places()
                    .add(new Place(
                            difference.scenario(), difference.location(), difference.step(), difference.detail()));
        }
        return List.copyOf(byWhat.values());
    }
}
