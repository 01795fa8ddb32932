package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.cli.Main;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cac evidence --sign-with own-card} at a card that counts what it is sent, in a virtual reader. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealCardSignatureTest {
    @TempDir
    Path folder;

    private CardOfAnotherProcess cac;

    @BeforeEach
    void start() throws Exception {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED RealCardSignatureTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        cac = new CardOfAnotherProcess(folder);
        assertThat(here("run", "--name", "^Ada's CAC accepts her PIN$", "--report", path("run")))
                .contains("1 passed");
    }

    @AfterEach
    void end() {
        if (cac != null) {
            cac.close();
        }
    }

    @Test
    void the_certifiers_own_card_signs_with_one_presentation() throws Exception {
        Ended signed = sign();

        assertThat(signed.code()).as(signed.output()).isZero();
        assertThat(signed.output()).contains("Signed by CN=" + cac.holder().get(0));
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.ledger().signatures()).isEqualTo(1);
        assertThat(here("evidence", "verify", path("pack.zip"), "--trust", path("issuers.pem")))
                .contains("CN=" + cac.holder().get(0))
                .doesNotContain("expected");
    }

    @Test
    void a_wrong_pin_is_sent_once_and_no_other_until_a_person_says_so() throws Exception {
        cac.givePin(CardOfAnotherProcess.wrongPin());

        Ended refused = sign();
        cac.givePin(CardOfAnotherProcess.rightPin());
        Ended next = sign();

        assertThat(refused.code()).as(refused.output()).isNotZero();
        assertThat(next.code()).as(next.output()).isEqualTo(2);
        assertThat(next.output())
                .contains("--sign-with own-card: expected a card that may be used, got none", "card forgive");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(folder.resolve("pack.zip")).doesNotExist();
    }

    @Test
    void a_certification_with_a_real_card_is_signed_by_it_once_as_the_plan_says() throws Exception {
        Matcher plan = Pattern.compile("Plan ([0-9a-f]{8})")
                .matcher(certify("--dry-run").output());
        assertThat(plan.find()).isTrue();

        Ended first = certify("--agree=" + plan.group(1));
        Ended again = certify("--agree=" + plan.group(1));

        assertThat(first.code()).as(first.output()).isZero();
        assertThat(first.output())
                .contains("1 scenario, 1 PIN presentation to the card in the reader", "PIN      presented 2 times")
                .contains("signed with own-card, 1 PIN presentation to the card in the reader")
                .doesNotContain("to the simulated card")
                .contains("Signed by CN=" + cac.holder().get(0));
        assertThat(again.code()).as(again.output()).isZero();
        assertThat(again.output()).contains("signed already");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(2);
    }

    private Ended certify(String more) throws Exception {
        List<String> words = new ArrayList<>(List.of("certify", path("certification"), more, "--sign-with=own-card"));
        words.addAll(List.of("--tags=@hardware-safe and @step-1", "--"));
        words.addAll(cac.autoWords("").subList(1, cac.autoWords("").size()));
        words.add("--state=" + cac.state());
        return cac.cac(words.toArray(String[]::new));
    }

    private Ended sign() throws Exception {
        return cac.cac(
                "evidence",
                "--report=" + path("run"),
                "--out=" + path("pack.zip"),
                "--sign-with=own-card",
                "--allowed-cards=" + path("allowed.txt"),
                "--pin-file=" + path("pin"),
                "--trust=" + path("issuers.pem"),
                "--state=" + cac.state());
    }

    private static String here(String... words) {
        StringWriter printed = new StringWriter();
        Path home = Path.of("..").toAbsolutePath().normalize();
        Main.execute(new SimulatedHarness(), home, new PrintWriter(printed), new PrintWriter(printed), words);
        return printed.toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
