package org.cacharness.simulator.reader;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.pki.KeyKind;
import org.cacharness.simulator.reader.MatrixCell.Driver;
import org.cacharness.simulator.reader.Tool.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each driver of OpenSC takes each kind of card for what it is, and works with all of its keys. */
@ReaderOnThisMachine
@ParameterizedClass(name = "{0}")
@MethodSource("cards")
class DriverMatrixTest {
    private static final String CAC_NAME = "Common Access Card (CAC)";
    private static final String PIV_NAME = "Personal Identity Verification Card";
    private static final DualCard ADA = new DualCard(KeyKind.RSA_2048);
    private static final Set<String> COMMANDS = ConcurrentHashMap.newKeySet();
    private static PrivatePcscd pcscd;

    @TempDir
    Path folder;

    private final MatrixCell card;

    DriverMatrixTest(MatrixCell card) {
        this.card = card;
    }

    static List<MatrixCell> cards() {
        return MatrixCell.all();
    }

    @BeforeAll
    static void start() {
        pcscd = PrivatePcscd.start();
    }

    @AfterAll
    static void end() {
        pcscd.close();
    }

    @BeforeParameterizedClassInvocation
    static void insert(MatrixCell card) {
        COMMANDS.clear();
        reader().insert(ContactCard.of(ADA.make(card), card.atr()), exchange -> COMMANDS.add(exchange.toString()));
    }

    @AfterParameterizedClassInvocation
    static void pull(MatrixCell card) {
        reader().pull();
        assertThat(COMMANDS)
                .as("the journal")
                .isNotEmpty()
                .noneMatch(line -> line.contains(HexFormat.of().formatHex(DualCard.PIN.getBytes(US_ASCII))));
        // OpenSC takes data without 61XX as well: that the card spoke T=0 has to be asked for
        assertThat(COMMANDS)
                .as("SELECT with an answer")
                .filteredOn(line -> line.startsWith("00A4040"))
                .anyMatch(line -> line.matches(".* -> 61..") == (card.atr().protocol() == AtrProfile.Protocol.T0)
                        && !line.endsWith("6A82"));
    }

    @ParameterizedTest
    @EnumSource
    void opensc_tool_names_the_edge_that_the_driver_takes(Driver driver) throws Exception {
        Run run = tool().run(driver.environment(), "opensc-tool", "-n");

        if (hasEdgeOf(driver)) {
            assertThat(run.output()).contains(card.model().hasPiv() && driver != Driver.CAC ? PIV_NAME : CAC_NAME);
            assertThat(run.exit()).isZero();
        } else {
            assertThat(run.output()).contains("Card is invalid or cannot be handled");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pkcs11_tool_tests_every_key_without_an_error(Driver driver) throws Exception {
        Run run = tool().run(
                        driver.environment(),
                        "pkcs11-tool",
                        "--module",
                        Tool.library("opensc-pkcs11.so").toString(),
                        "--test",
                        "--login",
                        "--pin",
                        "env:" + Tool.PIN_VARIABLE);

        if (!hasEdgeOf(driver)) {
            assertThat(run.output()).contains("CKR_TOKEN_NOT_RECOGNIZED");
            return;
        }
        assertThat(run.output()).contains("Decryption").contains("SHA256-RSA-PKCS: OK");
        if (isKnownAsDualCac(driver)) {
            // OpenSC believes that such a card has no random numbers, and does not ask: the error is of its own making
            assertThat(errors(run)).containsExactly("ERR: C_GenerateRandom failed: CKR_FUNCTION_NOT_SUPPORTED (0x54)");
            assertThat(run.output()).contains("1 errors");
            assertThat(COMMANDS).noneMatch(line -> line.startsWith("0087") && line.startsWith("9B", 6));
        } else {
            assertThat(errors(run)).isEmpty();
            assertThat(run.output()).contains("No errors").doesNotContain("twice the same value");
        }
        assertThat(run.exit()).isZero();
    }

    private boolean hasEdgeOf(Driver driver) {
        return driver != Driver.PIV || card.model().hasPiv();
    }

    /** By the PKI instances that its PIV CCC names. */
    private boolean isKnownAsDualCac(Driver driver) {
        return card.model() == CardModel.LEGACY_DUAL && driver != Driver.CAC;
    }

    private static List<String> errors(Run run) {
        return run.output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ERR"))
                .toList();
    }

    private Tool tool() {
        return new Tool(folder, pcscd.clientEnvironment(), DualCard.PIN);
    }

    private static VirtualReader reader() {
        return pcscd.readers().get(0);
    }
}
