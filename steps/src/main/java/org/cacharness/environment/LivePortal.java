package org.cacharness.environment;

import java.net.URI;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.description.PortalDescription;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.recording.Recorder;
import org.cacharness.recording.Witness;
import org.cacharness.secrets.Secrets;

/**
 * A portal that is not ours: nothing in it can be arranged but by its pages, and what a run leaves in it stays.
 *
 * <p>An account whose login was refused is left alone for the rest of the run, for portals lock accounts.
 */
final class LivePortal {
    private final Portal portal;
    private final KeyStore trusted;
    private final boolean trustedByEveryBrowser;
    private final PortalAccounts accounts;
    private final Optional<Recorder> recorder;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    LivePortal(
            URI address,
            PortalDescription description,
            KeyStore trusted,
            boolean trustedByEveryBrowser,
            PortalAccounts accounts,
            Optional<Recorder> recorder) {
        this.portal = new Portal(address, description);
        this.trusted = trusted;
        this.trustedByEveryBrowser = trustedByEveryBrowser;
        this.accounts = accounts;
        this.recorder = recorder;
    }

    /** The portal that the user named, whose files were looked at before. */
    static LivePortal of(LivePortalRequest request) {
        try {
            return new LivePortal(
                    request.address(),
                    request.description(),
                    ServerTrust.read(request.trust()),
                    request.trust() == null,
                    request.accounts(),
                    Optional.ofNullable(request.recorder()));
        } catch (BadInputException changed) {
            throw new IllegalStateException(changed.getMessage(), changed);
        }
    }

    Portal portal() {
        return portal;
    }

    /** The authorities whom members' browsers trust for servers. */
    KeyStore trusted() {
        return trusted;
    }

    /** Those of them that the user named; public ones a browser knows by itself. */
    List<X509Certificate> authoritiesToInstall() {
        return trustedByEveryBrowser ? List.of() : Authorities.in(trusted);
    }

    /** The hosts that ask for the card: the one that a member types, and those that the description names. */
    Set<String> cardHosts() {
        Set<String> hosts = new TreeSet<>(portal.description().cardHosts());
        hosts.add(portal.address().getHost().toLowerCase(Locale.ROOT));
        return hosts;
    }

    PortalAccounts accounts() {
        return accounts;
    }

    /** The portal for one scenario. */
    PortalInUse inUse(Secrets secrets) {
        return inUse(
                secrets, recorder.map(known -> known.listen(portal, secrets)).orElse(Witness.NOBODY));
    }

    /** The same, where somebody learns what the scenario is about. */
    PortalInUse inUse(Secrets secrets, Witness witness) {
        return new LivePortalInUse(this, new FrontDoor(this, secrets, witness.listener()), witness);
    }

    void loginWasRefused(Member member) {
        refused.add(member.username());
    }

    /** Does nothing where the account's password was not refused before. */
    void requireNotRefused(Member member) {
        if (refused.contains(member.username())) {
            throw new IllegalStateException("Log in to the account of " + member.name()
                    + ": expected the password of the accounts file to be accepted, the portal refused it earlier in this"
                    + " run: it is not sent again, for that might lock the account; correct the file");
        }
    }
}
