package org.cacharness.drivers.chromium;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cacharness.drivers.CertificateNames;
import org.openqa.selenium.json.Json;

/** How Chromium is started: nothing of its own on the screen, nothing over the network but this machine. */
final class ChromiumOptions {
    private static final String BY_RULE = "profile.managed_auto_select_certificate_for_urls";

    /** Else the certificate chooser is painted into the browser's window, and the screen knows nothing of it. */
    private static final String CHOOSER_IS_A_WINDOW = "TabModalUsesDesktopWidget";

    private static final String LOCALHOST = "localhost";
    private static final Set<String> THIS_MACHINE = Set.of(LOCALHOST, "127.0.0.1");

    private ChromiumOptions() {}

    /**
     * The options of one start.
     *
     * @param cardHosts that ask for the card, beside this machine
     * @param rule the certificate that Chromium selects by itself there
     */
    static Map<String, Object> of(
            ChromiumPrograms programs, Path profile, Set<String> cardHosts, Optional<X509Certificate> rule) {
        List<String> arguments = new ArrayList<>(CommonSettings.ARGUMENTS);
        arguments.add("--user-data-dir=" + profile);
        arguments.add("--enable-features=" + CHOOSER_IS_A_WINDOW);
        if (THIS_MACHINE.containsAll(cardHosts)) {
            arguments.add("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + LOCALHOST);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        Map<String, Object> preferences = new HashMap<>(CommonSettings.PREFERENCES);
        rule.ifPresent(certificate -> preferences.put(BY_RULE, selecting(cardHosts, certificate)));
        return Map.of("binary", programs.path("chromium"), "args", arguments, "prefs", preferences);
    }

    /** The rule of the policy AutoSelectCertificateForUrls; as a preference it holds for one browser. */
    private static List<String> selecting(Set<String> cardHosts, X509Certificate certificate) {
        return Stream.concat(Stream.of(LOCALHOST), cardHosts.stream())
                .distinct()
                .sorted()
                .map(host -> selecting(host, certificate))
                .toList();
    }

    private static String selecting(String host, X509Certificate certificate) {
        return new Json()
                .toJson(Map.of(
                        "pattern",
                        "https://" + host,
                        "filter",
                        Map.of(
                                "ISSUER",
                                        Map.of("CN", CertificateNames.commonName(certificate.getIssuerX500Principal())),
                                "SUBJECT",
                                        Map.of(
                                                "CN",
                                                CertificateNames.commonName(certificate.getSubjectX500Principal())))));
    }
}
