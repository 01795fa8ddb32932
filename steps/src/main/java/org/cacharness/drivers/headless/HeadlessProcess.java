package org.cacharness.drivers.headless;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.Chromedriver;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.chromium.Hands;
import org.cacharness.drivers.chromium.NetworkLog;
import org.cacharness.drivers.chromium.PageScripts;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.CdpEndpointFinder;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.CommandPayload;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;

/** One Chromium with its driver; what runs in it is a window of its own, or of one of its contexts. */
final class HeadlessProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String CDP = "executeCdpCommand";

    private final AttendedCommands commands;
    private final Driver driver;
    private final Connection browser;
    private final Runnable end;
    private final Set<String> watched = new HashSet<>();
    private @Nullable ChooserWindow chooser;
    private @Nullable String window;

    /**
     * Takes a browser that was started.
     *
     * @param commands those of its driver
     * @param browser its DevTools
     * @param end what ends it where the driver does not
     */
    HeadlessProcess(AttendedCommands commands, Driver driver, Connection browser, Runnable end) {
        this.commands = commands;
        this.driver = driver;
        this.browser = browser;
        this.end = end;
        driver.manage().timeouts().pageLoadTimeout(ANSWER).scriptTimeout(ANSWER);
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
            URI address = process.address();
            AttendedCommands commands = new AttendedCommands(executor(address));
            Driver driver = new Driver(commands, capabilities(options(programs, arguments)));
            HeadlessProcess started = new HeadlessProcess(commands, driver, connection(driver), process::close);
            started.chooser = chooser(address, driver);
            return started;
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
                Map.of(CDP, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST)),
                address.toURL(),
                ClientConfig.defaultConfig()
                        .baseUri(address)
                        .connectionTimeout(START)
                        .readTimeout(START));
    }

    static Capabilities capabilities(Map<String, ?> options) {
        MutableCapabilities wanted = new MutableCapabilities();
        Map<String, Object> chrome = new HashMap<>(options);
        NetworkLog.keptBy(wanted, chrome);
        return withOptions(wanted, chrome);
    }

    private static Capabilities withOptions(MutableCapabilities wanted, Map<String, ?> options) {
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
        return Map.of(
                "args",
                arguments,
                "prefs",
                Map.of(
                        "credentials_enable_service", false,
                        "profile.password_manager_enabled", false,
                        "profile.password_manager_leak_detection", false));
    }

    private static Connection connection(Driver driver) {
        URI reported = CdpEndpointFinder.getReportedUri(driver.getCapabilities())
                .orElseThrow(() -> new IllegalStateException("Chromium: expected it to name its DevTools address"));
        HttpClient.Factory clients = HttpClient.Factory.createDefault();
        ClientConfig config = ClientConfig.defaultConfig().baseUri(reported).connectionTimeout(START);
        URI endpoint = CdpEndpointFinder.getCdpEndPoint(CdpEndpointFinder.getHttpClient(clients, reported, config))
                .orElseThrow(() -> new IllegalStateException("Chromium: expected DevTools at " + reported));
        return connection(endpoint);
    }

    /** Connects to a browser's DevTools. */
    static Connection connection(URI endpoint) {
        ClientConfig browser = ClientConfig.defaultConfig().baseUri(endpoint).connectionTimeout(START);
        return new Connection(HttpClient.Factory.createDefault().createClient(browser), endpoint.toString(), browser);
    }

    /** The driver, with this window in front; this person answers what is asked while it is waited for. */
    Driver at(String wanted, Attendant person) {
        commands.attendedBy(person);
        if (!wanted.equals(window)) {
            driver.switchTo().window(wanted);
            window = wanted;
            if (watched.add(wanted)) {
                driver.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", PageScripts.WATCH));
            }
        }
        return driver;
    }

    /** The window that the browser came with, which no one else uses. */
    ChooserWindow chooser() {
        return Objects.requireNonNull(chooser, "a browser of this machine");
    }

    /**
     * Another window for the chooser, of a context if it is said which.
     *
     * @see DevToolsWindow
     */
    DevToolsWindow newChooser(Optional<String> context) {
        return DevToolsWindow.attached(browser, newWindow("about:blank", context));
    }

    /**
     * Another driver of the same browser. It looks at each window when it begins or turns to another, so it does neither while one may
     * keep it waiting.
     */
    private static Driver chooser(URI address, Driver driver) throws MalformedURLException {
        String running = CdpEndpointFinder.getReportedUri(driver.getCapabilities())
                .map(URI::getAuthority)
                .orElseThrow(() -> new IllegalStateException("Chromium: expected it to name its DevTools address"));
        Driver second = new Driver(
                executor(address), withOptions(new MutableCapabilities(), Map.of("debuggerAddress", running)));
        second.manage().timeouts().pageLoadTimeout(ANSWER).scriptTimeout(ANSWER);
        return second;
    }

    /**
     * Makes a context: as isolated as a browser of its own, in this process.
     *
     * @param proxy as Chromium writes it, for example {@code https=127.0.0.1:8080}
     */
    String newContext(String proxy) {
        return text(
                ask("Target.createBrowserContext", Map.of("proxyServer", proxy, "proxyBypassList", "<-loopback>")),
                "browserContextId");
    }

    /** Ends a context with its windows, cookies and connections. */
    void endContext(String context) {
        commands.attendedBy(null);
        window = null;
        ask("Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    /** Opens a window, in a context if it is said which. */
    String newWindow(String address, Optional<String> context) {
        Map<String, Object> wanted = new HashMap<>(Map.of("url", address));
        context.ifPresent(id -> wanted.put("browserContextId", id));
        return text(ask("Target.createTarget", wanted), "targetId");
    }

    /** Closes a window. */
    void closeWindow(String closing) {
        if (closing.equals(window)) {
            window = null;
        }
        ask("Target.closeTarget", Map.of("targetId", closing));
    }

    /** The values of all cookies, of a context if it is said which. It is not waited for: the answer is wanted later. */
    CompletableFuture<Set<String>> cookies(Optional<String> context) {
        Map<String, Object> wanted = new HashMap<>();
        context.ifPresent(id -> wanted.put("browserContextId", id));
        return browser.send(
                        null,
                        new org.openqa.selenium.devtools.Command<Map<String, Object>>(
                                "Storage.getCookies", wanted, Json.MAP_TYPE))
                .orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)
                .thenApply(HeadlessProcess::values);
    }

    private static Set<String> values(Map<String, Object> answer) {
        Set<String> values = new HashSet<>();
        if (answer.get("cookies") instanceof List<?> all) {
            for (Object cookie : all) {
                if (cookie instanceof Map<?, ?> fields) {
                    values.add(String.valueOf(fields.get("value")));
                }
            }
        }
        return values;
    }

    private Map<String, Object> ask(String method, Map<String, Object> parameters) {
        return browser.sendAndWait(
                null, new org.openqa.selenium.devtools.Command<>(method, parameters, Json.MAP_TYPE), ANSWER);
    }

    private static String text(Map<String, Object> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name).toString();
    }

    /** Ends the browser in order, so that it writes its cache to disk; and by force where it does not end. */
    @Override
    public void close() {
        try {
            commands.attendedBy(null);
            browser.close();
            driver.quit();
        } catch (WebDriverException | IllegalStateException gone) {
            // It is ended below in any case, or by the Grid
        } finally {
            commands.close();
            end.run();
        }
    }

    /** A driver that passes commands of the Chrome DevTools protocol on to the page in front. */
    static final class Driver extends RemoteWebDriver implements ChooserWindow {
        Driver(CommandExecutor executor, Capabilities capabilities) {
            super(executor, capabilities);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map<String, Object> ask(String command, Map<String, ?> parameters) {
            Object value = execute(CDP, new HashMap<>(Map.of("cmd", command, "params", parameters)))
                    .getValue();
            return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        }

        /** Selenium takes every failure that is not its own for a browser that died, and hides what was said of it. */
        @Override
        protected @Nullable Response execute(CommandPayload payload) {
            try {
                return super.execute(payload);
            } catch (UnreachableBrowserException failure) {
                if (failure.getCause() instanceof IllegalStateException told) {
                    throw told;
                }
                throw failure;
            }
        }

        @Override
        public void show(String address) {
            get(address);
        }

        @Override
        public void press(String id) {
            new Hands(this).press(findElement(By.id(id)));
        }
    }
}
