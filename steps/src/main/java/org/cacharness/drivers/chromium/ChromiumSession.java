package org.cacharness.drivers.chromium;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cacharness.drivers.Patience;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpMethod;

/** One Chromium process with its driver, and whoever attends to its dialogs. */
final class ChromiumSession implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration PAGE = Duration.ofSeconds(25);
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String CDP = "executeCdpCommand";

    private final GuardedProcess process;
    private final Driver driver;
    private final AttendedExecutor executor;
    private final NativeDialogs dialogs;
    private final DialogAttendant attendant;

    private ChromiumSession(
            GuardedProcess process,
            Driver driver,
            AttendedExecutor executor,
            NativeDialogs dialogs,
            DialogAttendant attendant) {
        this.process = process;
        this.driver = driver;
        this.executor = executor;
        this.dialogs = dialogs;
        this.attendant = attendant;
    }

    /**
     * Starts a Chromium.
     *
     * @param folder for what the driver prints
     * @param environment of the driver and the browser
     * @param options what {@code goog:chromeOptions} holds
     * @param attendants who answers the dialogs
     */
    static ChromiumSession start(
            ChromiumPrograms programs,
            Path folder,
            Map<String, String> environment,
            Map<String, Object> options,
            Function<NativeDialogs, DialogAttendant> attendants) {
        GuardedProcess process = GuardedProcess.start(
                programs, folder, "chromedriver", environment, List.of(programs.path("chromedriver"), "--port=0"));
        try {
            URI address = URI.create("http://127.0.0.1:" + process.awaitLine(PORT, START));
            ClientConfig client = ClientConfig.defaultConfig()
                    .baseUri(address)
                    .connectionTimeout(START)
                    .readTimeout(Duration.ofMinutes(1));
            CommandExecutor plain = new HttpCommandExecutor(
                    Map.of(CDP, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST)),
                    address.toURL(),
                    client);
            Attended attended = new Attended();
            AttendedExecutor executor =
                    new AttendedExecutor(plain, attended::look, attended::dismissAll, process::lastWords);
            Driver driver = new Driver(executor, capabilities(options));
            driver.manage().timeouts().pageLoadTimeout(PAGE).scriptTimeout(START);
            NativeDialogs dialogs = NativeDialogs.watch(uiPort(process));
            attended.attendant = attendants.apply(dialogs);
            return new ChromiumSession(process, driver, executor, dialogs, attended.attendant);
        } catch (java.net.MalformedURLException | RuntimeException failed) {
            process.close();
            throw failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private static Capabilities capabilities(Map<String, Object> options) {
        MutableCapabilities wanted = new MutableCapabilities();
        wanted.setCapability("browserName", "chrome");
        wanted.setCapability("goog:chromeOptions", options);
        return wanted;
    }

    /** The browser listens on two ports: one is its pages', which the driver uses; UI DevTools has the other. */
    private static int uiPort(GuardedProcess process) {
        Set<Integer> ports = new TreeSet<>();
        new Patience(START).until(() -> {
            ports.clear();
            process.processes()
                    .filter(ChromiumSession::isBrowser)
                    .map(ListeningPorts::of)
                    .forEach(ports::addAll);
            return ports.size() > 1;
        });
        for (int port : ports) {
            if (UiDevTools.answers(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Chromium: expected UI DevTools on one of its ports " + ports
                + ": is this version started with --enable-ui-devtools?");
    }

    /** The process that owns windows and dialogs; all others have a type. */
    private static boolean isBrowser(ProcessHandle process) {
        Optional<String> line = process.info().commandLine();
        return line.filter(words -> words.contains("--enable-ui-devtools") && !words.contains("--type="))
                .isPresent();
    }

    Driver driver() {
        return driver;
    }

    DialogAttendant attendant() {
        return attendant;
    }

    /** Opens or closes a window, at which the browser may crash (seen with version 156) while UI DevTools watch it. */
    void unwatched(Runnable windows) {
        dialogs.pause();
        try {
            windows.run();
        } finally {
            dialogs.resume();
        }
    }

    /** Ends the browser in order, so that it writes its cache to disk; and by force where it does not end. */
    @Override
    public void close() {
        try {
            dialogs.pause();
            driver.quit();
        } catch (IllegalStateException | WebDriverException gone) {
            // It is ended below in any case
        } finally {
            dialogs.close();
            executor.close();
            process.close();
        }
    }

    /** The attendant is there once the browser is; until then no dialog can be. */
    private static final class Attended {
        private volatile @org.jspecify.annotations.Nullable DialogAttendant attendant;

        void look(java.util.function.BooleanSupplier done) {
            DialogAttendant present = attendant;
            if (present != null) {
                present.look(done);
            }
        }

        void dismissAll() {
            DialogAttendant present = attendant;
            if (present != null) {
                present.dismissAll();
            }
        }
    }

    /** A driver that passes commands of the Chrome DevTools protocol on. */
    static final class Driver extends RemoteWebDriver implements DevTools {
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
    }
}
