package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;

/** Makes roots and issuers, has their CRLs and certificates served, and knows them all. */
final class AuthorityWorkshop {
    private static final Duration PAST = Duration.ofDays(5 * 365);
    private static final Duration ISSUER_FUTURE = Duration.ofDays(6 * 365);
    private static final Duration ROOT_FUTURE = Duration.ofDays(20 * 365);

    private final RevocationServer server;
    private final Instant now;
    private final List<CertificateAuthority> all = new CopyOnWriteArrayList<>();

    AuthorityWorkshop(RevocationServer server, Clock clock) {
        this.server = server;
        this.now = clock.instant();
    }

    /** Every authority that exists by now, trusted or not. */
    List<CertificateAuthority> all() {
        return List.copyOf(all);
    }

    CertificateAuthority root(String file, X500Name name, KeyPair pair, String digest) {
        return served(CertificateAuthority.root(
                file,
                pair,
                digest,
                new CertificateAuthority.Request(
                        name, pair.getPublic(), valid(ROOT_FUTURE), CertificateProfiles.root())));
    }

    CertificateAuthority issuer(CertificateAuthority root, String file, X500Name name, KeyPair pair) {
        return served(root.subordinate(
                file,
                pair,
                new CertificateAuthority.Request(
                        name,
                        pair.getPublic(),
                        valid(ISSUER_FUTURE),
                        revocable(root, CertificateProfiles.issuer(), RevocationService.UP))));
    }

    /** The same extensions for all: what the profile adds, and where revocation is asked, of those who answer in some way. */
    CertificateAuthority.Profile revocable(
            CertificateAuthority issuer, CertificateAuthority.Profile profile, RevocationService service) {
        return certificate -> {
            profile.addTo(certificate);
            server.addresses(issuer, service).writeTo(certificate);
        };
    }

    private CertificateAuthority served(CertificateAuthority authority) {
        server.serve(authority);
        all.add(authority);
        return authority;
    }

    private CardValidity.Window valid(Duration future) {
        return new CardValidity.Window(now.minus(PAST), now.plus(future));
    }
}
