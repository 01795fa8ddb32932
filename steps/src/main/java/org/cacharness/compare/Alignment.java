package org.cacharness.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Two lists side by side, so that as much as can be stands beside its like (longest common subsequence). */
final class Alignment {
    private Alignment() {}

    /**
     * What stands side by side.
     *
     * @param before of the first list, null where only the second has it
     * @param after of the second list, null where only the first has it
     */
    record Pair<T>(@Nullable T before, @Nullable T after) {}

    /**
     * Aligns.
     *
     * @param same whether two are like each other
     * @param kin whether one may have become the other, where they stand at the same place and have no like
     */
    static <T> List<Pair<T>> of(List<T> before, List<T> after, BiPredicate<T, T> same, BiPredicate<T, T> kin) {
        int[][] common = common(before, after, same);
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> gone = new ArrayList<>();
        List<T> come = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same.test(before.get(i), after.get(j))) {
                settle(gone, come, kin, pairs);
                pairs.add(new Pair<>(before.get(i++), after.get(j++)));
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                gone.add(before.get(i++));
            } else {
                come.add(after.get(j++));
            }
        }
        settle(gone, come, kin, pairs);
        return pairs;
    }

    /** Between two likes: each that is gone with the first kin that has come, the rest alone. */
    private static <T> void settle(List<T> gone, List<T> come, BiPredicate<T, T> kin, List<Pair<T>> pairs) {
        for (T before : gone) {
            T after = come.stream()
                    .filter(candidate -> kin.test(before, candidate))
                    .findFirst()
                    .orElse(null);
            come.remove(after);
            pairs.add(new Pair<>(before, after));
        }
        come.forEach(after -> pairs.add(new Pair<>(null, after)));
        gone.clear();
        come.clear();
    }

    private static <T> int[][] common(List<T> before, List<T> after, BiPredicate<T, T> same) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = same.test(before.get(i), after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
