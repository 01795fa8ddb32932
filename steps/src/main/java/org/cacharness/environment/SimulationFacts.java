package org.cacharness.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.cacharness.cli.CardMake;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.HtmlUnitBrowser;
import org.cacharness.report.CodeHash;
import org.cacharness.report.RunFact;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.reader.AtrProfile;
import org.jspecify.annotations.Nullable;

/** What simulated scenarios run with. */
final class SimulationFacts {
    private SimulationFacts() {}

    static List<RunFact> inProcess(RunRequest request) {
        return List.of(
                new RunFact(RunFact.BROWSER, HtmlUnitBrowser.version()),
                new RunFact(RunFact.CARD_PATH, "in-process"),
                new RunFact(RunFact.MIDDLEWARE, "none: the harness sends the APDUs, the consoles are simulated"),
                new RunFact(RunFact.READER, "simulated, two for each computer"),
                atr(),
                card(request.equipment().model()),
                portal(request.portal().stubs()));
    }

    static List<RunFact> bridged(RunRequest request, String browser) {
        return List.of(
                new RunFact(RunFact.BROWSER, browser + (request.equipment().headed() ? "" : ", headless")),
                new RunFact(RunFact.CARD_PATH, "in-process, through the TLS bridge"),
                new RunFact(RunFact.MIDDLEWARE, "none: the harness sends the APDUs, the consoles are simulated"),
                new RunFact(RunFact.READER, "simulated, two for each computer"),
                atr(),
                card(request.equipment().model()),
                portal(request.portal().stubs()));
    }

    static List<RunFact> virtualReader(RunRequest request, Path module, String browser) {
        return List.of(
                new RunFact(RunFact.BROWSER, browser),
                new RunFact(RunFact.CARD_PATH, "virtual"),
                new RunFact(RunFact.MIDDLEWARE, "OpenSC PKCS#11: " + hashed(module)),
                new RunFact(RunFact.READER, "vpcd at a private pcscd, two readers"),
                atr(),
                card(request.equipment().model()),
                portal(request.portal().stubs()));
    }

    static List<RunFact> realCard(RunRequest request, String browser, RealCardChoice.Chosen card, boolean byHand) {
        boolean bridged = request.equipment().browser() == RunRequest.BrowserKind.CHROMIUM;
        return List.of(
                new RunFact(
                        RunFact.BROWSER,
                        browser + (bridged && !request.equipment().headed() ? ", headless" : "")),
                new RunFact(
                        RunFact.CARD_PATH,
                        "a real card, APDU over PC/SC" + (bridged ? ", through the TLS bridge" : "")),
                new RunFact(
                        RunFact.MIDDLEWARE,
                        byHand
                                ? "the harness sends the APDUs; ActivClient of this computer makes certificates available"
                                : "none: the harness sends the APDUs, the consoles are simulated"),
                new RunFact(RunFact.READER, card.terminal().getName()),
                new RunFact(RunFact.ATR, card.atr()),
                new RunFact(RunFact.CARD_PROFILE, "real card: " + keys(card.certificates())),
                portal(request.portal().stubs()));
    }

    /** For example {@code 3 certificates, RSA-2048, RSA-2048, EC-256}. */
    private static String keys(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> size(certificate.getPublicKey()))
                .collect(Collectors.joining(", ", certificates.size() + " certificates, ", ""));
    }

    private static String size(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA-" + rsa.getModulus().bitLength();
        }
        return key instanceof ECKey curve
                ? "EC-" + curve.getParams().getCurve().getField().getFieldSize()
                : key.getAlgorithm();
    }

    /** The in-process card and the virtual reader's answer with the same bytes. */
    private static RunFact atr() {
        return new RunFact(RunFact.ATR, HexFormat.of().withUpperCase().formatHex(AtrProfile.GEMALTO.atr()) + ", T=0");
    }

    private static RunFact card(CardMake.Model model) {
        return new RunFact(
                RunFact.CARD_PROFILE, "simulated CAC: " + edges(model) + "; " + CodeHash.of(SimulatedCac.class));
    }

    private static String edges(CardMake.Model model) {
        return switch (model) {
            case CAC_ONLY -> "GSC-IS containers, three RSA-2048 keys";
            case DUAL -> "CAC edge, and PIV application as SP 800-73-4 says, five RSA-2048 keys";
            case LEGACY_DUAL -> "CAC edge, and PIV application as in the field, five RSA-2048 keys";
            case CAC_V1 -> "version 1, three RSA-2048 keys";
        };
    }

    private static RunFact portal(@Nullable Path stubs) {
        return new RunFact(
                RunFact.PORTAL,
                stubs == null
                        ? "mock, built in: " + CodeHash.of(SimulatedCac.class)
                        : "mock, stubs of " + hashed(stubs));
    }

    private static String hashed(Path place) {
        try {
            return place + " sha256:" + CodeHash.of(place);
        } catch (IOException e) {
            return place + ", not readable";
        }
    }
}
