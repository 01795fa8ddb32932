package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tester's own folder of stubs and pages, whole and damaged. */
class StubFolderTest {
    @TempDir
    private Path folder;

    private final SmallPki pki = new SmallPki();

    StubFolderTest() throws Exception {}

    @BeforeEach
    void copyTheBuiltInFolder() throws Exception {
        URI resource = StubFolder.class.getResource("/portal").toURI();
        Path source = Path.of(resource);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void an_edited_page_is_served() throws Exception {
        edit("__files/entry.html", "News, mail and personnel services", "Good morning");

        try (PortalServer portal = start()) {
            assertThat(new TestBrowser(portal, pki, null).page().body()).contains("Good morning");
        }
    }

    @Test
    void an_edited_word_of_a_refusal_is_shown() throws Exception {
        edit("mappings/login.json", "The username or the password is wrong.", "No.");

        try (PortalServer portal = start()) {
            assertThat(new TestBrowser(portal, pki, null).logIn("x", "y").body())
                    .contains("No. Try again");
        }
    }

    @Test
    void damaged_json_is_named_in_one_line() throws Exception {
        edit("mappings/login.json", "\"mappings\": [", "\"mappings\": [,");

        assertRefused("login.json", "correct the JSON");
    }

    @Test
    void a_damaged_template_is_named_in_one_line() throws Exception {
        edit("__files/login.html", "{{#if portal.resetOffered}}", "{{#if portal.resetOffered");

        assertRefused("login.html", "expected a Handlebars template");
    }

    @Test
    void a_damaged_frame_is_named_in_one_line() throws Exception {
        edit("__files/frame.html", "{{content}}", "{{content");

        assertRefused("frame.html", "expected a Handlebars template");
    }

    @Test
    void a_missing_page_is_named_in_one_line() throws Exception {
        Files.delete(folder.resolve("__files/reset-issued.html"));

        assertRefused("reset-issued.html", "expected a readable file");
    }

    @Test
    void a_missing_part_is_named_in_one_line_with_the_page_that_wants_it() throws Exception {
        edit("__files/login.html", "{{part \"form-token.html\"}}", "{{part \"form-tocken.html\"}}");

        assertRefused("login.html", "expected the part \"form-tocken.html\" in __files");
    }

    @Test
    void an_unknown_action_is_named_in_one_line() throws Exception {
        edit("mappings/login.json", "\"log-out\"", "\"log-of\"");

        assertRefused("\"Log out\"", "got \"log-of\"");
    }

    @Test
    void a_forgotten_outcome_is_named_in_one_line() throws Exception {
        edit("mappings/login.json", "\"password-expired\"", "\"password-expire\"");

        assertRefused("\"Log in with username and password\"", "expected the outcome \"password-expired\"");
    }

    @Test
    void a_page_without_its_templating_is_named_in_one_line() throws Exception {
        edit("mappings/account.json", "\"response-template\"", "\"portal\"");

        assertRefused("\"Account home\"", "add response-template");
    }

    @Test
    void a_script_without_its_table_is_named_in_one_line() throws Exception {
        edit("__files/scripts/portal.js", "var table =", "var tables =");

        assertRefused("scripts/portal.js", "put the table back");
    }

    @Test
    void a_folder_that_is_none_is_named_in_one_line() {
        Path none = folder.resolve("nowhere");

        assertThatThrownBy(() -> PortalServer.start(settings().withStubs(none)))
                .isInstanceOf(StubFileException.class)
                .hasMessageContaining(none.toString());
    }

    @Test
    void a_taken_port_is_named_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            for (PortalSettings settings : new PortalSettings[] {
                settings().withPorts(port, 0), settings().withPorts(0, port)
            }) {
                assertThatThrownBy(() -> PortalServer.start(settings))
                        .isInstanceOf(PortalStartException.class)
                        .hasMessageContaining(String.valueOf(port))
                        .hasMessageContaining("choose another port")
                        .hasMessageNotContaining("\n");
            }
        }
    }

    private void assertRefused(String file, String wrong) {
        assertThatThrownBy(this::start)
                .isInstanceOf(StubFileException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(wrong)
                .hasMessageNotContaining("\n");
    }

    private PortalServer start() throws Exception {
        return PortalServer.start(settings().withStubs(folder));
    }

    private PortalSettings settings() throws Exception {
        return PortalSettings.of(pki.server(), SmallPki.PASSWORD, pki.trust()).withStart(SmallPki.NOW);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
