package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** One Chromium process with its driver, its windows, and whoever attends to its dialogs. */
final class ChromiumSession implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration PAGE = Duration.ofSeconds(25);

    private final Chromedriver chromedriver;
    private final WebDriver driver;
    private final AttendedExecutor executor;
    private final Attended attended;
    private final DevToolsConnection connection;
    private final Deque<DevToolsWindow> windows = new ArrayDeque<>();
    private final NetworkLog network = new NetworkLog();

    private ChromiumSession(
            Chromedriver chromedriver, RemoteWebDriver driver, AttendedExecutor executor, Attended attended) {
        this.chromedriver = chromedriver;
        this.driver = driver;
        this.executor = executor;
        this.attended = attended;
        connection = DevToolsConnection.to(driver.getCapabilities(), chromedriver::lastWords);
        attach(driver.getWindowHandle());
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
            RemoteWebDriver driver = new RemoteWebDriver(executor, capabilities(options));
            attended.attendant = attendants.apply(chromedriver::close);
            return new ChromiumSession(chromedriver, driver, executor, attended);
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
            return new HttpCommandExecutor(Map.of(), address.toURL(), client);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Capabilities capabilities(Map<String, Object> options) {
        MutableCapabilities wanted = new MutableCapabilities();
        wanted.setCapability("browserName", "chrome");
        wanted.setCapability("goog:chromeOptions", options);
        wanted.setCapability("timeouts", Map.of("pageLoad", PAGE.toMillis(), "script", START.toMillis()));
        return wanted;
    }

    /** The driver, with the window in front. */
    WebDriver driver() {
        return driver.switchTo().window(front().id());
    }

    /** The window in front. */
    DevToolsWindow front() {
        return windows.getFirst();
    }

    /** Opens another window in front. */
    void openWindow() {
        attach(connection
                .ask("Target.createTarget", Map.of("url", "about:blank", "newWindow", true))
                .path("targetId")
                .asText());
    }

    /** Closes the window in front; the browser ends with the last one. */
    void closeWindow() {
        connection.ask("Target.closeTarget", Map.of("targetId", windows.pop().id()));
    }

    private void attach(String window) {
        windows.push(DevToolsWindow.attached(connection, window, attended).withNetwork());
    }

    /** All its cookies, as Chromium tells them. */
    JsonNode cookies() {
        return connection.ask("Storage.getCookies", Map.of()).path("cookies");
    }

    /** Gives it the cookies of another one. */
    void take(JsonNode cookies) {
        connection.ask("Storage.setCookies", Map.of("cookies", cookies));
    }

    /** Tells what it has sent and received since this was last told. */
    void tellNetwork(NetworkLog.Listener told) {
        List<JsonNode> events = new ArrayList<>();
        windows.forEach(window -> events.addAll(window.takeEvents()));
        network.tell(events, told);
    }

    DialogAttendant attendant() {
        return Objects.requireNonNull(attended.attendant);
    }

    /** Ends the browser in order, so that it writes its cache to disk; and by force where it does not end. */
    @Override
    public void close() {
        try {
            connection.close();
            driver.quit();
        } catch (WebDriverException unwilling) {
            chromedriver.close();
        } finally {
            executor.close();
        }
    }

    /** The attendant is there once the browser is; until then no dialog can be. */
    private static final class Attended implements Waiting {
        private static final long LOOK_MILLIS = 5;

        private volatile @Nullable DialogAttendant attendant;

        /** While Chromium shows a native dialog, its page does not go on. */
        @Override
        public void until(CompletableFuture<?> answer) throws InterruptedException {
            while (!comes(answer)) {
                try {
                    look(answer::isDone);
                } catch (RuntimeException unwilling) {
                    dismissAll();
                    throw unwilling;
                }
            }
        }

        private static boolean comes(CompletableFuture<?> answer) throws InterruptedException {
            try {
                answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException failed) {
                return true;
            } catch (TimeoutException busy) {
                return false;
            }
        }

        void look(BooleanSupplier done) {
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
}
