package org.cacharness.simulator.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the documented rows, checking each: every mutant must fail at the row that it claims to break. */
class MiddlewareMutantTest {
    private final Reader reader = new Reader();
    private int row;

    static Set<MiddlewareMutant> of_activclient() {
        return MiddlewareMutant.of(MiddlewareProduct.ACTIVCLIENT);
    }

    static Set<MiddlewareMutant> of_activcard_gold() {
        return MiddlewareMutant.of(MiddlewareProduct.ACTIVCARD_GOLD);
    }

    @ParameterizedTest
    @MethodSource("of_activclient")
    void each_mutant_of_activclient_breaks_its_row(MiddlewareMutant mutant) {
        assertThat(brokenRow(MiddlewareProduct.ACTIVCLIENT, EnumSet.of(mutant)))
                .isEqualTo(mutant.row(MiddlewareProduct.ACTIVCLIENT));
    }

    @ParameterizedTest
    @MethodSource("of_activcard_gold")
    void each_mutant_of_activcard_gold_breaks_its_row(MiddlewareMutant mutant) {
        assertThat(brokenRow(MiddlewareProduct.ACTIVCARD_GOLD, EnumSet.of(mutant)))
                .isEqualTo(mutant.row(MiddlewareProduct.ACTIVCARD_GOLD));
    }

    @ParameterizedTest
    @EnumSource(MiddlewareProduct.class)
    void the_right_console_breaks_no_row(MiddlewareProduct product) {
        assertThat(brokenRow(product, Set.of())).isEmpty();
    }

    @Test
    void every_documented_row_has_a_mutant() {
        assertThat(rows(MiddlewareProduct.ACTIVCLIENT))
                .containsAll(IntStream.rangeClosed(1, 7)
                        .mapToObj(n -> "activclient-" + n)
                        .toList());
        assertThat(rows(MiddlewareProduct.ACTIVCARD_GOLD))
                .containsAll(IntStream.rangeClosed(1, 8)
                        .mapToObj(n -> "activgold-" + n)
                        .toList());
    }

    private static Stream<String> rows(MiddlewareProduct product) {
        return MiddlewareMutant.of(product).stream()
                .map(mutant -> mutant.row(product).orElseThrow());
    }

    private Optional<String> brokenRow(MiddlewareProduct product, Set<MiddlewareMutant> mutants) {
        try (MiddlewareConsole console = MiddlewareConsole.start(product, reader, reader, mutants);
                Member ada = new Member(console.desktop())) {
            switch (product) {
                case ACTIVCLIENT -> walkActivClient(ada);
                case ACTIVCARD_GOLD -> walkActivCardGold(ada);
            }
            return Optional.empty();
        } catch (AssertionError | org.openqa.selenium.NoSuchElementException e) {
            return Optional.of(product.tag() + "-" + row);
        }
    }

    private void walkActivClient(Member ada) {
        row = 1;
        assertThat(ada.press("Start").sees("Programs")).isTrue();
        row = 2;
        assertThat(ada.press("Programs").sees("ActivIdentity")).isTrue();
        row = 3;
        assertThat(ada.press("ActivIdentity").sees("ActivClient")).isTrue();
        row = 4;
        assertThat(ada.press("ActivClient").press("User Console").seesWindow()).isTrue();
        row = 5;
        assertThat(ada.press("Tools").sees("Make Certificates Available to Windows"))
                .isFalse();
        ada.press("Advanced");
        assertThat(reader.inWindows).isEmpty();
        reader.cardIsIn = false;
        ada.press("Make Certificates Available to Windows");
        row = 6;
        assertThat(ada.dialog()).startsWith("No smart card is inserted.");
        reader.cardIsIn = true;
        ada.press("OK").press("Tools").press("Advanced").press("Make Certificates Available to Windows");
        assertThat(ada.dialog()).contains("made available to Windows");
        assertThat(reader.inWindows).isEqualTo(reader.onCard);
        row = 7;
        close(ada);
    }

    private void walkActivCardGold(Member ada) {
        row = 1;
        assertThat(ada.press("Start").sees("Programs")).isTrue();
        row = 2;
        assertThat(ada.press("Programs").sees("Active Card Gold Folder")).isTrue();
        row = 3;
        assertThat(ada.press("Active Card Gold Folder").sees("Active Card Gold Utilities"))
                .isTrue();
        row = 4;
        assertThat(ada.press("Active Card Gold Utilities").seesWindow()).isTrue();
        row = 5;
        ada.press("Tools").press("Register Certificates");
        row = 6;
        assertThat(reader.inWindows).isEmpty();
        ada.press("NO");
        assertThat(reader.inWindows).isEmpty();
        reader.cardIsIn = false;
        ada.press("Tools").press("Register Certificates").press("YES");
        row = 7;
        assertThat(ada.dialog()).startsWith("No smart card is inserted.");
        reader.cardIsIn = true;
        ada.press("OK").press("Tools").press("Register Certificates").press("YES");
        assertThat(ada.dialog()).contains("successfully installed");
        assertThat(reader.inWindows).isEqualTo(reader.onCard);
        row = 8;
        close(ada);
    }

    private static void close(Member ada) {
        assertThat(ada.press("Close").seesDialog()).isTrue();
        assertThat(ada.press("OK").press("Close").seesWindow()).isFalse();
    }
}
