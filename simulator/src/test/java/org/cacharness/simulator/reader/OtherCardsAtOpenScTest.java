package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.KeyAgreement;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.KeyKind;
import org.cacharness.simulator.reader.Tool.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cards that are not in the matrix: EC keys, version 1, the other answers to reset of the field. */
@ReaderOnThisMachine
class OtherCardsAtOpenScTest {
    private static final DualCard RSA = new DualCard(KeyKind.RSA_2048);
    private static PrivatePcscd pcscd;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        pcscd = PrivatePcscd.start();
    }

    @AfterAll
    static void end() {
        pcscd.close();
    }

    @AfterEach
    void pull() {
        reader().pull();
    }

    @ParameterizedTest
    @CsvSource({
        "P_256, SYNTHETIC_T1, secp256r1, SHA-256",
        "P_256, GEMALTO, secp256r1, SHA-256",
        "P_384, SYNTHETIC_T1, secp384r1, SHA-384"
    })
    void opensc_signs_and_agrees_with_ec_keys(KeyKind keys, AtrProfile atr, String curve, String hash)
            throws Exception {
        DualCard card = new DualCard(keys);
        insert(card, new MatrixCell(CardModel.DUAL, atr, false));
        byte[] digest =
                MessageDigest.getInstance(hash).digest("Registered information".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("hash"), digest);
        KeyPair other = pair(curve);
        Files.write(folder.resolve("other"), other.getPublic().getEncoded());

        Run signed = pkcs11(
                "--sign",
                "--mechanism",
                "ECDSA",
                "--id",
                "01",
                "--signature-format",
                "openssl",
                "--input-file",
                "hash",
                "--output-file",
                "signature");
        Run derived = pkcs11(
                "--derive",
                "--mechanism",
                "ECDH1-DERIVE",
                "--id",
                "03",
                "--input-file",
                "other",
                "--output-file",
                "secret");

        assertThat(signed.exit()).as(signed.output()).isZero();
        Signature verifier = Signature.getInstance("NONEwithECDSA");
        verifier.initVerify(credential(card, CertificateRole.PIV_AUTHENTICATION).certificate());
        verifier.update(digest);
        assertThat(verifier.verify(Files.readAllBytes(folder.resolve("signature"))))
                .isTrue();
        assertThat(derived.exit()).as(derived.output()).isZero();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(other.getPrivate());
        agreement.doPhase(
                credential(card, CertificateRole.EMAIL_ENCRYPTION).certificate().getPublicKey(), true);
        assertThat(Files.readAllBytes(folder.resolve("secret"))).isEqualTo(agreement.generateSecret());
    }

    @ParameterizedTest
    @EnumSource(
            value = AtrProfile.class,
            names = {"GEMALTO", "SYNTHETIC_T1"})
    void opensc_takes_a_card_of_version_1_for_one(AtrProfile atr) throws Exception {
        insert(RSA, new MatrixCell(CardModel.CAC_V1, atr, false));

        Run name = tool().run("opensc-tool", "-n");
        Run test = pkcs11("--test");

        assertThat(name.output()).contains("Common Access Card (CAC 1)");
        assertThat(test.output()).contains("No errors");
    }

    @ParameterizedTest
    @EnumSource
    void opensc_works_with_a_dual_card_by_each_answer_to_reset(AtrProfile atr) throws Exception {
        insert(RSA, new MatrixCell(CardModel.DUAL, atr, false));

        Run test = pkcs11("--test");

        // Of these two OpenSC knows, by the answer to reset alone, that they have no random numbers, and does not ask
        String known = Set.of(AtrProfile.GIESECKE_DEVRIENT, AtrProfile.GIESECKE_DEVRIENT_SCE7)
                        .contains(atr)
                ? "ERR: C_GenerateRandom failed: CKR_FUNCTION_NOT_SUPPORTED (0x54)"
                : "";
        assertThat(test.output()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("ERR"))
                        .toList())
                .isEqualTo(known.isEmpty() ? List.of() : List.of(known));
        assertThat(test.output()).contains(known.isEmpty() ? "No errors" : "1 errors");
    }

    private Run pkcs11(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "pkcs11-tool",
                "--module",
                Tool.library("opensc-pkcs11.so").toString(),
                "--login",
                "--pin",
                "env:" + Tool.PIN_VARIABLE));
        command.addAll(List.of(arguments));
        return tool().run(command.toArray(String[]::new));
    }

    private void insert(DualCard card, MatrixCell cell) {
        reader().insert(ContactCard.of(card.make(cell), cell.atr()), ApduObserver.none());
    }

    private Tool tool() {
        return new Tool(folder, pcscd.clientEnvironment(), DualCard.PIN);
    }

    private static Credential credential(DualCard card, CertificateRole role) {
        return card.issued().credential(role);
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static VirtualReader reader() {
        return pcscd.readers().get(0);
    }
}
