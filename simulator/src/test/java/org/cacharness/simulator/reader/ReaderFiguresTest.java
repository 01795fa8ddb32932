package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.cacharness.simulator.reader.Tool.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the way through bridge, vpcd and pcscd costs. The figures are printed and are no test: they depend on the machine. The one
 * thing that is wanted of them is that no command waits for the 40 ms of a delayed acknowledgement (Linux, TCP_DELACK_MIN), which
 * is what the way costs where the bridge's socket is set up wrongly, and a thousand times what it costs otherwise.
 */
@ReaderOnThisMachine
class ReaderFiguresTest {
    private static final double DELAYED_ACKNOWLEDGEMENT_MS = 40;
    private static final AdasCard ADA = new AdasCard();

    @TempDir
    Path folder;

    private PrivatePcscd pcscd;
    private Tool tool;

    @BeforeEach
    void start() {
        pcscd = PrivatePcscd.start();
        tool = new Tool(folder, pcscd.clientEnvironment(), AdasCard.PIN);
    }

    @AfterEach
    void end() {
        pcscd.close();
    }

    private void insert(AtrProfile atr) {
        pcscd.readers().get(0).insert(ContactCard.of(ADA.make(CardProfile.T0_PLAIN), atr));
    }

    @Test
    void a_card_is_ready_soon_after_it_is_put_in() {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            insert(AtrProfile.GEMALTO);
            millis.add((System.nanoTime() - begun) / 1e6);
            pcscd.readers().get(0).pull();
        }

        median("insert to ready, ms", millis);
        assertThat(pcscd.readers().get(0).hasCard()).isFalse();
    }

    /** pcscd still gives and takes power for a card that is gone, when the next one comes. */
    @Test
    void a_card_is_ready_soon_after_another_was_used() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            insert(AtrProfile.GEMALTO);
            millis.add((System.nanoTime() - begun) / 1e6);
            assertThat(tool.run("opensc-tool", "-n").exit()).isZero();
            pcscd.readers().get(0).pull();
        }

        median("insert to ready, the card before was used, ms", millis);
    }

    @Test
    void a_command_takes_a_fraction_of_a_millisecond() throws Exception {
        insert(AtrProfile.GEMALTO);

        assertThat(figure("APDU, median, ms", "apdu")).isLessThan(DELAYED_ACKNOWLEDGEMENT_MS);
    }

    @Test
    void hundreds_of_signatures_a_second_go_through_sun_pkcs11() throws Exception {
        for (AtrProfile atr : List.of(AtrProfile.GEMALTO, AtrProfile.SYNTHETIC_T1)) {
            insert(atr);
            double perSecond = figure(
                    "RSA-2048 signatures/s, SunPKCS11, " + atr,
                    Tool.library("opensc-pkcs11.so").toString());
            pcscd.readers().get(0).pull();

            assertThat(perSecond).isGreaterThan(1000 / DELAYED_ACKNOWLEDGEMENT_MS);
        }
    }

    @Test
    void pkcs11_tool_lists_the_token_at_once() throws Exception {
        insert(AtrProfile.GEMALTO);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Run run = tool.run(
                    "pkcs11-tool", "--module", Tool.library("opensc-pkcs11.so").toString(), "-L");
            assertThat(run.exit()).isZero();
            millis.add(run.took().toNanos() / 1e6);
        }

        median("pkcs11-tool -L, ms", millis);
    }

    private double figure(String what, String argument) throws Exception {
        Run run = tool.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ClientProcess.class.getName(),
                argument);
        assertThat(run.exit()).as(run.output()).isZero();
        return told(what, Double.parseDouble(run.output().strip()));
    }

    private static double median(String what, List<Double> values) {
        Collections.sort(values);
        return told(what, values.get(values.size() / 2));
    }

    private static double told(String what, double value) {
        System.out.printf(Locale.ROOT, "FIGURE %s: %.3f%n", what, value);
        return value;
    }
}
