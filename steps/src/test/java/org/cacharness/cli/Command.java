package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.cli.example.ExampleHarness;

/** The command line at a folder of its own, with what it printed. */
final class Command {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Command(Path folder) {
        this.folder = folder;
    }

    Command feature(String name, String... lines) throws IOException {
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.write(features.resolve(name), List.of(lines));
        return this;
    }

    int execute(String... words) {
        return execute(new ExampleHarness(), words);
    }

    /** The same where scenarios run in an environment that is called so. */
    int executeIn(String environment, String... words) {
        return execute(new ExampleHarness(environment), words);
    }

    private int execute(Harness harness, String... words) {
        return Main.execute(harness, folder, new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    /** The same in a process of its own; what it prints, also as errors, is its output. */
    Process start(String... words) throws IOException {
        return starting(words).start();
    }

    /** A process of its own that is not started yet. */
    ProcessBuilder starting(String... words) throws IOException {
        Path services = Files.createDirectories(
                folder.resolve("classes").resolve("META-INF").resolve("services"));
        Files.writeString(services.resolve(Harness.class.getName()), ExampleHarness.class.getName());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dcac.home=" + folder,
                "-Dcac.terminal=false",
                "-cp",
                folder.resolve("classes") + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    Path report() {
        return folder.resolve("target").resolve("cac-report");
    }

    String report(String file) throws IOException {
        return Files.readString(report().resolve(file));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
