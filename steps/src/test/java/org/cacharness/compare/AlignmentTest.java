package org.cacharness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void likes_stand_side_by_side_and_kin_where_there_is_no_like() {
        assertThat(lines(List.of("a", "b1", "c", "d"), List.of("a", "b2", "d", "e")))
                .containsExactly("a=a", "b1=b2", "c=-", "d=d", "-=e");
    }

    @Test
    void what_moved_is_gone_there_and_new_here() {
        assertThat(lines(List.of("a", "x", "y"), List.of("x", "y", "a"))).containsExactly("a=-", "x=x", "y=y", "-=a");
    }

    @Property(tries = 300)
    void nothing_is_lost_and_nothing_doubled(
            @ForAll @Size(max = 8) List<Character> before, @ForAll @Size(max = 8) List<Character> after) {
        var pairs = Alignment.of(before, after, Character::equals, (a, b) -> a < b);

        assertThat(pairs.stream().map(Alignment.Pair::before).filter(x -> x != null))
                .containsExactlyElementsOf(before);
        assertThat(pairs.stream().map(Alignment.Pair::after).filter(x -> x != null))
                .containsExactlyInAnyOrderElementsOf(after);
    }

    private static List<String> lines(List<String> before, List<String> after) {
        return Alignment.of(before, after, String::equals, (a, b) -> a.charAt(0) == b.charAt(0)).stream()
                .map(pair -> (pair.before() == null ? "-" : pair.before()) + "="
                        + (pair.after() == null ? "-" : pair.after()))
                .toList();
    }
}
