package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.cacharness.cli.example.ExampleHarness;
import org.cacharness.report.Terminal;

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
        Workplace workplace = new Workplace(
                folder, folder, "./cac", "1.2.3", Terminal.log(new PrintWriter(out, true)), new PrintWriter(err, true));
        return CacCommand.commandLine(new ExampleHarness(), workplace, InstantSource.system(), List.of(words))
                .execute(words);
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
