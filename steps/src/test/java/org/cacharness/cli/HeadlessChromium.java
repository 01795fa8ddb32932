package org.cacharness.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A Chromium without a screen, for pages that are files. */
final class HeadlessChromium implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> PROGRAMS = List.of("chromium", "chromedriver");

    private final Process process;
    private final RemoteWebDriver driver;

    private HeadlessChromium(Process process, RemoteWebDriver driver) {
        this.process = process;
        this.driver = driver;
    }

    /** What is missing on this machine; empty if nothing is. */
    static Optional<String> obstacle() {
        List<String> missing = PROGRAMS.stream()
                .filter(program -> !Files.isExecutable(program(program)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("not installed: " + String.join(", ", missing) + ": run scripts/install-virtual-reader");
    }

    private static Path program(String name) {
        return Path.of("/usr/bin", name);
    }

    /** Starts one whose user prefers a scheme. */
    static HeadlessChromium start(Path profile, boolean dark) throws IOException {
        Process process = new ProcessBuilder(program("chromedriver").toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            URI address = URI.create("http://127.0.0.1:" + port(process.inputReader(StandardCharsets.UTF_8)));
            MutableCapabilities wanted = new MutableCapabilities();
            wanted.setCapability("browserName", "chrome");
            wanted.setCapability(
                    "goog:chromeOptions",
                    Map.of(
                            "binary",
                            program("chromium").toString(),
                            "args",
                            List.of(
                                    "--headless=new",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--force-prefers-reduced-motion",
                                    "--user-data-dir=" + profile,
                                    "--window-size=1280,900",
                                    "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1))));
            RemoteWebDriver driver = new RemoteWebDriver(address.toURL(), wanted, false);
            driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            return new HeadlessChromium(process, driver);
        } catch (IOException | RuntimeException failed) {
            process.destroy();
            throw failed;
        }
    }

    private static String port(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("chromedriver: expected the port that it listens on, it ended");
    }

    RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            try (Stream<ProcessHandle> children = process.descendants()) {
                children.forEach(ProcessHandle::destroy);
            }
            process.destroy();
        }
    }
}
