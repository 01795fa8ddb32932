package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;

/** Where cards are issued: each has an identity of its own, and certificates that repeat it. */
final class Issuance {
    /** What ended yesterday, or begins in a month, still does so for the last of them. */
    private static final int SECONDS_OF_AN_HOUR = 3600;

    private static final String DOD = "9700";
    private static final String SYSTEM = "0001";

    private final Hierarchy hierarchy;
    private final AuthorityWorkshop workshop;
    private final KeyPool keys;
    private final Clock clock;
    private final AtomicInteger cards = new AtomicInteger();
    private final Lazy<ContentSigner> signer = new Lazy<>(this::makeSigner);

    Issuance(Hierarchy hierarchy, AuthorityWorkshop workshop, KeyPool keys, Clock clock) {
        this.hierarchy = hierarchy;
        this.workshop = workshop;
        this.keys = keys;
        this.clock = clock;
    }

    IssuedCard card(CardOrder order) {
        Terms terms = terms(order);
        List<Credential> credentials = credentials(terms, List.of(CertificateRole.values()));
        return new IssuedCard(terms.identity(), offering(order.offered(), credentials), signer.get());
    }

    /** The same, with what the order offers on the CAC edge in the place of the identity certificate. */
    private static List<Credential> offering(CertificateRole role, List<Credential> credentials) {
        Credential offered = credentials.stream()
                .filter(credential -> credential.role() == role)
                .findFirst()
                .orElseThrow();
        return credentials.stream()
                .map(credential -> credential.role() == CertificateRole.IDENTITY
                        ? new Credential(CertificateRole.IDENTITY, offered.certificate(), offered.privateKey())
                        : credential)
                .toList();
    }

    /** The CAC edge; what the order offers there is in the place of the identity certificate. */
    List<Credential> cac(CardOrder order) {
        List<CertificateRole> roles = new ArrayList<>(CertificateRole.cac());
        roles.set(0, order.offered());
        List<Credential> credentials = new ArrayList<>(credentials(terms(order), roles));
        Credential offered = credentials.get(0);
        credentials.set(0, new Credential(CertificateRole.IDENTITY, offered.certificate(), offered.privateKey()));
        return List.copyOf(credentials);
    }

    /** What all certificates of one card have in common. */
    private record Terms(CardOrder order, Persona persona, CardIdentity identity, CardValidity.Window validity) {}

    private Terms terms(CardOrder order) {
        int number = cards.incrementAndGet();
        Instant now = issuedAt(number);
        Persona persona = order.persona();
        CardValidity.Window ordered = order.validity().seenFrom(now);
        CardIdentity identity = new CardIdentity(
                fascN(persona, number).octets(), UUID.randomUUID(), order.life().lastDay(ordered, now));
        return new Terms(order, persona, identity, order.life().cut(ordered, identity.expires()));
    }

    /**
     * Within a second of its own, as cards come from a machine one after the other: browsers sort certificates by their time, and those of the
     * same second in no order that anybody could foresee.
     */
    private Instant issuedAt(int number) {
        return clock.instant().plusSeconds((number - 1) % SECONDS_OF_AN_HOUR);
    }

    private FascN fascN(Persona persona, int number) {
        String credential = String.format(Locale.ROOT, "%06d", number % 1_000_000);
        Programme programme = persona.particulars().programme();
        String agency = programme == Programme.PIV ? persona.affiliation().organisation() : DOD;
        return new FascN(agency, SYSTEM, credential, "1", persona.tenDigits(), persona.affiliation());
    }

    private List<Credential> credentials(Terms terms, List<CertificateRole> roles) {
        CardOrder order = terms.order();
        Map<CertificateRole, CompletableFuture<KeyPair>> pairs = new LinkedHashMap<>();
        for (CertificateRole role : roles) {
            pairs.put(role, keys.of(new KeyPool.Slot(order.persona().id(), role, order.cardNumber(), order.keys())));
        }
        IssuerSeries series = hierarchy.seriesFor(order);
        List<Credential> issued = new ArrayList<>();
        pairs.forEach((role, pair) -> issued.add(issue(terms, role, series.forRole(role), pair.join())));
        return List.copyOf(issued);
    }

    private Credential issue(Terms terms, CertificateRole role, CertificateAuthority issuer, KeyPair pair) {
        CardOrder order = terms.order();
        CertificateAuthority.Request request = new CertificateAuthority.Request(
                subject(terms, role),
                pair.getPublic(),
                terms.validity(),
                workshop.revocable(
                        issuer, new CardProfile(role, terms.persona(), terms.identity(), order), order.checkedAt()));
        X509Certificate certificate = order.serialNumber()
                .filter(number -> role == order.offered())
                .map(number -> issuer.issue(request, number))
                .orElseGet(() -> issuer.issue(request));
        return new Credential(role, certificate, pair.getPrivate());
    }

    private static X500Name subject(Terms terms, CertificateRole role) {
        return role == CertificateRole.CARD_AUTHENTICATION
                ? DirectoryName.ofCard(terms.identity())
                : DirectoryName.ofPerson(terms.persona());
    }

    private ContentSigner makeSigner() {
        CertificateAuthority issuer = hierarchy.contentSigners();
        KeyPair pair = keys.newRsa().join();
        X509Certificate certificate = issuer.issue(new CertificateAuthority.Request(
                DirectoryName.ofTest("DOD PIV CONTENT SIGNER 1"),
                pair.getPublic(),
                CardValidity.SIGNER.seenFrom(clock.instant()),
                workshop.revocable(issuer, CertificateProfiles.contentSigner(), RevocationService.UP)));
        return new ContentSigner(certificate, pair.getPrivate());
    }
}
