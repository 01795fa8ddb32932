package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.htmlunit.Cache;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** The 403 in a browser that runs the script and has a cache. */
class ForbiddenTest {
    private static final String FORBIDDEN = "403 Error – Access Forbidden";
    private static final String LOG_IN = "Log In";
    private static final String HOME = "My Account Home";

    private final SmallPki pki = new SmallPki();

    ForbiddenTest() throws Exception {}

    @Test
    void a_sound_file_lets_the_member_in_and_is_fetched_once() throws Exception {
        try (PortalServer portal = portal()) {
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());

            assertThat(logIn(browser, portal)).isEqualTo(HOME);
            assertThat(browser.getCurrentUrl()).contains("?check=");
            assertThat(browser.temporaryFiles()).isPositive();
            browser.quit();
        }
    }

    @Test
    void a_corrupt_file_makes_the_portal_answer_403() throws Exception {
        try (PortalServer portal = portal()) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());

            assertThat(logIn(browser, portal)).isEqualTo(FORBIDDEN);
            assertThat(browser.findElement(By.id("type-address")).getText())
                    .isEqualTo(portal.address().toString());
            assertThat(portal.records().events())
                    .extracting(PortalEvent::kind)
                    .contains(PortalEvent.Kind.CORRUPT_FILE_SERVED, PortalEvent.Kind.FORBIDDEN);
            browser.quit();
        }
    }

    @Test
    void reloading_does_not_heal_it() throws Exception {
        assertThat(afterReload(Set.of())).isEqualTo(FORBIDDEN);
    }

    @Test
    void logging_in_again_does_not_heal_it() throws Exception {
        assertThat(afterSecondLogin(Set.of())).isEqualTo(FORBIDDEN);
    }

    @Test
    void a_new_browser_with_the_old_files_does_not_heal_it() throws Exception {
        assertThat(afterNewBrowserWithOldFiles(Set.of())).isEqualTo(FORBIDDEN);
    }

    @Test
    void deleting_the_files_alone_does_not_heal_it() throws Exception {
        assertThat(afterDeletingAndReloadingTwice(Set.of())).isEqualTo(FORBIDDEN);
    }

    @Test
    void a_new_browser_without_the_files_at_the_old_address_does_not_heal_it() throws Exception {
        try (PortalServer portal = portal()) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            String remembered = browser.getCurrentUrl();
            browser.quit();

            ScriptedBrowser next = new ScriptedBrowser(pki, new Cache());
            next.get(remembered);

            assertThat(heading(next)).isEqualTo(FORBIDDEN);
            next.quit();
        }
    }

    @Test
    void the_whole_recovery_heals_it() throws Exception {
        assertThat(afterWholeRecovery(Set.of())).isEqualTo(HOME);
    }

    @Test
    void the_menu_opens_level_by_level() throws Exception {
        try (PortalServer portal = portal()) {
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            By entry = By.id("menu-cac-cert-registration");

            assertThat(browser.findElement(entry).isDisplayed()).isFalse();
            browser.findElement(By.cssSelector("#menu-my-account > summary")).click();
            assertThat(browser.findElement(By.cssSelector("#menu-login-options > summary"))
                            .isDisplayed())
                    .isTrue();
            assertThat(browser.findElement(entry).isDisplayed()).isFalse();
            browser.findElement(By.cssSelector("#menu-login-options > summary")).click();
            assertThat(browser.findElement(entry).isDisplayed()).isTrue();
            browser.findElement(entry).click();

            assertThat(heading(browser)).isEqualTo("You are not currently registered");
            browser.quit();
        }
    }

    private String afterReload(Set<PortalMutant> mutants) throws Exception {
        try (PortalServer portal = portal(mutants)) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            browser.navigate().refresh();
            return headingAndQuit(browser);
        }
    }

    private String afterSecondLogin(Set<PortalMutant> mutants) throws Exception {
        try (PortalServer portal = portal(mutants)) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            logIn(browser, portal);
            return headingAndQuit(browser);
        }
    }

    private String afterNewBrowserWithOldFiles(Set<PortalMutant> mutants) throws Exception {
        try (PortalServer portal = portal(mutants)) {
            portal.records().serveCorruptFileOnce();
            Cache files = new Cache();
            ScriptedBrowser browser = new ScriptedBrowser(pki, files);
            logIn(browser, portal);
            browser.manage().deleteAllCookies();
            ScriptedBrowser next = new ScriptedBrowser(pki, files);
            logIn(next, portal);
            browser.quit();
            return headingAndQuit(next);
        }
    }

    private String afterDeletingAndReloadingTwice(Set<PortalMutant> mutants) throws Exception {
        try (PortalServer portal = portal(mutants)) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            browser.deleteTemporaryFiles();
            browser.navigate().refresh();
            browser.navigate().refresh();
            return headingAndQuit(browser);
        }
    }

    private String afterWholeRecovery(Set<PortalMutant> mutants) throws Exception {
        try (PortalServer portal = portal(mutants)) {
            portal.records().serveCorruptFileOnce();
            ScriptedBrowser browser = new ScriptedBrowser(pki, new Cache());
            logIn(browser, portal);
            browser.deleteTemporaryFiles();
            browser.quit();
            ScriptedBrowser next = new ScriptedBrowser(pki, new Cache());
            logIn(next, portal);
            return headingAndQuit(next);
        }
    }

    @Test
    void each_mutant_of_the_403_shows_in_the_part_that_it_gets_wrong() throws Exception {
        assertThat(afterReload(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_RELOAD))).isEqualTo(LOG_IN);
        assertThat(afterSecondLogin(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_LOGIN)))
                .isEqualTo(HOME);
        assertThat(afterNewBrowserWithOldFiles(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_NEW_BROWSER)))
                .isEqualTo(HOME);
        assertThat(afterDeletingAndReloadingTwice(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_DELETING_ALONE)))
                .isEqualTo(LOG_IN);
        assertThat(afterWholeRecovery(Set.of(PortalMutant.FORBIDDEN_FOREVER))).isEqualTo(FORBIDDEN);
        assertThat(afterReload(Set.of(PortalMutant.FORBIDDEN_NEVER))).isEqualTo(HOME);
    }

    @Test
    void a_mutant_of_the_403_is_right_in_the_other_parts() throws Exception {
        assertThat(afterReload(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_LOGIN))).isEqualTo(FORBIDDEN);
        assertThat(afterReload(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_NEW_BROWSER)))
                .isEqualTo(FORBIDDEN);
        assertThat(afterSecondLogin(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_RELOAD)))
                .isEqualTo(FORBIDDEN);
        assertThat(afterSecondLogin(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_NEW_BROWSER)))
                .isEqualTo(FORBIDDEN);
        assertThat(afterSecondLogin(Set.of(PortalMutant.FORBIDDEN_HEALED_BY_DELETING_ALONE)))
                .isEqualTo(FORBIDDEN);
    }

    private PortalServer portal() throws Exception {
        return portal(Set.of());
    }

    private PortalServer portal(Set<PortalMutant> mutants) throws Exception {
        PortalServer portal = PortalServer.start(PortalSettings.of(pki.server(), SmallPki.PASSWORD, pki.trust())
                .withStart(SmallPki.NOW)
                .withMutants(mutants));
        portal.records().openAccount("ada", "Ada Lovelace", "9900000001", "correct horse".toCharArray());
        return portal;
    }

    /** Types the portal's address, and logs in from there. */
    private static String logIn(WebDriver browser, PortalServer portal) {
        browser.get(portal.address().toString());
        browser.findElement(By.id("go-login")).click();
        if (heading(browser).equals(LOG_IN)) {
            browser.findElement(By.id("username")).sendKeys("ada");
            browser.findElement(By.id("password")).sendKeys("correct horse");
            browser.findElement(By.id("log-in")).click();
        }
        return heading(browser);
    }

    private static String headingAndQuit(WebDriver browser) {
        String heading = heading(browser);
        browser.quit();
        return heading;
    }

    private static String heading(WebDriver browser) {
        return browser.findElement(By.tagName("h1")).getText();
    }
}
