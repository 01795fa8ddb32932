package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cac run --card auto} at a card that counts what it is sent, in a virtual reader; skipped where components are missing. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealCardRunTest {
    private static final String PIN_ALONE = "--name=^Ada's CAC accepts her PIN$";

    @TempDir
    Path folder;

    private CardOfAnotherProcess cac;

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED RealCardRunTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @BeforeEach
    void start() throws Exception {
        cac = new CardOfAnotherProcess(folder);
    }

    @AfterEach
    void end() {
        cac.close();
    }

    @Test
    void over_a_whole_run_the_card_is_sent_one_pin_as_the_plan_said_and_the_next_scenario_with_one_is_not_begun()
            throws Exception {
        Ended run = cac.auto();

        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.ledger().pinRefusals()).isZero();
        assertThat(cac.ledger().pinChanges()).isZero();
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("not run    1 more that present a PIN", "Ada's CAC accepts her PIN")
                .contains("sent at most once, for \"The CAC Login button turns Ada away")
                .contains("Card: " + CardOfAnotherProcess.SERIAL)
                .contains("revocation of its certificates is not checked")
                .contains("25 passed, 0 failed")
                .doesNotContain("1 refused");
        assertThat(Files.readString(cac.report().resolve("run.json")))
                .contains("a run with a real card sends its PIN at most once")
                .containsPattern("run this one alone, by \\S*features/before-you-start.feature:\\d+")
                .contains("card in a PC/SC reader · APDU · HtmlUnit · revocation not checked");
    }

    /** The plan is of one round; what all rounds send together, the guard counts. */
    @Test
    void a_second_round_of_the_same_scenario_is_refused_before_a_pin_is_sent() throws Exception {
        Ended run = cac.auto(PIN_ALONE, "--repeat=2");

        assertThat(run.code()).as(run.output()).isEqualTo(4);
        assertThat(run.output()).contains("1 refused");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
    }

    @Test
    void what_is_no_pin_is_refused_before_anything_touches_the_card() throws Exception {
        cac.givePin("7391468x");

        Ended run = cac.auto(PIN_ALONE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("expected six to eight digits").doesNotContain("7391468x");
        assertThat(cac.ledger().commands()).isZero();
    }

    @Test
    void the_plan_is_printed_before_the_card_is_named() throws Exception {
        Ended run = cac.auto(PIN_ALONE);

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output().indexOf("Plan for a card in a real reader"))
                .isNotNegative()
                .isLessThan(run.output().indexOf("Card: "));
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
    }

    @Test
    void whose_card_it_is_stands_nowhere_in_what_the_run_writes() throws Exception {
        Ended run = cac.auto(cac.registration());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Personal data: pseudonyms");
        for (String part : cac.personalData()) {
            assertThat(holding(part)).as("files with \"" + part + "\"").isEmpty();
        }
        assertThat(holding("name-"))
                .as("files that name the holder by a pseudonym")
                .isNotEmpty();
    }

    @Test
    void the_operators_reason_reveals_the_holder_and_stands_in_the_report() throws Exception {
        Ended run = cac.auto(cac.registration(), "--reveal=the assessor checks the name on the card");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Personal data: revealed by the operator: the assessor checks the name");
        assertThat(Files.readString(cac.report().resolve("run.json")))
                .contains("revealed by the operator: the assessor checks the name on the card");
        for (String part : cac.holder()) {
            assertThat(holding(part)).as("files with \"" + part + "\"").isNotEmpty();
        }
    }

    /** Files that hold a text, as it is or in the base64 of Cucumber's messages, upper or lower case. */
    private List<Path> holding(String part) throws IOException {
        String small = part.toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.walk(cac.report())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> decoded(file).toLowerCase(Locale.ROOT).contains(small))
                    .toList();
        }
    }

    private static String decoded(Path file) {
        try {
            String text = Files.readString(file);
            StringBuilder all = new StringBuilder(text);
            Matcher bodies =
                    Pattern.compile("\"body\":\"([A-Za-z0-9+/=]{8,})\"").matcher(text);
            while (bodies.find()) {
                try {
                    all.append(new String(Base64.getDecoder().decode(bodies.group(1)), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException noBase64) {
                    all.append(bodies.group(1));
                }
            }
            return all.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void after_a_refusal_no_pin_is_sent_until_a_person_says_so() throws Exception {
        cac.givePin(CardOfAnotherProcess.wrongPin());

        Ended refused = cac.auto(PIN_ALONE);
        Ended next = cac.auto(PIN_ALONE);

        assertThat(refused.code()).as(refused.output()).isEqualTo(1);
        assertThat(next.output()).contains("simulated, because", "refused, tries left: 2", "card forgive");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.triesLeft()).isEqualTo(2);
    }

    /** Left to itself, the JDK would send the PIN again with a digit changed, until the card is blocked. */
    @Test
    void a_pin_that_is_answered_with_wrong_length_is_not_sent_again() throws Exception {
        cac.insertAnsweringWrongLengthToPins();

        Ended run = cac.auto(PIN_ALONE);
        Ended next = cac.auto(PIN_ALONE);

        assertThat(run.output()).contains("0 passed, 1 failed", "6C08");
        assertThat(next.output()).contains("simulated, because", "begun");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.triesLeft()).isEqualTo(3);
    }

    @Test
    void below_the_floor_no_pin_is_sent() throws Exception {
        cac.loseTry();
        int before = cac.ledger().pinPresentations();

        Ended run = cac.auto(PIN_ALONE);

        assertThat(run.output()).contains("simulated, because of the PIN's tries 2 are left, expected 3");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(before);
    }

    @Test
    void a_pin_file_that_others_may_read_is_refused_before_anything_touches_the_card() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("pin"), PosixFilePermissions.fromString("rw-r-----"));

        Ended run = cac.auto(PIN_ALONE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("only its owner may read", "chmod 600");
        assertThat(cac.ledger().commands()).isZero();
    }

    @Test
    void a_whole_registration_runs_with_a_card_of_issuers_that_only_the_user_vouches_for() throws Exception {
        Ended run = cac.auto(cac.registration());

        assertThat(run.output()).contains("1 passed, 0 failed");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.ledger().signatures()).isPositive();
    }
}
