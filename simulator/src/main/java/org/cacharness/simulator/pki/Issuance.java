package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;

/** Where cards are issued: each has an identity of its own, and certificates that repeat it. */
final class Issuance {
    private static final String AGENCY = "9700";
    private static final String SYSTEM = "0001";

    private final Hierarchy hierarchy;
    private final KeyPool keys;
    private final Clock clock;
    private final AtomicInteger cards = new AtomicInteger();
    private final Lazy<ContentSigner> signer = new Lazy<>(this::makeSigner);

    Issuance(Hierarchy hierarchy, KeyPool keys, Clock clock) {
        this.hierarchy = hierarchy;
        this.keys = keys;
        this.clock = clock;
    }

    IssuedCard card(CardOrder order) {
        Terms terms = terms(order);
        return new IssuedCard(terms.identity(), credentials(terms, List.of(CertificateRole.values())), signer.get());
    }

    List<Credential> cac(CardOrder order) {
        return credentials(terms(order), CertificateRole.cac());
    }

    /** What all certificates of one card have in common. */
    private record Terms(CardOrder order, Persona persona, CardIdentity identity, CardValidity.Window validity) {}

    private Terms terms(CardOrder order) {
        Instant now = clock.instant();
        Persona persona = order.persona();
        CardValidity.Window ordered = order.validity().seenFrom(now);
        CardIdentity identity = new CardIdentity(
                fascN(persona).octets(), UUID.randomUUID(), order.life().lastDay(ordered, now));
        return new Terms(order, persona, identity, order.life().cut(ordered, identity.expires()));
    }

    private FascN fascN(Persona persona) {
        String credential = String.format(Locale.ROOT, "%06d", cards.incrementAndGet() % 1_000_000);
        return new FascN(AGENCY, SYSTEM, credential, "1", persona.edipi().digits(), persona.affiliation());
    }

    private List<Credential> credentials(Terms terms, List<CertificateRole> roles) {
        CardOrder order = terms.order();
        Map<CertificateRole, CompletableFuture<KeyPair>> pairs = new EnumMap<>(CertificateRole.class);
        for (CertificateRole role : roles) {
            pairs.put(role, keys.of(new KeyPool.Slot(order.persona().id(), role, order.cardNumber(), order.keys())));
        }
        IssuerSeries series = hierarchy.seriesFor(order);
        List<Credential> issued = new ArrayList<>();
        pairs.forEach((role, pair) -> issued.add(issue(terms, role, series.forRole(role), pair.join())));
        return List.copyOf(issued);
    }

    private Credential issue(Terms terms, CertificateRole role, CertificateAuthority issuer, KeyPair pair) {
        X509Certificate certificate = issuer.issue(new CertificateAuthority.Request(
                subject(terms, role),
                pair.getPublic(),
                terms.validity(),
                hierarchy.revocable(issuer, new CardProfile(role, terms.persona(), terms.identity(), terms.order()))));
        return new Credential(role, certificate, pair.getPrivate());
    }

    private static X500Name subject(Terms terms, CertificateRole role) {
        return role == CertificateRole.CARD_AUTHENTICATION
                ? DirectoryName.ofCard(terms.identity())
                : DirectoryName.ofPerson(terms.persona());
    }

    private ContentSigner makeSigner() {
        CertificateAuthority issuer = hierarchy.genuine().get(0).identity();
        KeyPair pair = keys.newRsa().join();
        X509Certificate certificate = issuer.issue(new CertificateAuthority.Request(
                DirectoryName.ofTest("DOD PIV CONTENT SIGNER 1"),
                pair.getPublic(),
                CardValidity.SIGNER.seenFrom(clock.instant()),
                hierarchy.revocable(issuer, CertificateProfiles.contentSigner())));
        return new ContentSigner(certificate, pair.getPrivate());
    }
}
