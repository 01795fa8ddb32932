package org.cacharness.harborgate;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** The gate's pages. */
final class Pages {
    private final Set<Flaw> flaws;
    private final URI open;
    private final URI cards;

    Pages(Set<Flaw> flaws, URI open, URI cards) {
        this.flaws = flaws;
        this.open = open;
        this.cards = cards;
    }

    String signIn(String problem) {
        return page("Sign in", Optional.empty(), problem + """
                <table><tr><td><form method="post" action="%ssignin">
                <p><label>User ID <input name="user"></label></p>
                <p><input type="password" name="pass" aria-label="Passphrase" placeholder="Passphrase"></p>
                <p><input type="submit" value="Enter"></p></form></td>
                <td><a role="button" href="%ssmartcard">Use smart card</a></td></tr></table>
                """.formatted(open, cards));
    }

    String desk(Accounts.Session session) {
        boolean byCard = session.byCard() != flaws.contains(Flaw.SAYS_THE_WRONG_WAY);
        return page(
                "Your desk",
                Optional.of(session),
                "<p>Signed in by <b>" + (byCard ? "smart card" : "passphrase") + "</b>.</p>");
    }

    String security(Accounts.Session session) {
        return page(
                "Security",
                Optional.of(session),
                "<ul><li><a href=\"" + open + "desk/security/card\">Smart card</a></li></ul>");
    }

    String card(Optional<Accounts.Session> session, Optional<X509Certificate> linked) {
        return linked.isEmpty()
                ? noCard(session)
                : page("Smart card", session, """
                <dl class="card"><dt>Card on file</dt><dd>%s</dd></dl>
                <form method="post" action="%sdesk/security/card/remove">%s<button aria-label="Remove card">X</button></form>
                """.formatted(
                                CardReading.serial(linked.orElseThrow()), open, token(session)));
    }

    private String noCard(Optional<Accounts.Session> session) {
        String button = flaws.contains(Flaw.HAS_ANOTHER_BUTTON)
                ? "<button class=\"begin\">Begin</button>"
                : "<button class=\"link-card\"><img alt=\"\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\"></button>";
        return page("Smart card", session, """
                <p>No card on file.</p>
                <form method="post" action="%slink">%s%s</form>
                """.formatted(cards, token(session), button));
    }

    String sure(Accounts.Session session) {
        return page("Are you sure?", Optional.of(session), """
                <form method="post" action="%sdesk/security/card/removed">%s<button>Yes, remove it</button></form>
                """.formatted(open, token(Optional.of(session))));
    }

    String oneMoreStep(Accounts.Session session) {
        return page("One more step", Optional.of(session), """
                <form method="post" action="%slink">%s
                <p><label for="again">Passphrase again</label><input id="again" type="password" name="pass"></p>
                <button>Link this card</button></form>
                """.formatted(cards, token(Optional.of(session))));
    }

    String linked(Accounts.Session session, X509Certificate card) {
        String number = flaws.contains(Flaw.NAMES_NO_CERTIFICATE) ? "" : CardReading.serial(card);
        return page("All set", Optional.of(session), "<p>Your smart card is linked. " + number + "</p>");
    }

    String notPossible(Optional<Accounts.Session> session, String why) {
        return page("Not possible", session, "<p class=\"why\">" + why + "</p>");
    }

    String goodbye() {
        return page("Goodbye", Optional.empty(), "<p>Come again.</p>");
    }

    private String page(String title, Optional<Accounts.Session> session, String content) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbor Gate</title></head><body>
                <div class="brand">Harbor Gate. Test site, invented people.</div>%s<h2>%s</h2>%s</body></html>
                """.formatted(session.map(this::top).orElse(""), title, content);
    }

    private String top(Accounts.Session session) {
        String holder = flaws.contains(Flaw.SHOWS_ANOTHER_HOLDER) ? "SOMEBODY.ELSE" : session.account().holder;
        return """
                <div class="top"><a href="%sdesk">Desk</a> <a href="%sdesk/security">Security</a> <i>%s</i>
                <form method="post" action="%sleave">%s<button>Leave</button></form></div>
                """.formatted(open, open, holder.replace("&", "&amp;"), open, token(Optional.of(session)));
    }

    private static String token(Optional<Accounts.Session> session) {
        return session.map(known -> "<input type=\"hidden\" name=\"ticket\" value=\"" + known.token() + "\">")
                .orElse("");
    }
}
