package org.cacharness.simulator.pki;

import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Authorities beside DoD's own. Those that DoD accepts are made at the start, with elliptic keys, which cost nothing; the
 * others when first asked for.
 */
final class OtherAuthorities {
    private final KeyPool keys;
    private final AuthorityWorkshop workshop;
    private final IssuerSeries agency;
    private final IssuerSeries company;
    private final List<CertificateAuthority> acceptedRoots;
    private final Lazy<IssuerSeries> testers = new Lazy<>(this::makeTesters);
    private final Lazy<IssuerSeries> foreign = new Lazy<>(this::makeForeign);
    private final Lazy<IssuerSeries> lookalike = new Lazy<>(this::makeLookalike);
    private final Lazy<IssuerSeries> unheardOf;

    OtherAuthorities(KeyPool keys, AuthorityWorkshop workshop, CertificateAuthority root6) {
        this.keys = keys;
        this.workshop = workshop;
        CertificateAuthority federal = root("FPKI", "Federal Common Policy CA", "SHA384", KeyKind.P_384.newPair());
        CertificateAuthority eca = root("ECA", "ECA Root CA 4", "SHA256", KeyKind.P_256.newPair());
        this.agency = one(issuer(federal, "FPKI", "Agency PIV CA-5", KeyKind.P_384.newPair()));
        this.company = one(issuer(eca, "ECA", "ECA Vendor CA-8", KeyKind.P_256.newPair()));
        this.acceptedRoots = List.of(federal, eca);
        this.unheardOf = new Lazy<>(() -> makeUnheardOf(root6));
    }

    /** Roots and issuers that DoD accepts beside its own: other agencies' PIV cards, and companies' certificates. */
    List<CertificateAuthority> accepted() {
        return Stream.concat(acceptedRoots.stream(), Stream.of(agency.identity(), company.identity()))
                .toList();
    }

    IssuerSeries agency() {
        return agency;
    }

    IssuerSeries company() {
        return company;
    }

    IssuerSeries testers() {
        return testers.get();
    }

    IssuerSeries foreign() {
        return foreign.get();
    }

    IssuerSeries lookalike() {
        return lookalike.get();
    }

    IssuerSeries unheardOf() {
        return unheardOf.get();
    }

    private IssuerSeries makeTesters() {
        CertificateAuthority root =
                root("DoD JITC Root CA 3", dod("DoD JITC Root CA 3"), "SHA256", KeyKind.P_256.newPair());
        return new IssuerSeries(
                issuer(root, "DOD JITC ID CA-49", dod("DOD JITC ID CA-49"), KeyKind.P_256.newPair()),
                issuer(root, "DOD JITC EMAIL CA-49", dod("DOD JITC EMAIL CA-49"), KeyKind.P_256.newPair()));
    }

    private IssuerSeries makeUnheardOf(CertificateAuthority root6) {
        return new IssuerSeries(
                issuer(root6, "DOD ID CA-73", dod("DOD ID CA-73"), rsa()),
                issuer(root6, "DOD EMAIL CA-71", dod("DOD EMAIL CA-71"), rsa()));
    }

    private IssuerSeries makeForeign() {
        X500Name rootName = DirectoryName.ofForeigner("Foreign Root CA");
        CertificateAuthority root = root("Foreign Root CA", rootName, "SHA256", rsa());
        return one(issuer(root, "FOREIGN CA-1", DirectoryName.ofForeigner("FOREIGN CA-1"), rsa()));
    }

    /** DoD's names with other keys. */
    private IssuerSeries makeLookalike() {
        CertificateAuthority root = root("Lookalike Root CA 6", dod("DoD Root CA 6"), "SHA384", rsa());
        return new IssuerSeries(
                issuer(root, "Lookalike ID CA-70", dod("DOD ID CA-70"), rsa()),
                issuer(root, "Lookalike EMAIL CA-72", dod("DOD EMAIL CA-72"), rsa()));
    }

    private CertificateAuthority root(String unit, String name, String digest, KeyPair pair) {
        return root(name, DirectoryName.ofTest(unit, name), digest, pair);
    }

    private CertificateAuthority issuer(CertificateAuthority root, String unit, String name, KeyPair pair) {
        return issuer(root, name, DirectoryName.ofTest(unit, name), pair);
    }

    private CertificateAuthority root(String file, X500Name name, String digest, KeyPair pair) {
        return workshop.root(file, name, pair, digest);
    }

    private CertificateAuthority issuer(CertificateAuthority root, String file, X500Name name, KeyPair pair) {
        return workshop.issuer(root, file, name, pair);
    }

    private KeyPair rsa() {
        return keys.newRsa().join();
    }

    private static IssuerSeries one(CertificateAuthority issuer) {
        return new IssuerSeries(issuer, issuer);
    }

    private static X500Name dod(String name) {
        return DirectoryName.ofTest(name);
    }
}
