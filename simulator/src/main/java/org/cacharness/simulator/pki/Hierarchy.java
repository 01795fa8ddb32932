package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;

/** Roots and issuers. The genuine ones are made at the start, in parallel; the others when first asked for. */
final class Hierarchy {
    private static final Duration PAST = Duration.ofDays(5 * 365);
    private static final Duration ISSUER_FUTURE = Duration.ofDays(6 * 365);
    private static final Duration ROOT_FUTURE = Duration.ofDays(20 * 365);

    private final KeyPool keys;
    private final RevocationServer server;
    private final Instant now;
    private final List<CertificateAuthority> all = new CopyOnWriteArrayList<>();
    private final List<CertificateAuthority> roots;
    private final List<IssuerSeries> genuine;
    private final CertificateAuthority servers;
    private final Lazy<IssuerSeries> foreign = new Lazy<>(this::makeForeign);
    private final Lazy<IssuerSeries> lookalike = new Lazy<>(this::makeLookalike);

    Hierarchy(KeyPool keys, RevocationServer server, Clock clock) {
        this.keys = keys;
        this.server = server;
        this.now = clock.instant();
        CompletableFuture<KeyPair> root3Keys = keys.newRsa();
        CompletableFuture<KeyPair> root6Keys = keys.newRsa();
        SeriesKeys keys64 = new SeriesKeys(keys.newRsa(), keys.newRsa());
        SeriesKeys keys70 = new SeriesKeys(keys.newRsa(), keys.newRsa());
        CertificateAuthority root3 = root("DoD Root CA 3", name("DoD Root CA 3"), root3Keys.join(), "SHA256");
        CertificateAuthority root6 = root("DoD Root CA 6", name("DoD Root CA 6"), root6Keys.join(), "SHA384");
        this.roots = List.of(root3, root6);
        this.genuine = List.of(series(root3, 64, keys64), series(root6, 70, keys70));
        this.servers = issuer(root3, "DOD SW CA-60", name("DOD SW CA-60"), KeyKind.P_256.newPair());
    }

    private record SeriesKeys(CompletableFuture<KeyPair> identity, CompletableFuture<KeyPair> email) {}

    List<CertificateAuthority> roots() {
        return roots;
    }

    /** Every authority that exists by now, trusted or not. */
    List<CertificateAuthority> all() {
        return List.copyOf(all);
    }

    CertificateAuthority servers() {
        return servers;
    }

    List<IssuerSeries> genuine() {
        return genuine;
    }

    /** A person's second card comes from the other root, as happens to people. */
    IssuerSeries seriesFor(CardOrder order) {
        return switch (order.issuer()) {
            case GENUINE -> genuineFor(order);
            case FOREIGN -> foreign.get();
            case LOOKALIKE -> lookalike.get();
        };
    }

    private IssuerSeries genuineFor(CardOrder order) {
        String digits = order.persona().edipi().digits();
        int lastDigit = Character.digit(digits.charAt(digits.length() - 1), 10);
        return genuine.get((lastDigit + order.cardNumber()) % genuine.size());
    }

    /** The same extensions for all: where revocation is asked, and what the profile adds. */
    CertificateAuthority.Profile revocable(CertificateAuthority issuer, CertificateAuthority.Profile profile) {
        return certificate -> {
            profile.addTo(certificate);
            RevocationAddresses.write(certificate, server.ocspUri(), server.issuerUri(issuer), server.crlUri(issuer));
        };
    }

    private IssuerSeries series(CertificateAuthority root, int number, SeriesKeys pairs) {
        String identity = "DOD ID CA-" + number;
        String email = "DOD EMAIL CA-" + number;
        return new IssuerSeries(
                issuer(root, identity, name(identity), pairs.identity().join()),
                issuer(root, email, name(email), pairs.email().join()));
    }

    private IssuerSeries makeForeign() {
        CertificateAuthority root = root(
                "Foreign Root CA",
                DirectoryName.ofForeigner("Foreign Root CA"),
                keys.newRsa().join(),
                "SHA256");
        CertificateAuthority issuer = issuer(
                root,
                "FOREIGN CA-1",
                DirectoryName.ofForeigner("FOREIGN CA-1"),
                keys.newRsa().join());
        return new IssuerSeries(issuer, issuer);
    }

    private IssuerSeries makeLookalike() {
        CertificateAuthority root =
                root("Lookalike Root CA 6", name("DoD Root CA 6"), keys.newRsa().join(), "SHA384");
        CertificateAuthority identity = issuer(
                root, "Lookalike ID CA-70", name("DOD ID CA-70"), keys.newRsa().join());
        CertificateAuthority email = issuer(
                root,
                "Lookalike EMAIL CA-70",
                name("DOD EMAIL CA-70"),
                keys.newRsa().join());
        return new IssuerSeries(identity, email);
    }

    private CertificateAuthority root(String file, X500Name name, KeyPair pair, String digest) {
        return served(CertificateAuthority.root(
                file,
                pair,
                digest,
                new CertificateAuthority.Request(
                        name, pair.getPublic(), valid(ROOT_FUTURE), CertificateProfiles.root())));
    }

    private CertificateAuthority issuer(CertificateAuthority root, String file, X500Name name, KeyPair pair) {
        return served(root.subordinate(
                file,
                pair,
                new CertificateAuthority.Request(
                        name, pair.getPublic(), valid(ISSUER_FUTURE), revocable(root, CertificateProfiles.issuer()))));
    }

    private CertificateAuthority served(CertificateAuthority authority) {
        server.serve(authority);
        all.add(authority);
        return authority;
    }

    private CardValidity.Window valid(Duration future) {
        return new CardValidity.Window(now.minus(PAST), now.plus(future));
    }

    private static X500Name name(String commonName) {
        return DirectoryName.ofTest(commonName);
    }
}
