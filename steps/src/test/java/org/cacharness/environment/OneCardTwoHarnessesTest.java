package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes at one card, and processes that are killed in the middle: never more presentations than were allowed, as the card
 * itself counts them. Each process stops at a point that the test names, so that nothing depends on time.
 */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneCardTwoHarnessesTest {
    @TempDir
    Path folder;

    private CardOfAnotherProcess cac;
    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED OneCardTwoHarnessesTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @BeforeEach
    void start() throws Exception {
        cac = new CardOfAnotherProcess(folder);
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        cac.close();
    }

    @Test
    void while_one_presents_the_other_is_refused_and_after_a_refusal_it_is_refused_again() throws Exception {
        Process first = presenting(CardOfAnotherProcess.wrongPin(), "BEFORE_VERIFY");
        awaitStop(first);

        assertThat(ended(presenting(CardOfAnotherProcess.wrongPin(), "NOWHERE")).output())
                .contains("CARD_IN_USE");
        assertThat(cac.ledger().pinPresentations()).isZero();

        assertThat(goOn(first)).contains("Refused[triesLeft=2]");
        assertThat(ended(presenting(CardOfAnotherProcess.wrongPin(), "NOWHERE")).output())
                .contains("BELOW_FLOOR")
                .doesNotContain("Refused[");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.triesLeft()).isEqualTo(2);
    }

    @Test
    void a_whole_run_leaves_a_card_alone_that_another_process_has_taken() throws Exception {
        Process first = presenting(CardOfAnotherProcess.rightPin(), "BEFORE_THE_CARD");
        awaitStop(first);

        Ended run = cac.auto("--name=^Ada's account is closed to her browser once she logs out$");

        assertThat(run.output()).contains("simulated, because", "expected no other run at it");
        assertThat(cac.ledger().pinQueries()).isZero();
        assertThat(goOn(first)).contains("Accepted");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
    }

    @Test
    void killed_between_the_tries_and_the_pin_it_leaves_neither_lock_nor_suspicion() throws Exception {
        Process first = presenting(CardOfAnotherProcess.wrongPin(), "AFTER_READING_TRIES");
        awaitStop(first);

        first.destroyForcibly().waitFor();

        assertThat(ended(presenting(CardOfAnotherProcess.rightPin(), "NOWHERE")).output())
                .contains("Accepted");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
        assertThat(cac.ledger().pinRefusals()).isZero();
    }

    @Test
    void killed_when_the_pin_was_on_its_way_it_leaves_a_card_that_a_person_has_to_look_at() throws Exception {
        Process first = presenting(CardOfAnotherProcess.wrongPin(), "BEFORE_VERIFY");
        awaitStop(first);

        first.destroyForcibly().waitFor();

        assertThat(ended(presenting(CardOfAnotherProcess.rightPin(), "NOWHERE")).output())
                .contains("REFUSED_BEFORE");
        assertThat(cac.ledger().pinPresentations()).isZero();
        assertThat(forgive()).contains("Forgiven");
        assertThat(ended(presenting(CardOfAnotherProcess.rightPin(), "NOWHERE")).output())
                .contains("Accepted");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
    }

    @Test
    void killed_right_after_a_refusal_that_nobody_wrote_down_the_next_sends_nothing() throws Exception {
        Process first = presenting(CardOfAnotherProcess.wrongPin(), "AFTER_VERIFY");
        awaitStop(first);

        first.destroyForcibly().waitFor();

        cac.enterRightPinElsewhere();
        int before = cac.ledger().pinPresentations();
        assertThat(cac.triesLeft())
                .as("full again, so that the floor does not help")
                .isEqualTo(3);
        assertThat(ended(presenting(CardOfAnotherProcess.wrongPin(), "NOWHERE")).output())
                .contains("REFUSED_BEFORE");
        assertThat(cac.auto("--name=^Ada's CAC accepts her PIN$").output()).contains("simulated, because", "begun");
        assertThat(cac.ledger().pinPresentations()).isEqualTo(before);
    }

    private Process presenting(String pin, String stop) throws Exception {
        Process process = cac.start(
                "org.cacharness.edge.PresentingProcess",
                cac.state().toString(),
                CardOfAnotherProcess.SERIAL,
                pin,
                stop);
        processes.add(process);
        return process;
    }

    /** Unbuffered: what comes later is for whoever reads next. */
    private static void awaitStop(Process process) throws Exception {
        StringBuilder line = new StringBuilder();
        for (int next = process.getInputStream().read();
                next >= 0 && next != '\n';
                next = process.getInputStream().read()) {
            line.append((char) next);
        }
        assertThat(line.toString()).isEqualTo("stopped");
    }

    private static String goOn(Process process) throws Exception {
        return ended(process).output();
    }

    private static Ended ended(Process process) throws Exception {
        return Ended.of(process);
    }

    private String forgive() throws Exception {
        return cac.cac("card", "forgive", CardOfAnotherProcess.SERIAL, "--state=" + cac.state())
                .output();
    }
}
