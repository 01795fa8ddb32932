package org.cacharness.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
    private static final String PIN = "73914628";
    private static final String PASSWORD = "S&cr<t/\"p'\\ä=1";

    @TempDir
    Path folder;

    private final Secrets secrets = new Secrets();

    static Stream<Arguments> encodings() {
        byte[] password = PASSWORD.getBytes(UTF_8);
        String hex = HexFormat.of().formatHex(password);
        return Stream.of(
                Arguments.of(SecretEncoding.PLAIN, PASSWORD),
                Arguments.of(SecretEncoding.HEX, hex),
                Arguments.of(SecretEncoding.HEX, hex.toUpperCase(java.util.Locale.ROOT)),
                Arguments.of(SecretEncoding.HEX, HexFormat.ofDelimiter(" ").formatHex(password)),
                Arguments.of(SecretEncoding.BASE64, base64("", password)),
                Arguments.of(SecretEncoding.BASE64, base64("x", password)),
                Arguments.of(SecretEncoding.BASE64, base64("xy", password)),
                Arguments.of(
                        SecretEncoding.BASE64, Base64.getUrlEncoder().encodeToString(("x" + PASSWORD).getBytes(UTF_8))),
                Arguments.of(SecretEncoding.URL, URLEncoder.encode(PASSWORD, UTF_8)),
                Arguments.of(SecretEncoding.JSON, "S&cr<t/\\\"p'\\\\ä=1"),
                Arguments.of(SecretEncoding.JSON, "S&cr<t/\\\"p'\\\\\\u00e4=1"),
                Arguments.of(SecretEncoding.JSON, "S\\u0026cr\\u003ct/\\\"p\\u0027\\\\\\u00e4\\u003d1"),
                Arguments.of(SecretEncoding.JSON, "S&cr\\x3Ct\\x2F\\\"p'\\\\ä=1"),
                Arguments.of(SecretEncoding.MARKUP, "S&amp;cr&lt;t/&quot;p&#x27;\\ä&#x3D;1"),
                Arguments.of(SecretEncoding.MARKUP, "S&amp;cr&lt;t/&quot;p&#39;\\ä=1"),
                Arguments.of(SecretEncoding.MARKUP, "S&amp;cr&lt;t/\"p'\\ä=1"),
                Arguments.of(SecretEncoding.MARKUP, "S&amp;cr&lt;t/&quot;p&apos;\\ä=1"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void a_secret_is_found_in_each_encoding_and_masked(SecretEncoding encoding, String planted) throws IOException {
        secrets.register(SecretKind.PASSWORD, PASSWORD.toCharArray());
        write("a.txt", "one\nbefore " + planted + " after");

        List<Leak> leaks = scan();

        assertThat(leaks).singleElement().satisfies(leak -> {
            assertThat(leak.encoding()).isEqualTo(encoding);
            assertThat(leak.kind()).isEqualTo(SecretKind.PASSWORD);
            assertThat(leak.line()).isEqualTo(2);
            assertThat(leak.toString()).doesNotContain(planted).doesNotContain(PASSWORD);
        });
        write("a.txt", secrets.mask("one\nbefore " + planted + " after"));
        assertThat(scan()).isEmpty();
        assertThat(Files.readString(folder.resolve("a.txt"))).contains("before ", "****", " after");
    }

    @Test
    void utf_16_is_found() throws IOException {
        secrets.register(SecretKind.PASSWORD, PASSWORD.toCharArray());
        Files.write(folder.resolve("le"), ("x" + PASSWORD).getBytes(UTF_16LE));
        Files.write(folder.resolve("be"), ("x" + PASSWORD).getBytes(UTF_16BE));

        assertThat(scan()).extracting(Leak::encoding).containsExactly(SecretEncoding.UTF16, SecretEncoding.UTF16);
    }

    @Test
    void the_padded_block_of_a_short_pin_is_found() throws IOException {
        secrets.register(SecretKind.PIN, "482915".toCharArray());
        write("card.txt", "0020000008 343832393135FFFF\n34 38 32 39 31 35 ff ff");

        assertThat(scan())
                .extracting(Leak::encoding)
                .containsOnly(SecretEncoding.PIN_BLOCK)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIN 73914628.", "73914628", "pin=73914628&x", "{\"pin\":73914628}", "3733393134363238"})
    void a_pin_is_found_where_no_further_digit_stands_beside_it(String text) throws IOException {
        secrets.register(SecretKind.PIN, PIN.toCharArray());
        write("a.txt", text);

        assertThat(scan()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"173914628", "739146280", "7391-4628", "17391462800"})
    void a_longer_number_is_no_pin(String text) throws IOException {
        secrets.register(SecretKind.PIN, PIN.toCharArray());
        write("a.txt", text);

        assertThat(scan()).isEmpty();
    }

    @Test
    void only_a_clock_in_ndjson_may_show_the_number_of_a_pin() throws IOException {
        secrets.register(SecretKind.PIN, PIN.toCharArray());
        write("messages.ndjson", "{\"timestamp\":{\"seconds\":73914628,\"nanos\":73914628}}");
        assertThat(scan()).isEmpty();

        write("messages.ndjson", "{\"nanos\":\"73914628\"}\n{\"body\":\"73914628\"}");
        write("other.json", "{\"nanos\":73914628}");

        assertThat(scan()).hasSize(3);
    }

    @Test
    void archives_are_searched() throws IOException {
        secrets.register(SecretKind.PIN, PIN.toCharArray());
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(inner)) {
            gzip.write(("the PIN is " + PIN).repeat(3).getBytes(UTF_8));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("evidence.zip")))) {
            zip.putNextEntry(new ZipEntry("log/card.gz"));
            zip.write(inner.toByteArray());
        }

        assertThat(scan())
                .isNotEmpty()
                .allSatisfy(leak -> assertThat(leak.file()).endsWith("evidence.zip!log/card.gz!content"));
    }

    @Test
    void a_secret_in_a_file_name_is_found_and_not_repeated() throws IOException {
        secrets.register(SecretKind.PIN, PIN.toCharArray());
        write(PIN + ".txt", "");

        assertThat(scan())
                .singleElement()
                .satisfies(leak -> assertThat(leak.toString()).doesNotContain(PIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_private_key_is_found_in_der_pem_and_hex_but_its_public_part_is_none(String algorithm) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        secrets.register(pair.getPrivate());
        byte[] key = pair.getPrivate().getEncoded();
        Files.write(folder.resolve("key.der"), key);
        write("key.pem", new String(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(key), ISO_8859_1));
        write("key.hex", HexFormat.of().formatHex(key));
        Files.write(folder.resolve("public.der"), pair.getPublic().getEncoded());

        assertThat(scan())
                .extracting(leak -> Path.of(leak.file()).getFileName().toString())
                .contains("key.der", "key.pem", "key.hex")
                .doesNotContain("public.der");
    }

    /** One EC key in 256 has such a scalar; its line breaks in the middle of it. */
    @Test
    void a_private_key_whose_scalar_begins_with_a_zero_byte_is_found_in_pem_too() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        byte[] scalar = new byte[31];
        new Random(1).nextBytes(scalar);
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(1, scalar),
                        ((ECPublicKey) generator.generateKeyPair().getPublic()).getParams()));
        secrets.register(key);
        write("key.pem", new String(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(key.getEncoded()), ISO_8859_1));

        assertThat(scan()).isNotEmpty();
    }

    @Test
    void nothing_is_found_where_nothing_is() throws IOException {
        secrets.register(SecretKind.PASSWORD, PASSWORD.toCharArray());
        write("a.txt", "nothing to see");

        assertThat(scan()).isEmpty();
        assertThat(secrets.mask("nothing to see")).isEqualTo("nothing to see");
    }

    @Test
    void one_of_many_secrets_is_found_at_the_end_of_a_large_file() throws IOException {
        Random random = new Random(1);
        String last = "";
        for (int number = 0; number < 200; number++) {
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            last = HexFormat.of().formatHex(secret);
            secrets.register(SecretKind.PASSWORD, last.toCharArray());
        }
        byte[] content = new byte[20 << 20];
        random.nextBytes(content);
        for (int at = 0; at < content.length; at++) {
            content[at] = (byte) "0123456789abcdef \n".charAt((content[at] & 0xFF) % 18);
        }
        Files.write(folder.resolve("large.txt"), content);
        assertThat(scan()).isEmpty();

        Files.writeString(folder.resolve("large.txt"), last, StandardOpenOption.APPEND);

        assertThat(scan()).hasSize(1);
    }

    private List<Leak> scan() throws IOException {
        return new SecretScanner(secrets).scan(folder);
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }

    private static String base64(String before, byte[] secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(UTF_8));
        bytes.writeBytes(secret);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
