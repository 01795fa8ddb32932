package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardMake;
import org.cacharness.cli.Course;
import org.cacharness.cli.Equipment;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.cli.Selection;
import org.cacharness.cli.Shard;
import org.cacharness.simulator.card.CardModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualReaderHarnessTest {
    private final Harness simulated = new SimulatedHarness();

    @Test
    void a_machine_without_the_components_is_told_what_is_missing_and_what_to_run() {
        Harness bare = new VirtualReaderHarness(
                simulated,
                () -> Optional.of("not installed: pcscd: run scripts/install-virtual-reader"),
                Optional.empty(),
                new BehindOpenSc(false, CardModel.CAC_ONLY));

        assertThatThrownBy(() -> bare.check(request(CardPath.VIRTUAL)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("--card virtual: not installed: pcscd: run scripts/install-virtual-reader");
    }

    @Test
    void each_card_path_is_a_column_of_its_own_in_the_report() {
        assertThat(simulated.forRequest(request(CardPath.VIRTUAL)).environment())
                .isEqualTo("virtual reader · OpenSC PKCS#11 · HtmlUnit");
        assertThat(simulated
                        .forRequest(request(CardPath.VIRTUAL, BrowserKind.CHROMIUM))
                        .environment())
                .isEqualTo("virtual reader · OpenSC PKCS#11 · Chromium");
        assertThat(simulated.forRequest(request(CardPath.IN_PROCESS)).environment())
                .isEqualTo("in-process · HtmlUnit");
        assertThat(simulated
                        .forRequest(request(CardPath.IN_PROCESS, BrowserKind.CHROMIUM))
                        .environment())
                .isEqualTo("in-process · Chromium");
    }

    @Test
    void where_no_real_card_may_be_used_the_browser_that_was_asked_for_stays() {
        assertThat(simulated
                        .forRequest(request(CardPath.AUTO, BrowserKind.CHROMIUM))
                        .environment())
                .isEqualTo("card in a PC/SC reader, else in-process · Chromium");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@certificate-out-of-date", "@certificate-for-no-login"})
    void what_chromium_does_not_offer_is_not_run_in_it_with_the_reason(String tag) {
        List<String> tags = List.of("@step-6-certificate", tag);

        assertThat(simulated
                        .forRequest(request(CardPath.VIRTUAL, BrowserKind.CHROMIUM))
                        .reasonNotToRun("", tags, List.of()))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("not applicable: Chromium offers no"));
        assertThat(simulated.forRequest(request(CardPath.VIRTUAL)).reasonNotToRun("", tags, List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CardMake.Model.class,
            names = {"DUAL", "LEGACY_DUAL"})
    void a_key_with_the_pin_for_each_signature_is_not_used_through_sunpkcs11(CardMake.Model model) {
        List<String> tags = List.of("@signs-with-9c");

        assertThat(simulated
                        .forRequest(request(CardPath.VIRTUAL, BrowserKind.HTMLUNIT, model))
                        .reasonNotToRun("", tags, List.of()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("9C").contains("PIN for each signature"));
        assertThat(simulated.forRequest(request(CardPath.VIRTUAL)).reasonNotToRun("", tags, List.of()))
                .isEmpty();
    }

    @Test
    void a_legacy_card_does_not_say_that_its_pin_was_entered() {
        List<String> tags = List.of("@says-that-it-is-verified");

        assertThat(simulated
                        .forRequest(request(CardPath.VIRTUAL, BrowserKind.HTMLUNIT, CardMake.Model.LEGACY_DUAL))
                        .reasonNotToRun("", tags, List.of()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("legacy dual card"));
        assertThat(simulated
                        .forRequest(request(CardPath.VIRTUAL, BrowserKind.HTMLUNIT, CardMake.Model.DUAL))
                        .reasonNotToRun("", tags, List.of()))
                .isEmpty();
    }

    @Test
    void a_model_that_a_run_cannot_have_is_refused_with_what_to_do() {
        assertThatThrownBy(() ->
                        simulated.check(request(CardPath.IN_PROCESS, BrowserKind.HTMLUNIT, CardMake.Model.CAC_V1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("./cac card --model cac-v1");
        assertThatThrownBy(() -> simulated.check(request(CardPath.AUTO, BrowserKind.HTMLUNIT, CardMake.Model.DUAL)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("may find a real one");
    }

    static RunRequest request(CardPath card) {
        return request(card, BrowserKind.HTMLUNIT);
    }

    private static RunRequest request(CardPath card, BrowserKind browser) {
        return request(card, browser, CardMake.Model.CAC_ONLY);
    }

    private static RunRequest request(CardPath card, BrowserKind browser, CardMake.Model model) {
        return new RunRequest(
                new Selection(List.of(), null, null, Shard.ALL, null),
                new Course(1, 1, 0, 1, false),
                new Equipment(card, null, model, null, browser, false, null),
                new PortalRequest(null, null, null, null),
                false,
                Path.of("report"),
                false);
    }
}
