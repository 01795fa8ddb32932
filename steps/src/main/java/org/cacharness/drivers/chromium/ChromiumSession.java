package org.cacharness.drivers.chromium;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    private static final String CDP = "executeCdpCommand";

    private final Chromedriver chromedriver;
    private final Driver driver;
    private final AttendedExecutor executor;
    private final DialogAttendant attendant;
    private final NetworkLog network = new NetworkLog();

    private ChromiumSession(
            Chromedriver chromedriver, Driver driver, AttendedExecutor executor, DialogAttendant attendant) {
        this.chromedriver = chromedriver;
        this.driver = driver;
        this.executor = executor;
        this.attendant = attendant;
    }

    /**
     * Starts a Chromium.
     *
     * @param chromedriver starts it; ends it by force, and itself too, where it does not end in order
     * @param options what {@code goog:chromeOptions} holds
     * @param attendants who answers the dialogs, given how to end the browser by force
     */
    static ChromiumSession start(
            Chromedriver chromedriver, Map<String, Object> options, Function<Runnable, DialogAttendant> attendants) {
        Attended attended = new Attended();
        AttendedExecutor executor = new AttendedExecutor(
                sender(chromedriver.address()), attended::look, attended::dismissAll, chromedriver::lastWords);
        try {
            Driver driver = new Driver(executor, capabilities(options));
            attended.attendant = attendants.apply(chromedriver::close);
            return new ChromiumSession(chromedriver, driver, executor, attended.attendant);
        } catch (RuntimeException failed) {
            executor.close();
            chromedriver.close();
            throw failed;
        }
    }

    private static CommandExecutor sender(URI address) {
        ClientConfig client = ClientConfig.defaultConfig()
                .baseUri(address)
                .connectionTimeout(START)
                .readTimeout(Duration.ofMinutes(1));
        try {
            return new HttpCommandExecutor(
                    Map.of(CDP, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST)),
                    address.toURL(),
                    client);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Capabilities capabilities(Map<String, Object> options) {
        MutableCapabilities wanted = new MutableCapabilities();
        Map<String, Object> chrome = new HashMap<>(options);
        NetworkLog.keptBy(wanted, chrome);
        wanted.setCapability("browserName", "chrome");
        wanted.setCapability("goog:chromeOptions", chrome);
        wanted.setCapability("timeouts", Map.of("pageLoad", PAGE.toMillis(), "script", START.toMillis()));
        return wanted;
    }

    Driver driver() {
        return driver;
    }

    /** What it sends and receives. */
    NetworkLog network() {
        return network;
    }

    DialogAttendant attendant() {
        return attendant;
    }

    /** Ends the browser in order, so that it writes its cache to disk; and by force where it does not end. */
    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException unwilling) {
            chromedriver.close();
        } finally {
            executor.close();
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
