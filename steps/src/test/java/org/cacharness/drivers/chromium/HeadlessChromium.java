package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A Chromium without a screen, for pages that are files. */
public final class HeadlessChromium implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("chromium", "chromedriver");

    private final Chromedriver chromedriver;
    private final RemoteWebDriver driver;

    private HeadlessChromium(Chromedriver chromedriver, RemoteWebDriver driver) {
        this.chromedriver = chromedriver;
        this.driver = driver;
    }

    /** What is missing on this machine; empty if nothing is. */
    public static Optional<String> obstacle() {
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
    public static HeadlessChromium start(Path profile, boolean dark) throws IOException {
        Files.createDirectories(profile);
        Chromedriver chromedriver =
                Chromedriver.start(ChromiumPrograms.onPath(), profile, BrowserEnvironment.at(profile));
        try {
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
            RemoteWebDriver driver = new RemoteWebDriver(chromedriver.address().toURL(), wanted, false);
            driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            return new HeadlessChromium(chromedriver, driver);
        } catch (IOException | RuntimeException failed) {
            chromedriver.close();
            throw failed;
        }
    }

    /** Its window. */
    public RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            chromedriver.close();
        }
    }
}
