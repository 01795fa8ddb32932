package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** DoD's roots and issuers, made at the start, in parallel; and the others beside them. */
final class Hierarchy {
    private final AuthorityWorkshop workshop;
    private final List<CertificateAuthority> roots;
    private final List<IssuerSeries> genuine;
    private final CertificateAuthority servers;
    private final OtherAuthorities others;

    Hierarchy(KeyPool keys, AuthorityWorkshop workshop) {
        this.workshop = workshop;
        CompletableFuture<KeyPair> root3Keys = keys.newRsa();
        CompletableFuture<KeyPair> root6Keys = keys.newRsa();
        SeriesKeys below3 = new SeriesKeys(keys.newRsa(), keys.newRsa());
        SeriesKeys below6 = new SeriesKeys(keys.newRsa(), keys.newRsa());
        CertificateAuthority root3 = root("DoD Root CA 3", root3Keys, "SHA256");
        CertificateAuthority root6 = root("DoD Root CA 6", root6Keys, "SHA384");
        this.roots = List.of(root3, root6);
        this.genuine = List.of(
                series(root3, "DOD ID CA-64", "DOD EMAIL CA-63", below3),
                series(root6, "DOD ID CA-70", "DOD EMAIL CA-72", below6));
        this.servers = issuer(root3, "DOD SW CA-60", KeyKind.P_256.newPair());
        this.others = new OtherAuthorities(keys, workshop, root6);
    }

    private record SeriesKeys(CompletableFuture<KeyPair> identity, CompletableFuture<KeyPair> email) {}

    /** DoD's roots. */
    List<CertificateAuthority> roots() {
        return roots;
    }

    /** Whom a portal trusts for members: DoD's roots and issuers, and those of the programmes that DoD accepts. */
    List<CertificateAuthority> trustedForMembers() {
        List<CertificateAuthority> trusted = new ArrayList<>(roots);
        for (IssuerSeries series : genuine) {
            trusted.add(series.identity());
            trusted.add(series.email());
        }
        trusted.add(servers);
        trusted.addAll(others.accepted());
        return List.copyOf(trusted);
    }

    /** Every authority that exists by now, trusted or not. */
    List<CertificateAuthority> all() {
        return workshop.all();
    }

    CertificateAuthority servers() {
        return servers;
    }

    /** The issuer that signs for whoever signs the objects on cards. */
    CertificateAuthority contentSigners() {
        return genuine.get(0).identity();
    }

    IssuerSeries seriesFor(CardOrder order) {
        return switch (order.issuer()) {
            case GENUINE -> genuineFor(order);
            case NEW -> others.unheardOf();
            case FOREIGN -> others.foreign();
            case LOOKALIKE -> others.lookalike();
        };
    }

    private IssuerSeries genuineFor(CardOrder order) {
        return switch (order.persona().particulars().programme()) {
            case CAC -> ofBothRoots(order);
            case PIV -> others.agency();
            case ECA -> others.company();
            case JITC -> others.testers();
            case DEVICE -> new IssuerSeries(servers, servers);
        };
    }

    /** A person's second card comes from the other root, as happens to people. */
    private IssuerSeries ofBothRoots(CardOrder order) {
        String digits = order.persona().edipi().digits();
        int lastDigit = Character.digit(digits.charAt(digits.length() - 1), 10);
        return genuine.get((lastDigit + order.cardNumber()) % genuine.size());
    }

    private CertificateAuthority root(String name, CompletableFuture<KeyPair> pair, String digest) {
        return workshop.root(name, DirectoryName.ofTest(name), pair.join(), digest);
    }

    private CertificateAuthority issuer(CertificateAuthority root, String name, KeyPair pair) {
        return workshop.issuer(root, name, DirectoryName.ofTest(name), pair);
    }

    private IssuerSeries series(CertificateAuthority root, String identity, String email, SeriesKeys pairs) {
        return new IssuerSeries(
                issuer(root, identity, pairs.identity().join()),
                issuer(root, email, pairs.email().join()));
    }
}
