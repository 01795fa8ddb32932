package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cacharness.simulator.portal.PortalMutant.*;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mutant is told from the right portal by one probe. Those of the 403 have theirs in {@link ForbiddenTest}. */
class PortalMutantTest {
    private static final String HOME = "My Account Home";
    private static final String DONE = "You have registered your CAC";
    private static final String NEW = "a new long password";

    /** What a right portal lets be true. */
    @FunctionalInterface
    private interface Probe {
        boolean holds(Scene scene) throws Exception;
    }

    private static final Map<PortalMutant, Probe> PROBES = Map.ofEntries(
            Map.entry(LOGIN_REFUSES_RIGHT_PASSWORD, PortalMutantTest::logsIn),
            Map.entry(LOGIN_FAILS, PortalMutantTest::logsIn),
            Map.entry(LOGIN_ACCEPTS_ANY_PASSWORD, scene -> !logsIn(scene, "any")),
            Map.entry(
                    SESSION_SAYS_CAC,
                    scene -> scene.browser(null)
                            .logIn("ada", Scene.ADAS_PASSWORD)
                            .body()
                            .contains("logged in with your password")),
            Map.entry(RESET_ISSUES_DEAD_PASSWORD, scene -> logsIn(scene, reset(scene))),
            Map.entry(RESET_KEEPS_OLD_PASSWORD_ALIVE, scene -> {
                reset(scene);
                return !logsIn(scene);
            }),
            Map.entry(
                    RESET_LINK_MISSING,
                    scene -> scene.browser(null).get("login").body().contains("reset-password-link")),
            Map.entry(
                    MENU_ENTRY_MISSING,
                    scene -> scene.adaWith(null).get("account").body().contains("CAC-Cert Registration</a>")),
            Map.entry(
                    REGISTRATION_PAGE_OPEN_TO_ALL,
                    scene -> !scene.browser(null)
                            .get("registration")
                            .body()
                            .contains("You are not currently registered")),
            Map.entry(SHOWS_ANOTHER_ACCOUNT, scene -> {
                scene.records().register("grace", scene.graces.certificate());
                return registrationPage(scene).contains("not currently registered");
            }),
            Map.entry(DOES_NOT_CLEAR, scene -> {
                clear(scene);
                return !scene.adaIsRegistered();
            }),
            Map.entry(CLEARS_ANOTHER_ACCOUNT, scene -> {
                scene.records().register("grace", scene.graces.certificate());
                clear(scene);
                return scene.records().registration("grace").isPresent();
            }),
            Map.entry(CLEARING_ENDS_REGISTRATION, scene -> clear(scene).contains(">Register</button>")),
            Map.entry(CAC_LOGIN_OF_CLEARED_CARD, scene -> {
                clear(scene);
                return !cacLogsIn(scene);
            }),
            Map.entry(SHOWS_WRONG_BRANCH, scene -> {
                scene.records().register("ada", scene.adas.certificate());
                return registrationPage(scene).contains("Current Registered Information");
            }),
            Map.entry(
                    SHOWS_REGISTERED_WHERE_NONE_IS,
                    scene -> registrationPage(scene).contains("You are not currently registered")),
            Map.entry(REGISTER_BUTTON_MISSING, scene -> registrationPage(scene).contains(">Register</button>")),
            Map.entry(REGISTER_DOES_NOTHING, scene -> {
                scene.registering(scene.adas);
                return scene.adaIsRegistered();
            }),
            Map.entry(ACCEPTS_ANY_CERTIFICATE, scene -> refuses(scene, scene.graces)),
            Map.entry(
                    ACCEPTS_ENCRYPTION_CERTIFICATE,
                    scene -> refuses(scene, scene.pki.encryption("LOVELACE.ADA.KING.9900000001"))),
            Map.entry(ACCEPTS_DEVICE_CERTIFICATE, scene -> refuses(scene, scene.pki.device("www.example.mil"))),
            Map.entry(ACCEPTS_REVOKED, scene -> refuses(scene, CertificateStatus.Answer.REVOKED)),
            Map.entry(ACCEPTS_SUSPENDED, scene -> refuses(scene, CertificateStatus.Answer.SUSPENDED)),
            Map.entry(ACCEPTS_UNCHECKED, scene -> refuses(scene, CertificateStatus.Answer.UNREACHABLE)),
            Map.entry(
                    ACCEPTS_EXPIRED,
                    scene -> refuses(
                            scene,
                            scene.pki.around(
                                    "LOVELACE.ADA.KING.9900000001", SmallPki.NOW.minus(Duration.ofDays(800))))),
            Map.entry(
                    ACCEPTS_NOT_YET_VALID,
                    scene -> refuses(
                            scene,
                            scene.pki.around("LOVELACE.ADA.KING.9900000001", SmallPki.NOW.plus(Duration.ofDays(9))))),
            Map.entry(ACCEPTS_CARD_OF_ANOTHER_ACCOUNT, scene -> {
                scene.records().register("grace", scene.adas.certificate());
                return refuses(scene, scene.adas);
            }),
            Map.entry(
                    IGNORES_CLIENT_CERTIFICATE,
                    scene -> scene.registering(scene.adas).equals(DONE)),
            Map.entry(READS_NAME_GREEDILY, PortalMutantTest::registers),
            Map.entry(EXPECTS_FOUR_PARTS, scene -> registers(scene, "CN=LOVELACE.ADA.9900000001")),
            Map.entry(EXPECTS_PLAIN_NAME, scene -> registers(scene, "CN=LOVE LACE.ADA.9900000001")),
            Map.entry(CUTS_NAME_AT_FIRST_COMMA, scene -> registers(scene, "CN=LOVELACE.ADA.KING.9900000001, UID=4711")),
            Map.entry(SPLITS_NAME_ON_COMMAS, scene -> registers(scene, "OU=A\\, B, CN=LOVELACE.ADA.9900000001")),
            Map.entry(TAKES_FIRST_DIGITS, scene -> registers(scene, "CN=LOVELACE 3RD.ADA.9900000001")),
            Map.entry(
                    TAKES_TEN_DIGITS_ANYWHERE,
                    scene -> refuses(scene, cards(scene).named("CN=9900000001 ADA"))),
            Map.entry(
                    TAKES_PRINCIPAL_NAME,
                    scene -> registers(
                            scene, cards(scene).withPrincipal("CN=LOVELACE.ADA.9900000001", "9900000001121004@mil"))),
            Map.entry(FIRST_UNIT_DECIDES, scene -> registers(scene, "OU=CONTRACTOR, CN=LOVELACE.ADA.9900000001")),
            Map.entry(
                    UNIT_CASE_MATTERS,
                    scene -> registers(scene, scene.pki.issuedTo("C=US, OU=DOD, OU=PKI, CN=LOVELACE.ADA.9900000001"))),
            Map.entry(KNOWS_ONE_ISSUER, PortalMutantTest::registers),
            Map.entry(EXPECTS_EMAIL, scene -> registers(scene, cards(scene).forEmail("CN=LOVELACE.ADA.9900000001"))),
            Map.entry(KNOWS_PERSON_BY_CERTIFICATE, scene -> {
                scene.records()
                        .register(
                                "ada",
                                scene.pki.person("LOVELACE.ADA.KING.9900000001").certificate());
                return registersAfterClearing(scene, scene.adas);
            }),
            Map.entry(KNOWS_PERSON_BY_NAME, scene -> {
                scene.records()
                        .register(
                                "ada", scene.pki.person("BYRON.ADA.9900000001").certificate());
                return registersAfterClearing(scene, scene.adas);
            }),
            Map.entry(KNOWS_PERSON_BY_EMAIL, scene -> {
                String name = "CN=LOVELACE.ADA.9900000001";
                scene.records()
                        .register(
                                "ada",
                                cards(scene)
                                        .forEmail(name, "byron@mail.example")
                                        .certificate());
                return registersAfterClearing(scene, cards(scene).forEmail(name, "ada@mail.example"));
            }),
            Map.entry(KNOWS_CERTIFICATE_BY_SERIAL_NUMBER, scene -> {
                scene.records().register("ada", scene.adas.certificate());
                SmallPki.Card twin = cards(scene).numberedAs(scene.adas.certificate(), "CN=HOPPER.GRACE.9900000002");
                return !Scene.heading(scene.browser(twin).cacLogin()).equals(HOME);
            }),
            Map.entry(
                    ACCEPTS_CARD_AUTHENTICATION,
                    scene -> refuses(scene, cards(scene).cardAuthentication())),
            Map.entry(TRUSTS_ANY_ISSUER, scene -> {
                SmallPki.Card strangers = cards(scene).ofStranger("CN=LOVELACE.ADA.9900000001");
                try {
                    return refuses(scene, strangers);
                } catch (IOException handshakeRefused) {
                    return true;
                }
            }),
            Map.entry(NEVER_READS_CRL, scene -> {
                scene.status = CertificateStatus.Answer.UNREACHABLE;
                scene.otherwise = CertificateStatus.Answer.GOOD;
                return registers(scene);
            }),
            Map.entry(REGISTERS_WITHOUT_CARD, scene -> !scene.registering(null).equals(DONE)),
            Map.entry(ACCEPTS_OLD_PASSWORD, scene -> {
                scene.records().askForPassword(true);
                scene.records().setPassword("ada", "older one".toCharArray(), SmallPki.NOW.minusSeconds(9));
                return !scene.registering(scene.adas, "password", "older one").equals(DONE);
            }),
            Map.entry(ACCEPTS_ANY_PASSWORD, scene -> {
                scene.records().askForPassword(true);
                return !scene.registering(scene.adas, "password", "any").equals(DONE);
            }),
            Map.entry(REFUSES_RIGHT_PASSWORD, scene -> {
                scene.records().askForPassword(true);
                return scene.registering(scene.adas, "password", Scene.ADAS_PASSWORD)
                        .equals(DONE);
            }),
            Map.entry(NEVER_ASKS_FOR_PASSWORD, scene -> {
                scene.records().askForPassword(true);
                return scene.registering(scene.adas).equals("Enter your password");
            }),
            Map.entry(
                    ALWAYS_ASKS_FOR_PASSWORD,
                    scene -> scene.registering(scene.adas).equals(DONE)),
            Map.entry(CONFIRMS_WITHOUT_STORING, scene -> {
                scene.registering(scene.adas);
                return scene.adaIsRegistered();
            }),
            Map.entry(
                    STORES_WITHOUT_CONFIRMING,
                    scene -> scene.registering(scene.adas).equals(DONE)),
            Map.entry(REGISTERS_UNDER_WRONG_ACCOUNT, scene -> {
                scene.registering(scene.adas);
                return scene.adaIsRegistered();
            }),
            Map.entry(CAC_LOGIN_WITHOUT_REGISTRATION, scene -> !cacLogsIn(scene)),
            Map.entry(PASSWORD_LASTS_149, scene -> {
                changeForLong(scene);
                scene.portal.clock().advance(Duration.ofDays(150));
                return logsIn(scene, NEW);
            }),
            Map.entry(PASSWORD_LASTS_151, scene -> {
                changeForLong(scene);
                scene.portal.clock().advance(Duration.ofDays(151));
                return !logsIn(scene, NEW);
            }),
            Map.entry(REFUSAL_REPLACES_PASSWORD, scene -> {
                scene.registering(scene.graces);
                return scene.adaWith(null).get("account").body().contains("My Account Home");
            }),
            Map.entry(PASSWORD_150_FOR_WHOEVER_POSTS_IT, scene -> {
                TestBrowser browser = scene.adaWith(null);
                browser.get("password");
                return !change(browser).contains("has been changed");
            }),
            Map.entry(PASSWORD_150_FOR_EVERYONE, scene -> {
                TestBrowser browser = scene.adaWith(null);
                browser.get("password");
                return !change(browser).contains("has been changed");
            }),
            Map.entry(PASSWORD_150_FOR_NOBODY, scene -> changeForLong(scene).contains("has been changed")),
            Map.entry(TRUSTS_FORGED_HEADER, scene -> {
                TestBrowser browser = scene.adaWith(null);
                browser.get("registration");
                browser.send(scene.portal.cacAddress().resolve("/cac/register"), browser.token(), forged(scene));
                return !scene.adaIsRegistered();
            }));

    @Test
    void every_mutant_has_a_probe() {
        Set<PortalMutant> inTheOtherTest = EnumSet.range(FORBIDDEN_NEVER, FORBIDDEN_FOREVER);

        assertThat(PROBES.keySet()).containsAll(EnumSet.complementOf(EnumSet.copyOf(inTheOtherTest)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "FORBIDDEN_.*")
    void a_mutant_is_told_from_the_right_portal(PortalMutant mutant) throws Exception {
        Probe probe = Objects.requireNonNull(PROBES.get(mutant));
        try (Scene right = new Scene();
                Scene wrong = new Scene(mutant)) {
            assertThat(probe.holds(right)).as("the right portal").isTrue();
            assertThat(probe.holds(wrong)).as("the mutant").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mutant_names_a_documented_step(PortalMutant mutant) {
        assertThat(mutant.step()).matches("need-password|step-\\d(-[a-z]+)?|password-150|forbidden-403(-recovery)?");
    }

    private static boolean logsIn(Scene scene) throws Exception {
        return logsIn(scene, Scene.ADAS_PASSWORD);
    }

    private static boolean logsIn(Scene scene, String password) throws Exception {
        return Scene.heading(scene.browser(null).logIn("ada", password)).equals(HOME);
    }

    private static boolean cacLogsIn(Scene scene) throws Exception {
        return Scene.heading(scene.browser(scene.adas).cacLogin()).equals(HOME);
    }

    private static String reset(Scene scene) throws Exception {
        TestBrowser browser = scene.browser(null);
        browser.get("reset");
        Matcher shown = Pattern.compile("new-password\">([^<]+)<")
                .matcher(browser.post("reset", "username", "ada", "dod-id", "9900000001")
                        .body());
        return shown.find() ? shown.group(1) : "";
    }

    private static String registrationPage(Scene scene) throws Exception {
        return scene.adaWith(null).get("registration").body();
    }

    private static String clear(Scene scene) throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        TestBrowser browser = scene.adaWith(null);
        browser.get("registration");
        return browser.post("registration/clear").body();
    }

    private static boolean refuses(Scene scene, CertificateStatus.Answer status) throws Exception {
        scene.status = status;
        return refuses(scene, scene.adas);
    }

    private static boolean refuses(Scene scene, SmallPki.Card card) throws Exception {
        return !scene.registering(card).equals(DONE) && !scene.adaIsRegistered();
    }

    private static UnusualCards cards(Scene scene) {
        return new UnusualCards(scene.pki);
    }

    private static boolean registers(Scene scene) throws Exception {
        return registers(scene, scene.adas);
    }

    private static boolean registers(Scene scene, String subjectEnd) throws Exception {
        return registers(scene, cards(scene).named(subjectEnd));
    }

    private static boolean registers(Scene scene, SmallPki.Card card) throws Exception {
        return scene.registering(card).equals(DONE) && scene.adaIsRegistered();
    }

    private static boolean registersAfterClearing(Scene scene, SmallPki.Card card) throws Exception {
        scene.records().clear("ada");
        return registers(scene, card);
    }

    private static String changeForLong(Scene scene) throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        TestBrowser browser = scene.browser(scene.adas);
        browser.cacLogin();
        browser.get("password");
        return change(browser);
    }

    private static String change(TestBrowser browser) throws Exception {
        return browser.post("password", "valid-for", "150", "new-password", NEW, "repeat-password", NEW)
                .body();
    }

    private static String[] forged(Scene scene) throws Exception {
        return new String[] {
            ClientCertificateHeaders.VERIFY,
            "SUCCESS",
            ClientCertificateHeaders.CERTIFICATE,
            Base64.getEncoder().encodeToString(scene.adas.certificate().getEncoded())
        };
    }
}
