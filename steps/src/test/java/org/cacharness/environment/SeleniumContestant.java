package org.cacharness.environment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cacharness.drivers.chromium.BrowserEnvironment;
import org.cacharness.drivers.chromium.Chromedriver;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.chromium.CommonSettings;
import org.cacharness.drivers.chromium.NssDatabase;
import org.cacharness.simulator.pki.Credential;
import org.openqa.selenium.By;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A bare Selenium script: the same clicks in a new browser, which has the key in software and a rule that selects it. */
final class SeleniumContestant implements Contestant {
    private static final String BY_RULE = "{\"pattern\":\"https://localhost\",\"filter\":{}}";

    /** The same browser for all of them. */
    static final List<String> ARGUMENTS = Stream.concat(
                    CommonSettings.ARGUMENTS.stream(), Stream.of("--no-sandbox", "--disable-dev-shm-usage"))
            .toList();

    private static final String TRANSPORT = "transport";

    private final Simulation simulation;
    private final Path home;
    private final Chromedriver chromedriver;

    SeleniumContestant(Simulation simulation) throws IOException, GeneralSecurityException, InterruptedException {
        this.simulation = simulation;
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        home = BrowserEnvironment.newHome();
        NssDatabase database = NssDatabase.create(programs, home);
        for (X509Certificate authority : simulation.authoritiesToInstall()) {
            database.trust("authority-" + authority.getSerialNumber(), authority);
        }
        importKey(keyFile(simulation, home.resolve("ada.p12")));
        chromedriver = Chromedriver.start(programs, home, BrowserEnvironment.at(home));
    }

    /** Ada's identity certificate with its key, as people keep it who have no card. */
    static Path keyFile(Simulation simulation, Path file) throws IOException, GeneralSecurityException {
        Credential identity =
                simulation.pki().issueCac(simulation.persona("Ada")).get(0);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "ada",
                identity.privateKey(),
                TRANSPORT.toCharArray(),
                simulation.pki().chain(identity.certificate()).toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, TRANSPORT.toCharArray());
        }
        return file;
    }

    /** Opens {@link #keyFile}; the key is made for one run, and of nobody. */
    static String transportPassword() {
        return TRANSPORT;
    }

    private void importKey(Path file) throws IOException, InterruptedException {
        Process pk12util = new ProcessBuilder(
                        "pk12util", "-i", file.toString(), "-W", TRANSPORT, "-d", "sql:" + home.resolve(".pki/nssdb"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("pk12util.log").toFile())
                .start();
        if (pk12util.waitFor() != 0) {
            throw new IOException("pk12util: " + Files.readString(home.resolve("pk12util.log")));
        }
    }

    @Override
    public String words() {
        return "a bare Selenium script, key in software";
    }

    @Override
    public Laps register() throws IOException {
        try (RegisteringMember member = new RegisteringMember(simulation)) {
            long begun = System.nanoTime();
            RemoteWebDriver driver = new RemoteWebDriver(chromedriver.address().toURL(), capabilities(), false);
            driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
            long opened = System.nanoTime();
            register(driver, member);
            long confirmed = System.nanoTime();
            driver.quit();
            long closed = System.nanoTime();
            member.requireRegistered();
            return Laps.between(begun, opened, confirmed, closed);
        }
    }

    /** Chromedriver may answer a click before the page is left, so each thing is waited for that the next page alone has. */
    private static void register(WebDriver driver, RegisteringMember member) {
        driver.get(member.address());
        driver.findElement(By.linkText("Log in with username and password")).click();
        driver.findElement(By.id("username")).sendKeys(member.username());
        driver.findElement(By.id("password")).sendKeys(member.password());
        driver.findElement(By.xpath("//button[.='Log In']")).click();
        driver.findElement(By.xpath("//summary[.='My Account']")).click();
        driver.findElement(By.xpath("//summary[.='Login Options']")).click();
        driver.findElement(By.linkText("CAC-Cert Registration")).click();
        driver.findElement(By.xpath("//button[.='Register']")).click();
        driver.findElement(By.id("password")).sendKeys(member.password());
        driver.findElement(By.xpath("//button[.='Continue']")).click();
        driver.findElement(By.xpath("//h1[.='You have registered your CAC']"));
    }

    private static MutableCapabilities capabilities() {
        Map<String, Object> preferences = new HashMap<>(CommonSettings.PREFERENCES);
        preferences.put("profile.managed_auto_select_certificate_for_urls", List.of(BY_RULE));
        MutableCapabilities wanted = new MutableCapabilities();
        wanted.setCapability("browserName", "chrome");
        wanted.setCapability(
                "goog:chromeOptions",
                Map.of(
                        "binary",
                        ChromiumPrograms.onPath().path("chromium"),
                        "args",
                        Stream.concat(Stream.of("--headless=new"), ARGUMENTS.stream())
                                .toList(),
                        "prefs",
                        preferences));
        return wanted;
    }

    @Override
    public void close() throws IOException {
        chromedriver.close();
        try (var all = Files.walk(home)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
