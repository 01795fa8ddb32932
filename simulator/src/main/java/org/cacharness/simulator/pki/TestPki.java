package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A PKI in the shape of DoD's, alive for one run: two roots, their issuers, CRL and OCSP on loopback.
 *
 * <p>Every issuer is marked as test by its name. All keys are made in this process and are written nowhere. May be used by
 * several threads.
 */
public final class TestPki implements AutoCloseable {
    /** A key pair that is being made when the PKI is closed is finished first: it cannot be interrupted. */
    private static final int CLOSING_SECONDS = 5;

    private final Clock clock;
    private final ExecutorService threads;
    /** Of its own: keys that are being made must not keep anybody waiting for an answer. */
    private final ExecutorService answering = pool();

    private final RevocationServer server;
    private final AuthorityWorkshop workshop;
    private final Hierarchy hierarchy;
    private final Issuance issuance;
    private final RevocationReader reader;
    private final StorePassword password = new StorePassword();
    private final Map<Set<String>, KeyStore> serverKeys = new ConcurrentHashMap<>();

    private TestPki(Clock clock, ExecutorService threads) {
        this.clock = clock;
        this.threads = threads;
        KeyPool keys = new KeyPool(threads);
        this.server = CompletableFuture.supplyAsync(() -> RevocationServer.start(clock, answering), threads)
                .join();
        this.workshop = new AuthorityWorkshop(server, clock);
        this.hierarchy = new Hierarchy(keys, workshop);
        this.issuance = new Issuance(hierarchy, workshop, keys, clock);
        this.reader = new RevocationReader(clock);
    }

    /** Makes the authorities and starts the CRL and OCSP service. */
    public static TestPki start() {
        return start(Clock.systemUTC());
    }

    /**
     * The same, with another clock.
     *
     * @param clock gives validities and the age of CRLs and OCSP answers
     */
    public static TestPki start(Clock clock) {
        return new TestPki(clock, pool());
    }

    private static ExecutorService pool() {
        return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), work -> {
            Thread thread = new Thread(work, "test-pki");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Issues the person's first card: the three certificates of {@link CertificateRole#cac}, with new serial numbers. */
    public List<Credential> issueCac(Persona persona) {
        return issueCac(CardOrder.of(persona));
    }

    /**
     * Issues the three certificates of a card's CAC edge: each call is a new card with new serial numbers.
     *
     * <p>Cards of the same person and number share their key pairs within the run, so that a scenario makes no keys.
     */
    public List<Credential> issueCac(CardOrder order) {
        return issuance.cac(order);
    }

    /**
     * Issues a card with both edges: five certificates, what the card says about itself, and who signs that.
     *
     * <p>As {@link #issueCac(CardOrder)}, each call is a new card, and keys are made once for each card number.
     */
    public IssuedCard issueCard(CardOrder order) {
        return issuance.card(order);
    }

    /** The certificate with its issuer and root, in this order: what a TLS peer sends, and the root. */
    public List<X509Certificate> chain(X509Certificate certificate) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        X509Certificate last = certificate;
        while (!last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            last = issuerOf(last).certificate();
            chain.add(last);
        }
        return List.copyOf(chain);
    }

    /**
     * A TLS server's key with its chain, PKCS12 in memory.
     *
     * @param host the server's name; the certificate also covers {@code localhost} and {@code 127.0.0.1}
     * @return one store per host and run: read it, do not change it
     */
    public KeyStore serverKey(String host) {
        return serverKey(Set.of(host));
    }

    /** The same for a server with several names, or with none but {@code localhost} and {@code 127.0.0.1}. */
    public KeyStore serverKey(Set<String> hosts) {
        return serverKeys.computeIfAbsent(Set.copyOf(hosts), this::makeServerKey);
    }

    /**
     * What a portal trusts for client certificates: both roots with their ID, EMAIL and SW issuers, and the roots and issuers of
     * the programmes that DoD accepts beside its own.
     */
    public KeyStore trustAnchors() {
        return InMemoryStore.trusting(hierarchy.trustedForMembers());
    }

    /** What a browser trusts for servers: both roots. */
    public KeyStore browserTrust() {
        return InMemoryStore.trusting(hierarchy.roots());
    }

    /** Password of the stores and of the key in them; random in every run. */
    public char[] storePassword() {
        return password.characters();
    }

    /** Revokes for good. */
    public void revoke(X509Certificate certificate, CRLReason reason) {
        issuerOf(certificate).ledger().revoke(certificate.getSerialNumber(), reason, clock.instant());
    }

    /** Puts on hold, until {@link #reinstate}. */
    public void suspend(X509Certificate certificate) {
        revoke(certificate, CRLReason.CERTIFICATE_HOLD);
    }

    /**
     * Lifts a hold.
     *
     * @throws IllegalStateException if the certificate was revoked for good
     */
    public void reinstate(X509Certificate certificate) {
        issuerOf(certificate).ledger().reinstate(certificate.getSerialNumber());
    }

    /** Asks the OCSP responder that the certificate names, over HTTP. */
    public RevocationStatus status(X509Certificate certificate) {
        return reader.byOcsp(certificate, issuerOf(certificate).certificate());
    }

    /** Reads the CRL that the certificate names, over HTTP. */
    public RevocationStatus statusByCrl(X509Certificate certificate) {
        return reader.byCrl(certificate, issuerOf(certificate).certificate());
    }

    /** Makes the CRL and OCSP service fail, or work again. */
    public void revocationService(RevocationService service) {
        server.become(service);
    }

    @Override
    public void close() {
        server.close();
        answering.shutdownNow();
        threads.shutdownNow();
        try {
            answering.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CertificateAuthority issuerOf(X509Certificate certificate) {
        return hierarchy.all().stream()
                .filter(authority -> authority.issued(certificate))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("test PKI: expected a certificate that it issued, got one of "
                                + certificate.getIssuerX500Principal() + ": ask the PKI that issued it"));
    }

    private KeyStore makeServerKey(Set<String> hosts) {
        CertificateAuthority issuer = hierarchy.servers();
        KeyPair pair = KeyKind.P_256.newPair();
        X509Certificate certificate = issuer.issue(new CertificateAuthority.Request(
                DirectoryName.ofServer(hosts.stream().sorted().findFirst().orElse(CertificateProfiles.THIS_MACHINE)),
                pair.getPublic(),
                CardValidity.CURRENT.seenFrom(clock.instant()),
                workshop.revocable(issuer, CertificateProfiles.tlsServer(hosts), RevocationService.UP)));
        return InMemoryStore.holding(pair, chain(certificate), password);
    }
}
