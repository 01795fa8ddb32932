package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cacharness.drivers.chromium.HeadlessChromium;
import org.cacharness.report.SampleReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Every page that the harness writes, as Chromium shows it from a folder, light and dark; skipped where there is no Chromium. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportInChromiumTest {
    private static final int MANY = 500;
    private static final String AXE_RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { iframes: false }).then(
                found => done(found.violations.map(each => each.id + ": " + each.help + ": "
                    + each.nodes.slice(0, 5).map(node => node.html + " " + (node.any[0] ? node.any[0].message : "")).join(" | "))),
                broken => done(["axe: " + broken]));
            """;

    @TempDir
    static Path folder;

    private static Map<Boolean, HeadlessChromium> chromium = Map.of();
    private static String axe = "";

    @BeforeAll
    static void begin() throws Exception {
        Optional<String> obstacle = HeadlessChromium.obstacle();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED ReportInChromiumTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        writePages();
        try (InputStream script = ReportInChromiumTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        chromium = Map.of(
                false, HeadlessChromium.start(folder.resolve("light"), false),
                true, HeadlessChromium.start(folder.resolve("dark"), true));
    }

    @AfterAll
    static void end() {
        chromium.values().forEach(HeadlessChromium::close);
    }

    /** Report, evidence and comparison, as the commands write them. */
    private static void writePages() throws IOException {
        SampleReport.write(folder.resolve("report"), MANY, "Register");
        SampleReport.write(folder.resolve("few"), 4, "Register");
        SampleReport.write(folder.resolve("changed"), 4, "Enrol");
        Command cac = new Command(folder);
        assertThat(cac.execute("evidence", "--report", "few", "--out", "pack.zip"))
                .as(cac.err())
                .isZero();
        assertThat(cac.execute("compare", "few", "changed", "--out", "compare"))
                .as(cac.err())
                .isEqualTo(1);
        unpack(folder.resolve("pack.zip"), folder.resolve("evidence"));
    }

    private static void unpack(Path pack, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "few/index.html",
                "few/scenarios/1.html",
                "few/scenarios/3.html",
                "few/scenarios/4.html",
                "few/scenarios/5.html",
                "evidence/evidence.html",
                "compare/index.html"
            })
    void axe_finds_nothing_in_either_scheme_with_everything_open(String page) {
        for (boolean dark : List.of(false, true)) {
            RemoteWebDriver driver = open(dark, page);
            assertThat(driver.executeScript("return matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(dark);
            driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
            driver.executeScript(axe);

            assertThat((List<?>) driver.executeAsyncScript(AXE_RUN))
                    .as(page + (dark ? ", dark" : ", light"))
                    .isEmpty();
        }
    }

    /** A guard that finds nothing anywhere would be none. */
    @Test
    void axe_finds_what_is_wrong() {
        RemoteWebDriver driver = open(false, "few/scenarios/1.html");
        driver.executeScript("document.querySelector('.layers input').parentElement.replaceWith("
                + "Object.assign(document.createElement('input'), { type: 'text' }))");
        driver.executeScript(axe);

        assertThat(String.valueOf(driver.executeAsyncScript(AXE_RUN))).contains("label");
    }

    @Test
    void enter_on_a_step_shows_everything_under_it_and_a_layer_can_be_left_out() {
        RemoteWebDriver driver = open(false, "few/scenarios/1.html");
        WebElement events = driver.findElement(By.cssSelector("#step-1 .events"));
        assertThat(events.isDisplayed()).isFalse();

        driver.findElement(By.cssSelector("#step-1 summary")).sendKeys(Keys.ENTER);

        assertThat(events.getText())
                .contains("HTTP → 9000", "TLS → 9000", "PKCS#11 → 9000", "Card → 9000", "Portal → 9000");
        assertThat(marks(driver, "apdu")).isEqualTo(2);

        driver.findElement(By.cssSelector(".layers input[value=apdu]")).sendKeys(Keys.SPACE);

        assertThat(events.getText()).contains("TLS → 9000").doesNotContain("Card → 9000");
        assertThat(marks(driver, "apdu")).isZero();
        assertThat(marks(driver, "tls")).isEqualTo(2);
    }

    @Test
    void a_click_in_the_picture_opens_the_step_and_shows_its_time_alone() {
        RemoteWebDriver driver = open(false, "few/scenarios/1.html");

        driver.findElements(By.cssSelector(".lanes .bar")).get(1).click();

        assertThat(driver.findElement(By.cssSelector("#step-1 .events")).isDisplayed())
                .isTrue();
        assertThat(marks(driver, "http")).isEqualTo(1);

        driver.findElement(By.cssSelector("[data-whole]")).click();

        assertThat(marks(driver, "http")).isEqualTo(2);
    }

    @Test
    void pages_are_enlarged_by_keyboard_and_the_focus_comes_back() {
        RemoteWebDriver driver = open(false, "few/scenarios/1.html");
        driver.findElement(By.cssSelector("#step-0 summary")).sendKeys(Keys.ENTER);
        WebElement shot = driver.findElement(By.cssSelector("#step-0 .shot"));

        shot.sendKeys(Keys.ENTER);

        WebElement title = driver.findElement(By.id("lightbox-title"));
        assertThat(title.getText()).isEqualTo("Log In (1 of 3)");
        driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(title.getText()).isEqualTo("Home (2 of 3)");
        driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(title.isDisplayed()).isFalse();
        assertThat(driver.switchTo().activeElement()).isEqualTo(shot);
    }

    /** The figure is printed, and asserted nowhere: this machine may be busy. */
    @Test
    void the_index_of_five_hundred_scenarios_opens_and_its_filter_works() {
        RemoteWebDriver driver = open(false, "report/index.html");

        Object millis = driver.executeScript(
                "const [opened] = performance.getEntriesByType('navigation'); return Math.round(opened.loadEventEnd)");
        System.out.println("The index of " + MANY + " scenarios opens in " + millis + " ms");
        assertThat(driver.findElements(By.cssSelector(".scenarios tbody tr"))).hasSize(MANY + 1);

        driver.findElement(By.cssSelector(".filter input")).sendKeys("time 499");

        assertThat(driver.findElement(By.cssSelector(".filter output")).getText())
                .isEqualTo("1 of " + (MANY + 1));
    }

    @Test
    void nothing_is_asked_from_outside_the_folder() {
        RemoteWebDriver driver = open(false, "few/scenarios/1.html");
        driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");

        Object asked = driver.executeScript("return performance.getEntriesByType('resource').map(each => each.name)"
                + ".filter(name => !name.startsWith('file:'))");

        assertThat((List<?>) asked).isEmpty();
    }

    private static long marks(RemoteWebDriver driver, String layer) {
        return driver.findElements(By.cssSelector(".lanes .event." + layer)).size();
    }

    private static RemoteWebDriver open(boolean dark, String page) {
        HeadlessChromium browser = java.util.Objects.requireNonNull(chromium.get(dark));
        browser.driver().get(folder.resolve(page).toUri().toString());
        return browser.driver();
    }
}
