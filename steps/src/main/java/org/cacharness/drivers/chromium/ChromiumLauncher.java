package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.CardReader;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.TemporaryInternetFiles;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.Pin;
import org.jspecify.annotations.Nullable;

/**
 * Chromium on one computer: a home folder with NSS database and profile, and a screen, which all browsers of this computer share one
 * after the other.
 *
 * <p>Making certificates available registers the PKCS#11 module in the NSS database. A browser that is running does not notice; it is
 * started again with the same pages and sessions, as {@code chrome://restart} does it.
 */
public final class ChromiumLauncher implements BrowserLauncher {
    private static final Patience GONE = new Patience(Duration.ofSeconds(5));

    private final ChromiumPrograms programs;
    private final Path module;
    private final List<X509Certificate> authorities;
    private final Set<String> cardHosts;
    private final Supplier<URI> neighbour;
    private final ProfileCache files = new ProfileCache(this::openBrowser, this::profile);
    private @Nullable Path home;
    private @Nullable NssDatabase database;
    private @Nullable VirtualDisplay display;
    private @Nullable Chromedriver driver;
    private @Nullable ChromiumBrowser browser;
    private boolean registered;
    private Optional<X509Certificate> rule = Optional.empty();
    private final Thread hook = new Thread(this::end, "chromium-end");

    /**
     * Installs it on one computer; nothing is started yet.
     *
     * @param programs of this machine
     * @param module the PKCS#11 module of the CAC software
     * @param authorities that the computer trusts for servers
     * @param cardHosts that ask for the card, beside this machine; where one is elsewhere, the browser may go there
     * @param neighbour another site that asks for certificates, where a PIN can be entered before the portal wants it
     */
    public ChromiumLauncher(
            ChromiumPrograms programs,
            Path module,
            List<X509Certificate> authorities,
            Set<String> cardHosts,
            Supplier<URI> neighbour) {
        this.programs = programs;
        this.module = module;
        this.authorities = List.copyOf(authorities);
        this.cardHosts = Set.copyOf(cardHosts);
        this.neighbour = neighbour;
    }

    @Override
    public Browser open(Workstation computer) {
        ChromiumBrowser opened = new ChromiumBrowser(this, computer);
        browser = opened;
        return opened;
    }

    @Override
    public TemporaryInternetFiles temporaryFiles() {
        return files;
    }

    @Override
    public void certificatesPublished() {
        if (!registered) {
            home();
            Objects.requireNonNull(database).register("CAC", module);
            registered = true;
        }
    }

    /** Each browser logs in to the card for itself, so the PIN is entered in the browser, at another site. */
    @Override
    public void unlock(Workstation computer, CardReader reader, Pin pin) {
        Prompts visitor =
                new Prompts(certificate -> reader.instanceOf(certificate).isPresent());
        visitor.dialogIsSilent();
        visitor.willEnter(() -> Optional.of(pin));
        computer.browser();
        Objects.requireNonNull(browser).visit(neighbour.get(), visitor);
    }

    /** What the browser's state depends on, and a running browser does not read again. */
    Settings settings(Prompts prompts, List<CardReader> readers) {
        if (prompts.isSelectedByRule() && rule.isEmpty()) {
            rule = prompts.preferred(ClientCertificates.offered(readers));
        }
        return new Settings(registered, rule);
    }

    /** Starts a Chromium with the settings of now. */
    ChromiumSession start(Settings settings, List<CardReader> readers, Prompts person) {
        home();
        XConnection screen = Objects.requireNonNull(display).client();
        ScreenWindows windows = new ScreenWindows(screen);
        Keyboard keyboard = new Keyboard(screen, windows);
        return ChromiumSession.start(
                runningDriver(),
                ChromiumOptions.of(programs, profile(), cardHosts, settings.rule()),
                abandonment -> new DialogAttendant(new NativeDialogs(windows), keyboard, readers, person, abandonment));
    }

    private synchronized Chromedriver runningDriver() {
        Chromedriver running = driver;
        if (running == null || !running.isRunning()) {
            running = startedDriver(home());
            driver = running;
        }
        return running;
    }

    private Chromedriver startedDriver(Path folder) {
        return Chromedriver.startWithoutMemoryLock(programs, folder, environment(folder));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already, and does the same
        }
        end();
    }

    private Optional<ChromiumBrowser> openBrowser() {
        return Optional.ofNullable(browser).filter(ChromiumBrowser::isOpen);
    }

    private Path profile() {
        return home().resolve("profile");
    }

    private synchronized Path home() {
        Path there = home;
        if (there == null) {
            there = newHome();
            home = there;
            Runtime.getRuntime().addShutdownHook(hook);
            furnish(there);
        }
        return there;
    }

    private static Path newHome() {
        try {
            return BrowserEnvironment.newHome();
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium: its folder cannot be made: " + e.getMessage(), e);
        }
    }

    private void furnish(Path folder) {
        try {
            NssDatabase created = NssDatabase.create(programs, folder);
            for (X509Certificate authority : authorities) {
                created.trust("authority-" + authorities.indexOf(authority), authority);
            }
            database = created;
            display = VirtualDisplay.start(programs, folder);
            driver = startedDriver(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium: its folder cannot be written: " + e.getMessage(), e);
        }
    }

    private Map<String, String> environment(Path folder) {
        Map<String, String> environment = BrowserEnvironment.at(folder);
        environment.put("LANGUAGE", "en_US");
        environment.putAll(Objects.requireNonNull(display).environment());
        return environment;
    }

    private synchronized void end() {
        openBrowser().ifPresent(ChromiumBrowser::close);
        if (driver != null) {
            driver.close();
        }
        if (display != null) {
            display.close();
        }
        Path folder = home;
        if (folder != null) {
            // A process that was ended may write a last file while the folder is being emptied
            GONE.until(() -> delete(folder));
        }
    }

    /** Deletes a folder with all that is in it; what cannot be deleted has the harness's prefix, and doctor names it. */
    static boolean delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> inside = new ArrayList<>(all.toList());
            inside.sort(Comparator.reverseOrder());
            inside.forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException changing) {
            return !Files.exists(folder);
        }
        return !Files.exists(folder);
    }

    /**
     * What Chromium reads when it starts.
     *
     * @param registered whether the module is in the NSS database
     * @param rule the certificate that it selects by itself
     */
    record Settings(boolean registered, Optional<X509Certificate> rule) {}
}
