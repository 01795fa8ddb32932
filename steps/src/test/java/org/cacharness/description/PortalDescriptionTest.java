package org.cacharness.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalDescriptionTest {
    @TempDir
    Path folder;

    private String text = "";

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = PortalDescription.class.getResourceAsStream("mocked-portal.yaml")) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_mocked_portal_has_every_term() {
        PortalDescription mocked = PortalDescription.mocked();

        assertThat(Term.values()).allMatch(mocked::knows);
        assertThat(mocked.all(Term.TO_REGISTRATION)).hasSize(3);
        assertThat(mocked.asksForPassword()).isEmpty();
    }

    @Test
    void an_entry_names_its_term_its_locator_and_its_line() throws IOException {
        Entry register = described(text).one(Term.REGISTER);

        assertThat(register)
                .hasToString("portal.yaml:" + line("  Register: Register") + ", \"Register\" (\"Register\")");
    }

    @Test
    void json_is_read_as_well() throws IOException {
        PortalDescription read =
                described(text.replace("  Register: Register", "  \"Register\": {\"label\": \"Join\"}"));

        assertThat(read.one(Term.REGISTER).locator()).isEqualTo(new Locator.Words("Join"));
    }

    @Test
    void a_term_that_the_main_path_needs_must_be_there() {
        refused("  Register: Register\n", "", "\"Register\" (presses) missing: add what the portal calls it");
    }

    @Test
    void a_term_that_the_procedure_does_not_know_is_told_with_those_it_knows() {
        refused("  Register: Register", "  Regsiter: Register", "got \"Regsiter\": they are to the login page, log in");
    }

    @Test
    void a_term_that_is_there_twice_is_refused() {
        refused("  Register: Register", "  Register: A\n  Register: B", "expected \"Register\" once, got it again");
    }

    @Test
    void hosts_that_ask_for_the_card_are_one_or_several() throws IOException {
        assertThat(described(text).cardHosts()).isEmpty();
        assertThat(described(text + "\nasks for the card at: Login.Portal.example\n")
                        .cardHosts())
                .containsExactly("login.portal.example");
        assertThat(described(text + "\nasks for the card at: [a.example, b.example]\n")
                        .cardHosts())
                .containsExactlyInAnyOrder("a.example", "b.example");
    }

    @Test
    void an_address_is_no_host() {
        refused(
                "format: 1",
                "format: 1\nasks for the card at: https://a.example/",
                "got \"https://a.example/\": leave scheme, port and path away");
    }

    @Test
    void a_section_that_is_none_is_refused() {
        refused("presses:", "buttons:", "got \"buttons\"");
    }

    @Test
    void a_way_to_find_a_thing_that_is_none_is_refused() {
        refused("  Register: Register", "  Register: {xpath: //button}", "\"Register\": expected one of {label: …}");
        refused("  Register: Register", "  Register: {role: image, name: A}", "expected a role of [button, link");
        refused("  Register: Register", "  Register: {label: A, selector: b}", "got [label, selector]");
    }

    @Test
    void a_list_is_for_what_is_pressed() {
        refused("  username: Username", "  username: [A, B]", "lists are for \"presses\"");
    }

    @Test
    void what_is_read_out_of_a_page_needs_a_selector() {
        refused("{selector: \"#new-password\"}", "Your password", "\"the issued password\": expected {selector: …}");
    }

    @Test
    void another_format_and_no_format_are_refused() {
        refused("format: 1", "format: 2", "this harness reads no other");
        refused("format: 1", "portal: x", "expected \"portal\" once");
        assertThatThrownBy(() -> described(text.replace("format: 1\n", ""))).hasMessageContaining("got none: add it");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        assertThatThrownBy(() -> described("format: 1\npages:\n  a: b: c\n"))
                .isInstanceOf(DescriptionException.class)
                .hasMessageStartingWith("portal.yaml:3: expected YAML");
        assertThatThrownBy(() -> described("")).hasMessageContaining("docs/live-portal.md has an example");
        assertThatThrownBy(() -> described("- a\n- b\n")).hasMessageContaining("got something else");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Path file = Files.write(folder.resolve("portal.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> PortalDescription.read(file)).hasMessageContaining("in UTF-8, got other bytes");
    }

    @Test
    void tags_that_would_make_objects_are_refused() {
        refused("portal: the mocked portal", "portal: !!java.net.URL http", "Global tag is not allowed");
    }

    private void refused(String was, String is, String message) {
        assertThat(text).contains(was);
        assertThatThrownBy(() -> described(text.replace(was, is)))
                .isInstanceOf(DescriptionException.class)
                .hasMessageStartingWith("portal.yaml")
                .hasMessageContaining(message);
    }

    private PortalDescription described(String content) throws IOException {
        return PortalDescription.read(Files.writeString(folder.resolve("portal.yaml"), content));
    }

    private int line(String words) {
        return (int) text.substring(0, text.indexOf(words)).lines().count() + 1;
    }
}
