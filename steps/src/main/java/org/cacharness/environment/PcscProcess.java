package org.cacharness.environment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cacharness.cli.Main;
import org.cacharness.edge.ModuleSlots;
import org.cacharness.simulator.reader.PrivatePcscd;

/**
 * The process in which scenarios meet a private pcscd: the same command again, with the environment by which the PC/SC library
 * finds it. The process that starts it owns pcscd, and ends with it.
 */
final class PcscProcess {
    private static final String FOLDER = "cac.reader";

    private PcscProcess() {}

    /** Whether this process is one already. */
    static boolean isThis() {
        return System.getProperty(FOLDER) != null;
    }

    /** The folder of the private pcscd. */
    static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty(FOLDER), FOLDER));
    }

    /** Runs the command there to its end. */
    static int run(Path home, List<String> words) {
        try (PrivatePcscd pcscd = PrivatePcscd.start()) {
            ProcessBuilder builder = new ProcessBuilder(command(pcscd.folder(), home, words)).inheritIO();
            builder.environment().putAll(pcscd.clientEnvironment());
            builder.environment()
                    .put("OPENSC_CONF", OpenSc.configure(pcscd.folder()).toString());
            return await(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Virtual reader: the JVM that uses it could not be started: " + e.getMessage(), e);
        }
    }

    private static int await(Process process) {
        Thread hook = new Thread(process::destroy, "pcsc-process-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
            return code;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Virtual reader: interrupted", e);
        }
    }

    private static List<String> command(Path folder, Path home, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(PcscProcess::isWanted)
                .forEach(command::add);
        command.addAll(ModuleSlots.JVM_OPTIONS);
        command.add("-D" + FOLDER + "=" + folder);
        command.add("-Dcac.home=" + home);
        command.add("-Dsun.security.smartcardio.library=" + OpenSc.pcscLibrary());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(words);
        return command;
    }

    /** An agent watches one process, and an archive of classes is written by one. */
    private static boolean isWanted(String argument) {
        boolean memory = argument.startsWith("-X") && !argument.contains("Archive");
        return memory || argument.startsWith("-Dcac.") || argument.startsWith("-Djava.io.tmpdir");
    }
}
