package org.cacharness.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cacharness.drivers.chromium.ChromiumPrograms;

/** The same with Playwright: a context for each registration, and the key in a file. */
final class PlaywrightContestant implements Contestant {
    private static final String SCRIPT = "registration.mjs";

    private final Simulation simulation;
    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final Process node;
    private final BufferedWriter jobs;
    private final BufferedReader answers;

    /**
     * Starts it.
     *
     * @param packages a folder in which {@code npm install playwright-core} was run
     */
    PlaywrightContestant(Simulation simulation, Path packages) throws IOException, GeneralSecurityException {
        this.simulation = simulation;
        folder = Files.createTempDirectory("cacharness-bench-");
        Path key = SeleniumContestant.keyFile(simulation, folder.resolve("ada.p12"));
        Path script = folder.resolve(SCRIPT);
        try (InputStream in = getClass().getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(in, SCRIPT), script);
        }
        Files.createSymbolicLink(
                folder.resolve("node_modules"), packages.resolve("node_modules").toAbsolutePath());
        List<String> command = new ArrayList<>(List.of(
                "node",
                script.toString(),
                ChromiumPrograms.onPath().path("chromium"),
                key.toString(),
                SeleniumContestant.transportPassword()));
        command.addAll(SeleniumContestant.ARGUMENTS);
        node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        jobs = node.outputWriter();
        answers = node.inputReader();
    }

    @Override
    public String words() {
        return "Playwright, key in a file";
    }

    @Override
    public Laps register() throws IOException {
        try (RegisteringMember member = new RegisteringMember(simulation)) {
            jobs.write(json.writeValueAsString(Map.of(
                    "address",
                    member.address(),
                    "origins",
                    member.addresses().stream()
                            .map(PlaywrightContestant::origin)
                            .toList(),
                    "username",
                    member.username(),
                    "password",
                    member.password())));
            jobs.newLine();
            jobs.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("Playwright: it ended; it said above why");
            }
            JsonNode laps = json.readTree(answer);
            member.requireRegistered();
            return new Laps(
                    laps.path("open").asDouble(),
                    laps.path("pages").asDouble(),
                    laps.path("close").asDouble());
        }
    }

    private static String origin(URI address) {
        return "https://" + address.getAuthority();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        jobs.close();
        node.waitFor();
        Files.delete(folder.resolve("node_modules"));
        Files.delete(folder.resolve("ada.p12"));
        Files.delete(folder.resolve(SCRIPT));
        Files.delete(folder);
    }
}
