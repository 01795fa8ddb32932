package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.HarnessKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCommandTest {
    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    private Command cac;
    private Path pack;

    /** An RSA key costs more than a test. */
    @BeforeAll
    static void makeKey() throws EvidenceException {
        HarnessKey.in(keys, InstantSource.system());
    }

    @BeforeEach
    void run() throws IOException {
        Path state = Files.createDirectories(folder.resolve("target/state"));
        Files.copy(keys.resolve(HarnessKey.FILE), state.resolve(HarnessKey.FILE), StandardCopyOption.COPY_ATTRIBUTES);
        pack = folder.resolve("pack.zip");
        cac = new Command(folder);
        cac.feature(
                        "procedure.md",
                        "| id | step | seen |",
                        "|---|---|---|",
                        "| `@step-4` | open the page | it is open |",
                        "| `@step-5` | ask the card | it answers |",
                        "| `@step-7` | done | done |",
                        "| `@step-9` | never written | never |")
                .feature(
                        "a.feature",
                        "Feature: Registration",
                        "@step-4",
                        "Scenario: Ada registers",
                        "Given Ada has a CAC",
                        "@step-5",
                        "Scenario: Ada keeps her last try",
                        "Then the card has 1 try left",
                        "@step-7 @hardware-only",
                        "Scenario: Ada at a reader",
                        "Given Ada has a CAC");
        cac.execute("run");
    }

    @Test
    void the_pack_says_what_came_of_each_clause_and_what_is_missing() throws IOException {
        assertThat(pack()).isZero();

        JsonNode evidence = json("evidence.json");
        assertThat(evidence.at("/clauses/0/results/0/result").asText()).isEqualTo("passed");
        assertThat(evidence.at("/clauses/1/results/0/result").asText()).isEqualTo("refused");
        assertThat(evidence.at("/clauses/2/results/0/result").asText()).isEqualTo("not run");
        assertThat(evidence.at("/clauses/3/results/0/result").asText()).isEqualTo("not covered");
        assertThat(evidence.at("/refusals/0/scenario").asText()).isEqualTo("Ada keeps her last try");
        assertThat(evidence.get("gaps"))
                .extracting(gap ->
                        gap.get("what").asText() + ": " + gap.get("reason").asText())
                .contains(
                        "clause @step-7: done: needs a card in a reader",
                        "clause @step-9: never written: no scenario of this run covers it",
                        "1 scenario: needs a card in a reader",
                        "ATR: not recorded",
                        "card path virtual: no run of it was given to this pack");
        assertThat(evidence.at("/retries/0").asText())
                .contains("no scenario passed only when it was run again; round 1 of 1");
        assertThat(text("evidence.html")).contains("1 of 4 clauses passed", "never written", "no run of it");
    }

    @Test
    void the_pack_says_which_run_it_was() throws IOException {
        pack();

        JsonNode identity = json("identity.json").get(0);
        assertThat(identity.get("environment").asText()).isEqualTo("in-process · example");
        assertThat(identity.get("startedUtc").asText()).endsWith("Z");
        assertThat(identity.get("facts"))
                .extracting(fact -> fact.get("name").asText())
                .contains("Harness build", "System", "Java");
        assertThat(identity.at("/facts/0/value").asText()).containsPattern("sha256:[0-9a-f]{64}");
    }

    @Test
    void assessors_find_one_control_for_each_documented_step() throws IOException {
        pack();

        JsonNode hdf = json("results.hdf.json");
        for (String required : List.of("platform", "profiles", "statistics", "version")) {
            assertThat(hdf.has(required)).as(required).isTrue();
        }
        JsonNode controls = hdf.at("/profiles/0/controls");
        assertThat(controls)
                .extracting(control -> control.get("id").asText() + " "
                        + control.at("/results/0/status").asText() + " "
                        + control.at("/results/0/skip_message").asText())
                .containsExactly(
                        "@step-4 passed ",
                        "@step-5 skipped refused: VERIFY: expected at least 3 tries left, got 1: use another card",
                        "@step-7 skipped needs a card in a reader",
                        "@step-9 skipped no scenario covers it");
        for (JsonNode control : controls) {
            assertThat(control.fieldNames())
                    .toIterable()
                    .contains("id", "impact", "refs", "tags", "source_location", "results");
            assertThat(control.at("/results/0").fieldNames()).toIterable().contains("code_desc", "start_time");
        }
    }

    @Test
    void the_same_report_gives_the_same_pack() throws IOException {
        pack();
        cac.execute("evidence", "--out", "again.zip");

        assertThat(Files.mismatch(pack, folder.resolve("again.zip"))).isEqualTo(-1);
        assertThat(pack()).as("the same pack at the same place").isZero();
    }

    @Test
    void a_pack_is_found_intact_and_one_changed_byte_is_named() throws IOException {
        pack();
        assertThat(cac.execute("evidence", "verify", "pack.zip")).isZero();
        assertThat(cac.out())
                .contains("every byte is as it was signed", "CN=CAC Registration Harness", "own key on this machine");

        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 4;
        Files.write(pack, bytes);

        assertThat(cac.execute("evidence", "verify", "pack.zip")).isEqualTo(ExitCode.FAILED);
        assertThat(cac.err()).contains("pack.zip: NOT as it was signed").containsPattern("  report/\\S+: altered");
    }

    @Test
    void openssl_is_of_the_same_opinion() throws Exception {
        assumeThat(openssl("version")).as("openssl on this machine").isZero();
        pack();
        for (String file : List.of("manifest.json", "manifest.p7s")) {
            Files.write(folder.resolve(file), bytes(file));
        }
        Path key = folder.resolve("target/state").resolve(HarnessKey.FILE);
        String[] words = {
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "manifest.p7s",
            "-content",
            "manifest.json",
            "-CAfile",
            key.toString(),
            "-purpose",
            "any",
            "-out",
            "verified"
        };

        assertThat(openssl(words)).isZero();
        assertThat(folder.resolve("verified")).hasSameBinaryContentAs(folder.resolve("manifest.json"));

        Files.writeString(
                folder.resolve("manifest.json"), text("manifest.json").replace("\"size\" : ", "\"size\" : 1"));
        assertThat(openssl(words)).isNotZero();
    }

    @Test
    void only_those_who_are_named_are_believed() throws IOException {
        pack();
        cac.execute("evidence", "verify", "pack.zip", "--trust", "target/state/" + HarnessKey.FILE);
        assertThat(cac.err()).contains("--trust: expected certificates in PEM");

        String pem = Files.readString(folder.resolve("target/state").resolve(HarnessKey.FILE));
        Files.writeString(folder.resolve("own.pem"), pem.substring(pem.indexOf("-----BEGIN CERTIFICATE")));
        assertThat(cac.execute("evidence", "verify", "pack.zip", "--trust", "own.pem"))
                .isZero();
        assertThat(cac.out()).contains("vouched for by own.pem");
    }

    @Test
    void a_key_of_ones_own_signs_with_a_password_that_is_no_argument() throws Exception {
        assumeThat(Path.of("/dev/fd")).exists();
        Files.writeString(folder.resolve("key.pem"), keyOfTheHarness());
        Files.writeString(folder.resolve("password"), "correct horse\n");
        assumeThat(openssl(
                        "pkcs12",
                        "-export",
                        "-in",
                        "key.pem",
                        "-out",
                        "me.p12",
                        "-passout",
                        "file:" + folder.resolve("password")))
                .isZero();

        assertThat(signedBy("password")).isZero();
        Files.writeString(folder.resolve("wrong"), "something else\n");
        assertThat(signedBy("wrong")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void a_report_that_was_changed_after_its_scan_is_not_packed() throws IOException {
        Files.writeString(cac.report().resolve("note.txt"), "added");

        refuses("note.txt was added: run again", "evidence");
        Files.delete(cac.report().resolve("note.txt"));
        Files.writeString(cac.report().resolve("junit.xml"), "<testsuite/>");
        refuses("junit.xml was changed", "evidence");
        assertThat(pack).doesNotExist();
    }

    @Test
    void a_pack_that_stands_there_is_not_overwritten() throws IOException {
        Files.writeString(pack, "the only pack of an older run");

        refuses("pack.zip, which is there and is another", "evidence", "--out", "pack.zip");
        assertThat(pack).hasContent("the only pack of an older run");
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".cac-report-"));
    }

    @Test
    void bad_input_is_one_line() throws IOException {
        refuses("Report: expected one of './cac run' at", "evidence", "--report", "features");
        refuses(
                "expected harness, card [NAME], own-card or pkcs12 FILE, got nobody",
                "evidence",
                "--sign-with",
                "nobody");
        refuses("no card to sign with", "evidence", "--sign-with", "card");
        refuses("this harness reaches no real card", "evidence", "--sign-with", "own-card");
        refuses("expected a file that can be read", "evidence", "--sign-with", "pkcs12", "none.p12");
        refuses("which is no file", "evidence", "verify", "none.zip");
        refuses("it is no zip file", "evidence", "verify", "features/a.feature");
        Files.writeString(cac.report().resolve("run.json"), "{\"format\": 1}");
        refuses("expected a run.json of format 2, got format 1", "evidence");
    }

    private int pack() {
        return cac.execute("evidence", "--out", "pack.zip");
    }

    private void refuses(String message, String... words) {
        String before = cac.err();
        int code = cac.execute(words);

        String printed = cac.err().substring(before.length());
        assertThat(printed).contains(message).doesNotContain("\tat ");
        assertThat(printed.strip().lines()).hasSize(1);
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    }

    private String keyOfTheHarness() throws IOException {
        pack();
        return Files.readString(folder.resolve("target/state").resolve(HarnessKey.FILE));
    }

    private int signedBy(String passwordFile) throws IOException, InterruptedException {
        Process process = cac.starting(
                        "evidence", "--out", "mine.zip", "--password-fd", "0", "--sign-with", "pkcs12", "me.p12")
                .redirectInput(folder.resolve(passwordFile).toFile())
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("printed")).content().doesNotContain("correct horse");
        return process.exitValue();
    }

    private int openssl(String... words) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of("openssl"));
            command.addAll(List.of(words));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "openssl.log"))
                    .start();
            return process.waitFor();
        } catch (IOException absent) {
            return 127;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(bytes(file));
    }

    private String text(String file) throws IOException {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return zip.getInputStream(zip.getEntry(file)).readAllBytes();
        }
    }
}
