package org.cacharness.simulator.reader;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.reader.Tool.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Software that others wrote takes the card for a CAC. */
@ReaderOnThisMachine
@ParameterizedClass
@EnumSource
class ToolsOfTheFieldTest {
    private static final String MODULE_OPTION = "--module";
    private static final AdasCard ADA = new AdasCard();
    private static final Set<String> COMMANDS = ConcurrentHashMap.newKeySet();
    private static PrivatePcscd pcscd;

    @TempDir
    Path folder;

    private final CardProfile profile;
    private Tool tool;

    ToolsOfTheFieldTest(CardProfile profile) {
        this.profile = profile;
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
    static void insert(CardProfile profile) {
        reader().insert(
                        ContactCard.of(ADA.make(profile), profile.atr()),
                        exchange -> COMMANDS.add(exchange.toString()));
    }

    @AfterParameterizedClassInvocation
    static void pull(CardProfile profile) {
        reader().pull();
        assertThat(COMMANDS)
                .as("the journal")
                .isNotEmpty()
                .noneMatch(line -> line.contains(HexFormat.of().formatHex(AdasCard.PIN.getBytes(US_ASCII))));
        // OpenSC takes data without 61XX as well: that the card spoke T=0 has to be asked for
        assertThat(COMMANDS.stream().anyMatch(line -> line.matches(".* -> 61..")))
                .as("the card said 61XX")
                .isEqualTo(profile.atr().protocol() == AtrProfile.Protocol.T0);
        COMMANDS.clear();
    }

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder, pcscd.clientEnvironment(), AdasCard.PIN);
    }

    private static VirtualReader reader() {
        return pcscd.readers().get(0);
    }

    @Test
    void opensc_tool_names_the_card_a_cac() throws Exception {
        Run run = tool.run("opensc-tool", "-n");

        assertThat(run.output()).contains("Common Access Card (CAC)").contains(reader().name());
        assertThat(run.exit()).isZero();
    }

    @Test
    void opensc_tool_reads_the_atr_byte_for_byte() throws Exception {
        Run run = tool.run("opensc-tool", "-a");

        assertThat(run.output())
                .contains(HexFormat.ofDelimiter(":").formatHex(profile.atr().atr()));
    }

    @Test
    void pkcs11_tool_finds_one_token_with_the_cardholders_name() throws Exception {
        Run run = tool.run("pkcs11-tool", MODULE_OPTION, module(), "-L");

        assertThat(run.output())
                .containsOnlyOnce("token label")
                .contains("QUILLWORTH.ADA")
                .contains("login required")
                .contains("Common Access Card");
        assertThat(run.exit()).isZero();
    }

    @Test
    void pkcs11_tool_tests_every_key_without_an_error() throws Exception {
        Run run = tool.run(
                "pkcs11-tool", MODULE_OPTION, module(), "--test", "--login", "--pin", "env:" + Tool.PIN_VARIABLE);

        assertThat(run.output()).contains("No errors").doesNotContain("twice the same value");
        assertThat(run.output().split("SHA256-RSA-PKCS: OK", -1)).hasSizeGreaterThan(1);
        assertThat(run.output()).contains("RSA-PKCS-OAEP");
        assertThat(run.exit()).isZero();
    }

    @Test
    void pkcs15_tool_dumps_three_certificates_with_their_keys() throws Exception {
        Run run = tool.run("pkcs15-tool", "-D");

        assertThat(run.output().split("X.509 Certificate \\[", -1)).hasSize(4);
        assertThat(run.output().split("Private RSA Key \\[", -1)).hasSize(4);
        assertThat(run.output()).contains("PIN [");
        assertThat(run.exit()).isZero();
    }

    @Test
    void pkcs15_tool_reads_the_certificates_as_they_were_written() throws Exception {
        Run run = tool.run("pkcs15-tool", "--read-certificate", "0001");

        assertThat(run.output().replaceAll("\\s|-----[A-Z ]*-----", ""))
                .contains(Base64.getEncoder()
                        .encodeToString(ADA.credentials().get(0).certificate().getEncoded()));
    }

    @Test
    void ssh_keygen_lists_the_keys_of_the_certificates() throws Exception {
        Run run = tool.run("ssh-keygen", "-D", module());

        for (Credential credential : ADA.credentials()) {
            assertThat(run.output())
                    .contains(sshForm((RSAPublicKey) credential.certificate().getPublicKey()));
        }
        assertThat(run.exit()).isZero();
    }

    @Test
    void openssl_signs_through_its_pkcs11_engine() throws Exception {
        Files.writeString(folder.resolve("message"), "Registered information");
        Run run = tool.run(
                Map.of("OPENSSL_CONF", engineConfiguration().toString()),
                "openssl",
                "dgst",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-sign",
                "pkcs11:id=%00%01;type=private",
                "-sha256",
                "-out",
                "signature",
                "message");

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(isSignedByIdentityKey("message", "signature")).isTrue();
    }

    @Test
    void nss_lists_the_three_certificates_as_the_users_own() throws Exception {
        String database = "sql:" + folder;
        assertThat(tool.run("certutil", "-N", "-d", database, "--empty-password")
                        .exit())
                .isZero();
        Run added = tool.run("modutil", "-force", "-dbdir", database, "-add", "CAC", "-libfile", module());
        Path pin = secretFile("pin", AdasCard.PIN);

        Run run = tool.run("certutil", "-L", "-h", "all", "-d", database, "-f", pin.toString());

        assertThat(added.output()).contains("Module \"CAC\" added to database");
        assertThat(run.output().lines().filter(line -> line.endsWith("u,u,u"))).hasSize(3);
        assertThat(run.output()).contains("CAC ID Certificate", "CAC Email Signature Certificate");
        assertThat(run.exit()).isZero();
    }

    private static String module() {
        return Tool.library("opensc-pkcs11.so").toString();
    }

    private Path engineConfiguration() throws IOException {
        return secretFile(
                "openssl.cnf",
                String.join(
                        "\n",
                        List.of(
                                "openssl_conf = init",
                                "[init]",
                                "engines = engines",
                                "[engines]",
                                "pkcs11 = pkcs11",
                                "[pkcs11]",
                                "engine_id = pkcs11",
                                "dynamic_path = " + Tool.library("engines-3/pkcs11.so"),
                                "MODULE_PATH = " + module(),
                                "PIN = " + AdasCard.PIN,
                                "")));
    }

    private Path secretFile(String name, String text) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    private boolean isSignedByIdentityKey(String message, String signature)
            throws IOException, GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(ADA.credentials().get(0).certificate());
        verifier.update(Files.readAllBytes(folder.resolve(message)));
        return verifier.verify(Files.readAllBytes(folder.resolve(signature)));
    }

    /** RFC 4253, 6.6. */
    private static String sshForm(RSAPublicKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : List.of(
                "ssh-rsa".getBytes(US_ASCII),
                key.getPublicExponent().toByteArray(),
                key.getModulus().toByteArray())) {
            out.writeInt(part.length);
            out.write(part);
        }
        return "ssh-rsa " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
