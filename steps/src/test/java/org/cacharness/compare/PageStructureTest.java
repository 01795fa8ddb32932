package org.cacharness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageStructureTest {
    @Test
    void it_is_what_a_member_finds_in_the_pages_order() {
        PageStructure page = PageStructure.of("""
                <title>Log In</title><style>p { color: red }</style>
                <h1>Log In</h1><p role="alert">Wrong password</p>
                <form action="/login"><input type="hidden" name="token" value="a1b2">
                <label for="u">Username</label><input id="u" name="user" required>
                <label>Password <input type="password"></label>
                <input aria-label="Remember me" type="checkbox">
                <select name="realm"></select><input type="submit" value="Log In"><button> CAC  Login </button></form>
                <p>Forgotten? <a href="https://127.0.0.1:4711/reset?user=ada">Reset Password</a></p>
                <p hidden>nothing to see</p><p aria-hidden="true">nor here</p><script>alert(1)</script>
                """);

        assertThat(page.title()).isEqualTo("Log In");
        assertThat(page.parts())
                .extracting(PageStructure.Part::toString)
                .containsExactly(
                        "heading 1 \"Log In\"",
                        "message \"Wrong password\"",
                        "field \"Username (text, required)\"",
                        "field \"Password (password)\"",
                        "field \"Remember me (checkbox)\"",
                        "field \"realm (select)\"",
                        "button \"Log In\"",
                        "button \"CAC Login\"",
                        "text \"Forgotten?\"",
                        "link \"Reset Password → /reset?user=\"");
    }

    @Test
    void what_is_another_in_every_run_is_named_by_its_kind() {
        assertThat(List.of(
                        "Valid until 3 November 2026, 14:05 UTC",
                        "Serial 00c1b2d3e4f5",
                        "Linked 41:D9:3A:12:34:56:81:2A",
                        "since 2026-11-23T10:00:00.123Z",
                        "at https://localhost:40123/cac",
                        "valid for 150 days"))
                .extracting(Volatile::named)
                .containsExactly(
                        "Valid until (date), (time)",
                        "Serial (number)",
                        "Linked (number)",
                        "since (time)",
                        "at https://localhost:(port)/cac",
                        "valid for 150 days");
    }
}
