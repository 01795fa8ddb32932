package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cacharness.cli.CardLauncher.Request;
import org.cacharness.cli.CardMake;
import org.cacharness.cli.CardMake.Atr;
import org.cacharness.cli.CardMake.Model;
import org.cacharness.edge.ModuleSlots;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.AtrProfile;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards of {@code cac card}, as programs that others wrote see them; skipped where components are missing. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualReaderCardsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED VirtualReaderCardsTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "CAC_ONLY, GEMALTO, Common Access Card (CAC)",
        "DUAL, OBERTHUR, Personal Identity Verification Card",
        "LEGACY_DUAL, GIESECKE_DEVRIENT_SCE7, Personal Identity Verification Card",
        "CAC_V1, SYNTHETIC_T1, Common Access Card (CAC 1)"
    })
    void opensc_tool_names_the_model_that_was_asked_for(Model model, Atr atr, String name) throws Exception {
        try (VirtualReaderCards cards =
                VirtualReaderCards.start(new Request(List.of("Ada"), null, new CardMake(model, atr, false), null))) {
            assertThat(tool(cards, "opensc-tool", "-n").output()).contains(name);
            assertThat(tool(cards, "opensc-tool", "-a").output().strip().replace(":", ""))
                    .endsWithIgnoringCase(HexFormat.of()
                            .formatHex(AtrProfile.valueOf(atr.name()).atr()));
            assertThat(String.join("\n", cards.greeting()).contains("It stands in for a real card"))
                    .as("a card of version 1 has no serial that a list could name")
                    .isEqualTo(model != Model.CAC_V1);
        }
    }

    /** Three PINs: each card its own, and a wrong one for Ada's. */
    @Test
    void of_two_cards_each_is_used_by_its_serial_and_knows_its_own_pin() throws Exception {
        try (VirtualReaderCards cards = started("Ada", "Bob")) {
            Ended ended = Ended.of(twoTokens(cards));

            assertThat(ended.code()).as(ended.output()).isZero();
            assertThat(ended.output())
                    .contains("Bob: signed by the key of CN=", "Ada: signed by the key of CN=")
                    .containsSubsequence(
                            "before: Ada TriesLeft[count=3], Bob TriesLeft[count=3]",
                            "Bob's PIN: Accepted[], Ada TriesLeft[count=3]",
                            "Bob's PIN on Ada's card: Refused[triesLeft=2], Bob Verified[]",
                            "Ada's PIN: Accepted[], Bob Verified[]");
            assertThat(cards.of("Ada").card().ledger().pinPresentations()).isEqualTo(2);
            assertThat(cards.of("Ada").card().ledger().signatures()).isEqualTo(1);
            assertThat(cards.of("Bob").card().ledger().pinPresentations()).isEqualTo(1);
            assertThat(cards.of("Bob").card().ledger().signatures()).isEqualTo(1);
        }
    }

    @Test
    void pkcs11_tool_lists_both_by_their_serials_and_the_one_that_is_left_when_the_other_was_pulled() throws Exception {
        try (VirtualReaderCards cards = started("Ada", "Bob")) {
            assertThat(slots(cards)).contains(shown(cards, "Ada"), shown(cards, "Bob"));

            cards.pull("Ada");

            assertThat(slots(cards)).contains(shown(cards, "Bob")).doesNotContain(shown(cards, "Ada"));
            assertThatThrownBy(() -> cards.pull("Carl"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("expected one of [Ada, Bob], got Carl");
        }
    }

    private static VirtualReaderCards started(String... holders) {
        return VirtualReaderCards.start(
                new Request(List.of(holders), null, new CardMake(Model.CAC_ONLY, Atr.GEMALTO, false), null));
    }

    private String slots(VirtualReaderCards cards) throws Exception {
        Ended ended = tool(cards, "pkcs11-tool", "--module", OpenSc.module().toString(), "-L");
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.output().toLowerCase(Locale.ROOT);
    }

    /** OpenSC shows the serial's end: its sixteen last characters. */
    private static String shown(VirtualReaderCards cards, String holder) {
        String serial = cards.of(holder).serial().toLowerCase(Locale.ROOT);
        return serial.substring(serial.length() - 16);
    }

    /** PINs go through its standard input. */
    private Process twoTokens(VirtualReaderCards cards) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dsun.security.smartcardio.library=" + OpenSc.pcscLibrary()));
        command.addAll(ModuleSlots.JVM_OPTIONS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.cacharness.edge.TwoTokensProcess",
                OpenSc.module().toString(),
                cards.of("Ada").serial(),
                cards.of("Bob").serial()));
        Process process = process(cards, command);
        for (String holder : List.of("Ada", "Bob")) {
            char[] pin = cards.pin(holder);
            process.getOutputStream().write((new String(pin) + "\n").getBytes(StandardCharsets.US_ASCII));
            Arrays.fill(pin, '0');
        }
        return process;
    }

    private Ended tool(VirtualReaderCards cards, String... command) throws Exception {
        return Ended.of(process(cards, List.of(command)));
    }

    private Process process(VirtualReaderCards cards, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(cards.pcscd().clientEnvironment());
        builder.environment().put("OPENSC_CONF", OpenSc.configure(folder).toString());
        return builder.start();
    }
}
