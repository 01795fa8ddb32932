package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.reader.Tool.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ReaderOnThisMachine
class PrivatePcscdTest {
    private static final AdasCard ADA = new AdasCard();

    @TempDir
    Path folder;

    private PrivatePcscd pcscd;
    private VirtualReader first;
    private VirtualReader second;
    private Tool tool;

    @BeforeEach
    void start() {
        pcscd = PrivatePcscd.start();
        first = pcscd.readers().get(0);
        second = pcscd.readers().get(1);
        tool = new Tool(folder, pcscd.clientEnvironment(), AdasCard.PIN);
    }

    @AfterEach
    void end() {
        pcscd.close();
    }

    private static ContactCard card(long serial) {
        return ContactCard.of(ADA.make(CardProfile.T0_PLAIN, serial), AtrProfile.GEMALTO);
    }

    private String tokens() throws Exception {
        return tool.run(
                        "pkcs11-tool",
                        "--module",
                        Tool.library("opensc-pkcs11.so").toString(),
                        "-L")
                .output();
    }

    @Test
    void two_cards_are_in_two_readers_at_once() throws Exception {
        first.insert(card(0xAAAA));
        second.insert(card(0xBBBB));

        assertThat(tokens()).contains("000000000000aaaa", "000000000000bbbb");
    }

    @Test
    void two_daemons_do_not_see_each_others_cards() throws Exception {
        try (PrivatePcscd other = PrivatePcscd.start()) {
            other.readers().get(0).insert(card(0xBBBB));
            first.insert(card(0xAAAA));

            assertThat(tokens()).contains("000000000000aaaa").doesNotContain("000000000000bbbb");
        }
    }

    @Test
    void a_pulled_card_is_gone_and_comes_back() throws Exception {
        ContactCard card = card(0xAAAA);
        first.insert(card);
        first.pull();
        assertThat(first.hasCard()).isFalse();

        first.insert(card);

        assertThat(tokens()).contains("000000000000aaaa");
    }

    @Test
    void a_reader_holds_one_card() {
        first.insert(card(0xAAAA));

        assertThatThrownBy(() -> first.insert(card(0xBBBB)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pull its card first");
    }

    @Test
    void wrong_pins_are_counted_by_the_card_and_the_token_says_so() throws Exception {
        SimulatedCac cac = ADA.make(CardProfile.T0_PLAIN);
        first.insert(ContactCard.of(cac, AtrProfile.GEMALTO));

        assertThat(presentWrongPin().output()).contains("CKR_PIN_INCORRECT");
        assertThat(cac.triesLeft()).isEqualTo(2);
        presentWrongPin();
        assertThat(tokens()).contains("final user PIN try");
        presentWrongPin();

        assertThat(tokens()).contains("user PIN locked");
        assertThat(cac.triesLeft()).isZero();
    }

    private Run presentWrongPin() throws Exception {
        return tool.run(
                Map.of(Tool.PIN_VARIABLE, "00000000"),
                "pkcs11-tool",
                "--module",
                Tool.library("opensc-pkcs11.so").toString(),
                "--login",
                "--list-objects",
                "--pin",
                "env:" + Tool.PIN_VARIABLE);
    }

    @Test
    void a_slow_card_is_accepted_all_the_same() throws Exception {
        first.insert(card(0xAAAA));
        first.condition().slow(Duration.ofMillis(5));

        assertThat(tokens()).contains("000000000000aaaa");
    }

    @Test
    void the_real_readers_of_the_machine_stay_out_of_sight_and_the_folder_is_its_owners() throws Exception {
        String readers = tool.run("opensc-tool", "-l").output();

        assertThat(readers.lines().filter(line -> line.matches("\\d+ .*")))
                .hasSize(2)
                .allMatch(line -> line.contains(WorkFolder.READER_NAME));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pcscd.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void nobody_outside_reaches_the_driver() throws Exception {
        Run listening = tool.run("cat", "/proc/net/tcp");

        assertThat(listening.output()).doesNotContain(":8C7B ");
    }

    @Test
    void after_the_end_nothing_is_left() {
        first.insert(card(0xAAAA));
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        assertThat(children).isNotEmpty();

        pcscd.close();

        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(pcscd.folder()).doesNotExist();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("vpcd-bridge");
    }

    @Test
    void after_a_crash_no_process_is_left_and_the_folder_says_whose_it_was() throws Exception {
        Process harness = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedPcscd.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        harness.getInputStream().read();
        List<ProcessHandle> children = harness.descendants().toList();
        assertThat(children).isNotEmpty();

        harness.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
        try (Stream<Path> left = Files.list(folder)) {
            Path found = left.filter(path -> path.getFileName().toString().startsWith("cacharness-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.resolve("processes")).content().contains("harness " + harness.pid());
        }
    }
}
