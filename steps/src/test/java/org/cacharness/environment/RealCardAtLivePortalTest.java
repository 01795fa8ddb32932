package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What certifiers do: a real card, here one that counts in a virtual reader, at a portal that is not ours. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealCardAtLivePortalTest {
    @TempDir
    Path folder;

    private CardOfAnotherProcess cac;
    private LivePortalDesk desk;

    @BeforeAll
    static void requireComponents() {
        skipIf(PrivatePcscd.obstacle().or(OpenSc::obstacle));
    }

    private static void skipIf(Optional<String> obstacle) {
        obstacle.ifPresent(reason -> System.err.println("SKIPPED RealCardAtLivePortalTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @BeforeEach
    void open() throws Exception {
        cac = new CardOfAnotherProcess(folder);
        desk = LivePortalDesk.open(folder);
        Files.copy(folder.resolve("issuers.pem"), folder.resolve("card-issuers.pem"));
    }

    @AfterEach
    void close() {
        desk.close();
        cac.close();
    }

    @Test
    void the_holder_stands_nowhere_and_the_card_is_told_by_what_it_is() throws Exception {
        Ended run = auto("run", cac.registration());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Personal data: pseudonyms", "1 passed, 0 failed");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(filesThatNameTheHolder(cac.report())).isEmpty();
        assertThat(Files.readString(cac.report().resolve("run.json")))
                .contains("live portal · card in a PC/SC reader · APDU · HtmlUnit")
                .contains(cac.reader().name())
                .containsPattern("\"ATR\",\\s*\"value\"\\s*:\\s*\"3B[0-9A-F]{20,}\"")
                .contains("real card: 3 certificates, RSA-2048, RSA-2048, RSA-2048");
    }

    @Test
    void chromium_reaches_the_card_through_the_bridge() throws Exception {
        skipIf(ChromiumPrograms.onPath().obstacleWithoutDialogs());

        Ended run = auto("run", cac.registration(), "--browser=chromium");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("1 passed, 0 failed");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.ledger().signatures()).isPositive();
        assertThat(desk.gate().browsersWithCard()).isNotEmpty().allMatch(name -> name.contains("HeadlessChrome"));
        assertThat(filesThatNameTheHolder(cac.report())).isEmpty();
        assertThat(Files.readString(cac.report().resolve("run.json")))
                .contains("live portal · card in a PC/SC reader · APDU · Chromium")
                .contains("a real card, APDU over PC/SC, through the TLS bridge");
    }

    @Test
    void what_a_real_card_was_shown_is_replayed_to_a_simulated_one() throws Exception {
        Ended recorded = auto("record", cac.registration(), "--out=" + folder.resolve("recording"));

        assertThat(recorded.code()).as(recorded.output()).isZero();
        assertThat(recorded.output()).contains("1 scenarios, ", "0 not recorded");
        assertThat(filesThatNameTheHolder(folder.resolve("recording"))).isEmpty();
        desk.close();
        assertThat(desk.replay(cac.registration(), "--pseudonyms"))
                .as(desk.printed())
                .isZero();
        assertThat(desk.printed()).contains("1 passed, 0 failed");
        desk.cac("compare", cac.report().toString(), desk.path("replayed"), "--out", desk.path("compared"));
        assertThat(desk.printed())
                .contains("1 scenarios compared, 0 not compared")
                .doesNotContainPattern("(?m)^(page|http|tls) ");
    }

    private Ended auto(String command, String feature, String... more) throws Exception {
        List<String> words = new ArrayList<>(cac.autoWords(command));
        words.addAll(desk.there());
        words.addAll(List.of(more));
        words.add(feature);
        return cac.cac(words.toArray(String[]::new));
    }

    private List<Path> filesThatNameTheHolder(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).toLowerCase(Locale.ROOT);
                if (cac.personalData().stream().anyMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
