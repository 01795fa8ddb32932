package org.cacharness.environment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cacharness.simulator.card.CardModel;

/**
 * Which scenarios a card behind OpenSC's PKCS#11 module cannot have, by their tags.
 *
 * @param inChromium whether Chromium uses the module; otherwise it is SunPKCS11
 * @param model of the cards; OpenSC prefers the PIV application where there is one
 */
record BehindOpenSc(boolean inChromium, CardModel model) {
    private static final Map<String, String> ALWAYS = Map.of(
            "@endless-list-of-containers",
            "not applicable: OpenSC gives up a card whose list of containers goes round, and shows no token of it",
            "@key-of-2041-bits",
            "not applicable: OpenSC does not sign with a key of 2041 bits, which makes every signature short",
            "@pulled-after-signature",
            "not applicable: whether OpenSC hands over a signature whose card is gone depends on who looks first",
            "@pin-for-each-signature",
            "not applicable: SunPKCS11 logs in once for each insertion, and OpenSC's CAC driver has no PIN for each signature");

    private static final Map<String, String> IN_CHROMIUM = Map.of(
            "@certificate-out-of-date",
            "not applicable: Chromium offers no certificate that has expired or is not yet valid",
            "@certificate-for-no-login",
            "not applicable: Chromium offers no certificate that is not for logging in",
            "@pulled-before-pin",
            "not applicable: OpenSC asks for the tries left before Chromium shows its chooser, and the card is gone by then",
            "@pin-that-costs-no-try",
            "not applicable: such a PIN leaves no trace on the card, and Chromium's dialog does not say what became of it",
            "@swapped-while-asked",
            "not applicable: where the card is another one by then, the PIN dialog is closed, and Chromium goes on without a certificate",
            "@beside-another-card",
            "not applicable: Chromium may ask for the other card's PIN first, and its dialog cannot be read: the harness types none");

    private static final Map<String, String> AS_PIV_CARD = Map.of(
            "@signs-with-9c",
            "not applicable: key 9C of a PIV card wants the PIN for each signature, and SunPKCS11 logs in once for each insertion");

    private static final Map<String, String> AS_LEGACY_CARD = Map.of(
            "@says-that-it-is-verified",
            "not applicable: a legacy dual card answers VERIFY without data by the tries left, also where the PIN was entered");

    /** Why a scenario cannot be had; empty where it can. */
    Optional<String> reasonNotToRun(List<String> tags) {
        return first(tags, ALWAYS)
                .or(() -> inChromium ? first(tags, IN_CHROMIUM) : Optional.empty())
                .or(() -> model.hasPiv() ? first(tags, AS_PIV_CARD) : Optional.empty())
                .or(() -> model == CardModel.LEGACY_DUAL ? first(tags, AS_LEGACY_CARD) : Optional.empty());
    }

    private static Optional<String> first(List<String> tags, Map<String, String> reasons) {
        return tags.stream().map(reasons::get).filter(Objects::nonNull).findFirst();
    }
}
