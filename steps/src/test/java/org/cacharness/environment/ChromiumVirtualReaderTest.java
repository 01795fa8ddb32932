package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.edge.ModuleSlots;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Chromium with NSS, OpenSC and the virtual reader, on this machine; skipped where some of it is missing.
 *
 * <p>Which pcscd a process talks to is decided by its environment, so each check is a process of its own; see
 * {@link ChromiumChecks}.
 */
@Tag("chromium")
class ChromiumVirtualReaderTest {
    private static PrivatePcscd pcscd;

    @BeforeAll
    static void start() {
        Optional<String> obstacle =
                PrivatePcscd.obstacle().or(OpenSc::obstacle).or(ChromiumPrograms.onPath()::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED ChromiumVirtualReaderTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        pcscd = PrivatePcscd.start();
    }

    @AfterAll
    static void end() {
        if (pcscd != null) {
            pcscd.close();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ChromiumChecks.Check.class, mode = EnumSource.Mode.EXCLUDE, names = "HANGS_WITH_A_BROWSER_OPEN")
    void chromium(ChromiumChecks.Check check) throws Exception {
        assertThat(run(check))
                .as("exit code of the check %s; it says above why", check)
                .isZero();
    }

    @Test
    void nothing_is_left_of_a_browser_and_its_screen() throws Exception {
        Set<String> before = traces();

        assertThat(run(ChromiumChecks.Check.BEFORE_THE_CONSOLE_NO_CERTIFICATE_IS_PRESENTED))
                .isZero();

        assertThat(traces()).isEqualTo(before);
    }

    /** Only what this test's own children make: other people may use the machine. */
    @Test
    void nothing_is_left_where_the_harness_is_killed(@TempDir Path temporary) throws Exception {
        Process child = start(ChromiumChecks.Check.HANGS_WITH_A_BROWSER_OPEN, temporary);
        child.getInputStream().read();
        List<ProcessHandle> all = child.descendants().toList();
        Path profile = profileOf(all);
        assertThat(Files.readSymbolicLink(profile.resolve("SingletonSocket"))).startsWith(profile.getParent());

        child.destroyForcibly().waitFor();

        assertThat(all).as("processes of the harness").hasSizeGreaterThan(3);
        for (ProcessHandle process : all) {
            process.onExit().get();
        }
        assertThat(profile.getParent()).as("home of the browser").doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    /** Of the browser that the harness has started. */
    private static Path profileOf(List<ProcessHandle> processes) {
        String folder = "--user-data-dir=";
        return processes.stream()
                .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
                .filter(argument -> argument.startsWith(folder))
                .map(argument -> Path.of(argument.substring(folder.length())))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> traces() throws IOException {
        Set<String> traces = new TreeSet<>();
        for (Path folder : List.of(BrowserEnvironment.folderOfHomes(), Path.of("/tmp/.X11-unix"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(Path::toString)
                            .filter(name -> name.contains("cacharness-browser")
                                    || name.contains("org.chromium.")
                                    || name.contains("X11-unix/X"))
                            .forEach(traces::add);
                }
            }
        }
        return traces;
    }

    private static int run(ChromiumChecks.Check check) throws Exception {
        Process child = start(check, Path.of(System.getProperty("java.io.tmpdir")));
        try (var output = child.inputReader()) {
            output.lines().forEach(System.out::println);
        }
        return child.waitFor();
    }

    private static Process start(ChromiumChecks.Check check, Path temporary) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        command.addAll(ModuleSlots.JVM_OPTIONS);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                // As ./cac does it
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000",
                "-Dcac.reader=" + pcscd.folder(),
                "-Djava.io.tmpdir=" + temporary,
                "-Dsun.security.smartcardio.library=" + OpenSc.pcscLibrary(),
                "-cp",
                System.getProperty("java.class.path"),
                ChromiumChecks.class.getName(),
                check.name()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(pcscd.clientEnvironment());
        builder.environment()
                .put("OPENSC_CONF", OpenSc.configure(pcscd.folder()).toString());
        return builder.start();
    }
}
