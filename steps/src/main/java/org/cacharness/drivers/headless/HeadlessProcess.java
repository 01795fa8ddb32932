package org.cacharness.drivers.headless;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.Chromedriver;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.chromium.CommonSettings;
import org.cacharness.drivers.chromium.DevToolsConnection;
import org.cacharness.drivers.chromium.DevToolsWindow;
import org.cacharness.drivers.chromium.Waiting;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** One Chromium with its driver; what runs in it is a window of its own, or of one of its contexts. */
final class HeadlessProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private final WebDriver driver;
    private final DevToolsConnection browser;
    private final Runnable end;
    private @Nullable DevToolsWindow chooser;

    /**
     * Takes a browser that was started.
     *
     * @param browser its DevTools
     * @param end what ends it where the driver does not
     */
    HeadlessProcess(WebDriver driver, DevToolsConnection browser, Runnable end) {
        this.driver = driver;
        this.browser = browser;
        this.end = end;
    }

    /**
     * Starts a Chromium.
     *
     * @param home its home folder, with the authorities that it trusts
     * @param arguments of the browser
     */
    static HeadlessProcess start(ChromiumPrograms programs, Path home, List<String> arguments) {
        Chromedriver process = Chromedriver.start(programs, home, BrowserEnvironment.at(home));
        try {
            RemoteWebDriver driver =
                    new RemoteWebDriver(executor(process.address()), capabilities(options(programs, arguments)));
            return new HeadlessProcess(
                    driver, DevToolsConnection.to(driver.getCapabilities(), process::lastWords), process::close);
        } catch (MalformedURLException | RuntimeException failed) {
            String lastWords = process.lastWords();
            process.close();
            throw new IllegalStateException(
                    "Chromium: expected it to start, got " + failed.getMessage() + "; its driver said: " + lastWords,
                    failed);
        }
    }

    /** What sends commands to a driver, or to a Grid that passes them on. */
    static CommandExecutor executor(URI address) throws MalformedURLException {
        return new HttpCommandExecutor(
                Map.of(),
                address.toURL(),
                ClientConfig.defaultConfig()
                        .baseUri(address)
                        .connectionTimeout(START)
                        .readTimeout(START));
    }

    static Capabilities capabilities(Map<String, ?> options) {
        MutableCapabilities wanted = new MutableCapabilities();
        wanted.setCapability("browserName", "chrome");
        wanted.setCapability("goog:chromeOptions", options);
        return wanted;
    }

    private static Map<String, ?> options(ChromiumPrograms programs, List<String> arguments) {
        Map<String, Object> options = new HashMap<>(options(arguments));
        options.put("binary", programs.path("chromium"));
        return options;
    }

    /** How Chromium is started, wherever it is. */
    static Map<String, ?> options(List<String> arguments) {
        return Map.of("args", arguments, "prefs", CommonSettings.PREFERENCES);
    }

    /** The driver, with this window in front. */
    WebDriver driver(String window) {
        return driver.switchTo().window(window);
    }

    /** The window that the browser came with, which no one else uses: where the chooser is shown. */
    DevToolsWindow chooser() {
        DevToolsWindow window = chooser;
        if (window == null) {
            window = DevToolsWindow.attached(browser, driver.getWindowHandle(), Waiting.PLAIN);
            chooser = window;
        }
        return window;
    }

    /**
     * Makes a context: as isolated as a browser of its own, in this process.
     *
     * @param proxy as Chromium writes it, for example {@code https=127.0.0.1:8080}
     */
    String newContext(String proxy) {
        return browser.ask(
                        "Target.createBrowserContext", Map.of("proxyServer", proxy, "proxyBypassList", "<-loopback>"))
                .path("browserContextId")
                .asText();
    }

    /** Ends a context with its windows, cookies and connections. */
    void endContext(String context) {
        browser.ask("Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    /** Opens an empty window, in a context if it is said which; this person waits for its answers. */
    DevToolsWindow newWindow(Optional<String> context, Waiting person) {
        Map<String, Object> wanted = new HashMap<>(Map.of("url", "about:blank"));
        context.ifPresent(id -> wanted.put("browserContextId", id));
        String window =
                browser.ask("Target.createTarget", wanted).path("targetId").asText();
        return DevToolsWindow.attached(browser, window, person);
    }

    /** Closes a window. */
    void closeWindow(DevToolsWindow closing) {
        browser.ask("Target.closeTarget", Map.of("targetId", closing.id()));
    }

    /** The values of all cookies, of a context if it is said which. It is not waited for: the answer is wanted later. */
    CompletableFuture<Set<String>> cookies(Optional<String> context) {
        Map<String, Object> wanted = new HashMap<>();
        context.ifPresent(id -> wanted.put("browserContextId", id));
        return browser.send(null, "Storage.getCookies", wanted).thenApply(answer -> {
            Set<String> values = new HashSet<>();
            answer.path("cookies")
                    .forEach(cookie -> values.add(cookie.path("value").asText()));
            return values;
        });
    }

    /** Ends the browser in order, so that it writes its cache to disk; and by force where it does not end. */
    @Override
    public void close() {
        try {
            browser.close();
            driver.quit();
        } catch (WebDriverException | IllegalStateException gone) {
            // It is ended below in any case, or by the Grid
        } finally {
            end.run();
        }
    }
}
