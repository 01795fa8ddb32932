package org.cacharness.simulator.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CRLReason;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestPkiTest {
    private static final long END_MILLIS = 10_000;
    private static final Persona ADA = Personas.builtIn().named("Ada");
    private static final Persona BOB = Personas.builtIn().named("Bob");

    @SuppressWarnings("NullAway.Init")
    private static TestPki pki;

    @BeforeAll
    static void start() {
        pki = TestPki.start();
    }

    @AfterAll
    static void end() {
        pki.close();
    }

    @AfterEach
    void repair() {
        pki.revocationService(RevocationService.UP);
    }

    /** An order whose keys cost nothing, for tests that are not about keys. */
    private static CardOrder cheap(Persona persona) {
        return CardOrder.of(persona).with(KeyKind.P_256);
    }

    static Stream<Persona> everybody() {
        return Personas.builtIn().all().stream();
    }

    static Stream<Persona> everybodyWithOrdinaryNames() {
        return everybody()
                .filter(Persona::hasEdipi)
                .filter(persona -> persona.particulars().number() == null);
    }

    @ParameterizedTest
    @MethodSource("everybodyWithOrdinaryNames")
    void the_name_of_every_persona_is_the_subject_in_dod_order(Persona persona) {
        X509Certificate certificate = pki.issueCac(cheap(persona)).get(0).certificate();

        String readBack = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
        assertThat(readBack)
                .isEqualTo("CN=" + persona.commonName() + ",OU=" + persona.component() + ",OU=PKI,OU="
                        + persona.particulars().department() + ",O=U.S. Government,C=US");
        assertThat(persona.commonName())
                .hasSizeLessThanOrEqualTo(64)
                .endsWith("." + persona.edipi())
                .matches("[A-Z' .-]+(3RD)?[A-Z' .-]+\\d{10}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pascoe|C=US,O=U.S. Government,OU=DoD,OU=PKI,OU=MINISTRY OF TIDES\\, ELSEWHERE,"
                        + "CN=TREGARROW.PASCOE.IVEY.9900000183,UID=4711",
                "Una|C=US,O=U.S. Government,OU=DEPARTMENT OF TIDES,CN=Una P. Wetherlam+UID=9900000022",
                "Vesper|C=US,O=U.S. Government,OU=ECA,OU=TEST ECA VENDOR,OU=EXAMPLE WIDGETS\\, INC,"
                        + "CN=Alderfen.Vesper.Q.ORC1000012345.ID",
                "Webster|C=US,O=U.S. Government,OU=DoD,OU=PKI,OU=USN,CN=kiosk-7.garrison.example"
            })
    void other_programmes_write_names_in_their_own_way(String id, String subject) {
        X509Certificate certificate =
                pki.issueCac(cheap(Personas.builtIn().named(id))).get(0).certificate();

        assertThat(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()))
                .hasToString(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada,2.16.840.1.101.2.1.11.42,1.3.6.1.5.5.7.3.2,TEST DOD ID CA-70",
        "Una,2.16.840.1.101.3.2.1.3.13,1.3.6.1.5.5.7.3.2;1.3.6.1.4.1.311.20.2.2,TEST Agency PIV CA-5",
        "Vesper,2.16.840.1.101.3.2.1.12.2,1.3.6.1.5.5.7.3.2,TEST ECA Vendor CA-8",
        "Webster,2.16.840.1.101.2.1.11.36,1.3.6.1.5.5.7.3.2,TEST DOD SW CA-60",
        "Yorick,2.16.840.1.101.2.1.11.42,1.3.6.1.5.5.7.3.2,TEST DOD JITC ID CA-49"
    })
    void a_programme_has_its_issuer_and_its_policy(String id, String policy, String purposes, String issuer)
            throws GeneralSecurityException {
        X509Certificate certificate =
                pki.issueCac(cheap(Personas.builtIn().named(id)).card(2)).get(0).certificate();

        assertThat(CertificateProfilesTest.policies(certificate)).containsExactly(policy);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(purposes.split(";"));
        assertThat(certificate.getIssuerX500Principal().getName()).startsWith("CN=" + issuer + ",");
    }

    @Test
    void the_portal_trusts_the_accepted_programmes_and_neither_testers_nor_strangers() throws Exception {
        Set<X500Principal> trusted = new HashSet<>();
        for (TrustAnchor anchor : new PKIXParameters(pki.trustAnchors()).getTrustAnchors()) {
            trusted.add(anchor.getTrustedCert().getSubjectX500Principal());
        }

        for (String accepted : List.of("Ada", "Bob", "Una", "Vesper", "Webster")) {
            assertThat(issuerOf(cheap(Personas.builtIn().named(accepted)))).isIn(trusted);
        }
        assertThat(issuerOf(cheap(Personas.builtIn().named("Yorick")))).isNotIn(trusted);
        assertThat(issuerOf(CardOrder.of(ADA).fromForeignIssuer())).isNotIn(trusted);
        assertThat(issuerOf(CardOrder.of(ADA).fromNewIssuer())).isNotIn(trusted);
    }

    private static X500Principal issuerOf(CardOrder order) {
        return pki.issueCac(order).get(0).certificate().getIssuerX500Principal();
    }

    @Test
    void what_is_offered_is_where_the_identity_certificate_would_be() throws GeneralSecurityException {
        CardOrder order = CardOrder.of(ADA).offering(CertificateRole.CARD_AUTHENTICATION);

        List<Credential> card = pki.issueCac(order);

        assertThat(card.stream().map(Credential::role)).isEqualTo(CertificateRole.cac());
        assertThat(card.get(0).certificate().getExtendedKeyUsage()).containsExactly("2.16.840.1.101.3.6.8");
    }

    @Test
    void issuers_may_give_the_same_serial_number_and_do_not_mix_them_up() {
        BigInteger number = BigInteger.valueOf(4711);
        X509Certificate adas =
                pki.issueCac(CardOrder.of(ADA).numbered(number)).get(0).certificate();
        X509Certificate bobs =
                pki.issueCac(CardOrder.of(BOB).numbered(number)).get(0).certificate();

        pki.revoke(bobs, CRLReason.SUPERSEDED);

        assertThat(adas.getSerialNumber()).isEqualTo(number).isEqualTo(bobs.getSerialNumber());
        assertThat(adas.getIssuerX500Principal()).isNotEqualTo(bobs.getIssuerX500Principal());
        assertThat(pki.status(adas)).isEqualTo(new RevocationStatus.Good());
    }

    static Stream<Arguments> services() {
        return Stream.of(
                arguments(RevocationService.UP, true, true),
                arguments(RevocationService.UNREACHABLE, false, false),
                arguments(RevocationService.STALE, false, false),
                arguments(RevocationService.CRL_ALONE, false, true),
                arguments(RevocationService.STALE_CRL_ALONE, false, false));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_card_may_be_checked_at_services_that_fail_while_others_work(
            RevocationService service, boolean ocsp, boolean crl) {
        X509Certificate certificate =
                pki.issueCac(CardOrder.of(ADA).checkedAt(service)).get(0).certificate();
        X509Certificate other = pki.issueCac(ADA).get(0).certificate();

        assertThat(pki.status(certificate) instanceof RevocationStatus.Good).isEqualTo(ocsp);
        assertThat(pki.statusByCrl(certificate) instanceof RevocationStatus.Good)
                .isEqualTo(crl);
        assertThat(pki.status(other)).isEqualTo(new RevocationStatus.Good());
        assertThat(pki.statusByCrl(other)).isEqualTo(new RevocationStatus.Good());
    }

    static Stream<Persona> whomDodIssuesTo() {
        return everybody()
                .filter(persona -> Set.of(Programme.CAC, Programme.DEVICE)
                        .contains(persona.particulars().programme()));
    }

    @ParameterizedTest
    @MethodSource("whomDodIssuesTo")
    void every_certificate_of_whom_dod_issues_to_validates_up_to_a_root_with_crl_and_with_ocsp(Persona persona)
            throws GeneralSecurityException {
        for (Credential credential : pki.issueCac(cheap(persona))) {
            PathCheck.byOcsp(pki, credential.certificate());
            PathCheck.byCrl(pki, credential.certificate());
        }
    }

    @Test
    void issuers_lie_under_both_roots_and_are_marked_as_test() {
        Set<X500Principal> roots = new HashSet<>();
        Set<X500Principal> issuers = new HashSet<>();

        for (Persona persona : List.of(ADA, BOB)) {
            for (int number = 1; number <= 2; number++) {
                for (Credential credential : pki.issueCac(CardOrder.of(persona).card(number))) {
                    List<X509Certificate> chain = pki.chain(credential.certificate());
                    issuers.add(chain.get(1).getSubjectX500Principal());
                    roots.add(chain.get(2).getSubjectX500Principal());
                }
            }
        }

        assertThat(roots).hasSize(2);
        assertThat(issuers).hasSize(4);
        assertThat(Stream.concat(roots.stream(), issuers.stream()).map(X500Principal::getName))
                .allMatch(name -> name.startsWith("CN=TEST ") && name.contains("O=U.S. Government (TEST)"));
    }

    @Test
    void a_persons_second_card_comes_from_the_other_root() {
        List<X509Certificate> first = pki.chain(pki.issueCac(ADA).get(0).certificate());
        List<X509Certificate> second =
                pki.chain(pki.issueCac(CardOrder.of(ADA).card(2)).get(0).certificate());

        assertThat(first.get(2)).isNotEqualTo(second.get(2));
    }

    @Test
    void keys_differ_by_slot_by_person_and_by_card() {
        List<PublicKey> keys = new ArrayList<>();
        for (CardOrder order : List.of(CardOrder.of(ADA), CardOrder.of(ADA).card(2), CardOrder.of(BOB))) {
            pki.issueCac(order)
                    .forEach(credential -> keys.add(credential.certificate().getPublicKey()));
        }

        assertThat(keys).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void the_same_card_ordered_twice_has_the_same_keys_and_new_serial_numbers() {
        X509Certificate once = pki.issueCac(ADA).get(1).certificate();
        X509Certificate again = pki.issueCac(ADA).get(1).certificate();

        assertThat(again.getPublicKey()).isEqualTo(once.getPublicKey());
        assertThat(again.getSerialNumber()).isNotEqualTo(once.getSerialNumber());
    }

    static Stream<Arguments> cards_that_do_not_validate() {
        return Stream.of(
                arguments("expired", CardOrder.of(ADA).expired(), "validity check failed"),
                arguments("not yet valid", CardOrder.of(ADA).notYetValid(), "validity check failed"),
                arguments(
                        "foreign",
                        CardOrder.of(ADA).fromForeignIssuer(),
                        "does not chain with any of the trust anchors"),
                arguments("lookalike", CardOrder.of(ADA).fromLookalikeIssuer(), "does not"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cards_that_do_not_validate")
    void a_card_that_is_wrong_in_one_way_does_not_validate(String way, CardOrder order, String reason) {
        X509Certificate certificate = pki.issueCac(order).get(1).certificate();

        assertThatThrownBy(() -> PathCheck.byOcsp(pki, certificate))
                .isInstanceOfAny(CertPathValidatorException.class, CertPathBuilderException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_lookalike_has_the_genuine_issuers_name() {
        X509Certificate lookalike =
                pki.issueCac(CardOrder.of(ADA).fromLookalikeIssuer()).get(0).certificate();

        assertThat(lookalike.getIssuerX500Principal().getName()).startsWith("CN=TEST DOD ID CA-70,");
    }

    @Test
    void a_device_certificate_fails_where_the_persons_policy_is_required() throws GeneralSecurityException {
        X509Certificate person = pki.issueCac(ADA).get(1).certificate();
        X509Certificate device =
                pki.issueCac(CardOrder.of(ADA).asDevice()).get(1).certificate();

        PathCheck.requiring(CertificatePolicy.MEDIUM_HARDWARE, pki, person);

        assertThat(device.getSubjectX500Principal()).isEqualTo(person.getSubjectX500Principal());
        assertThatThrownBy(() -> PathCheck.requiring(CertificatePolicy.MEDIUM_HARDWARE, pki, device))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_revoked_certificate_is_revoked_in_ocsp_and_crl_and_stays_so() {
        X509Certificate certificate = pki.issueCac(ADA).get(0).certificate();
        assertThat(pki.status(certificate)).isEqualTo(new RevocationStatus.Good());
        assertThat(pki.statusByCrl(certificate)).isEqualTo(new RevocationStatus.Good());

        pki.revoke(certificate, CRLReason.KEY_COMPROMISE);
        pki.revoke(certificate, CRLReason.SUPERSEDED);

        RevocationStatus expected = new RevocationStatus.Revoked(CRLReason.KEY_COMPROMISE);
        assertThat(pki.status(certificate)).isEqualTo(expected);
        assertThat(pki.statusByCrl(certificate)).isEqualTo(expected);
        assertThatThrownBy(() -> PathCheck.byOcsp(pki, certificate)).hasMessageContaining("revoked");
        assertThatThrownBy(() -> pki.reinstate(certificate))
                .hasMessageContaining("expected a suspended one, it is revoked for KEY_COMPROMISE");
    }

    @Test
    void the_jdk_finds_a_revoked_certificate_in_the_crl() {
        // A PKI of its own: the JDK remembers a CRL by its address for half a minute.
        try (TestPki fresh = TestPki.start()) {
            X509Certificate certificate = fresh.issueCac(ADA).get(0).certificate();

            fresh.revoke(certificate, CRLReason.KEY_COMPROMISE);

            assertThatThrownBy(() -> PathCheck.byCrl(fresh, certificate)).hasMessageContaining("revoked");
        }
    }

    @Test
    void a_suspended_certificate_is_good_again_once_reinstated() {
        X509Certificate certificate = pki.issueCac(ADA).get(0).certificate();

        pki.suspend(certificate);
        assertThat(pki.status(certificate)).isEqualTo(new RevocationStatus.Suspended());
        assertThat(pki.statusByCrl(certificate)).isEqualTo(new RevocationStatus.Suspended());

        pki.reinstate(certificate);
        assertThat(pki.status(certificate)).isEqualTo(new RevocationStatus.Good());
        assertThat(pki.statusByCrl(certificate)).isEqualTo(new RevocationStatus.Good());
    }

    @Test
    void revoking_one_card_leaves_the_persons_other_card_good() {
        X509Certificate old = pki.issueCac(ADA).get(0).certificate();
        X509Certificate fresh = pki.issueCac(ADA).get(0).certificate();

        pki.revoke(old, CRLReason.SUPERSEDED);

        assertThat(pki.status(fresh)).isEqualTo(new RevocationStatus.Good());
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationService.class,
            names = {"UNREACHABLE", "STALE"})
    void a_service_that_fails_gives_no_status(RevocationService service) {
        X509Certificate certificate = pki.issueCac(ADA).get(0).certificate();

        pki.revocationService(service);

        assertThat(pki.status(certificate)).isInstanceOf(RevocationStatus.Unreachable.class);
        assertThat(pki.statusByCrl(certificate)).isInstanceOf(RevocationStatus.Unreachable.class);
        assertThatThrownBy(() -> PathCheck.byOcsp(pki, certificate)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void an_issuers_certificate_has_a_status_too() {
        X509Certificate issuer =
                pki.chain(pki.issueCac(ADA).get(0).certificate()).get(1);

        assertThat(pki.status(issuer)).isEqualTo(new RevocationStatus.Good());
    }

    @Test
    void a_certificate_of_another_pki_is_refused() {
        try (TestPki other = TestPki.start()) {
            X509Certificate theirs = other.issueCac(ADA).get(0).certificate();

            assertThatThrownBy(() -> pki.status(theirs))
                    .hasMessageContaining("expected a certificate that it issued, got one of CN=TEST");
        }
    }

    @Test
    void the_servers_key_is_for_the_host_and_loopback_and_trusted_by_a_browser() throws GeneralSecurityException {
        KeyStore store = pki.serverKey("portal.example");

        X509Certificate certificate = (X509Certificate) store.getCertificate("server");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(2, "portal.example"));
        assertThat(store.getCertificateChain("server")).hasSize(3);
        assertThat(store.getKey("server", pki.storePassword())).isNotNull();
        assertThat(pki.browserTrust().getCertificateAlias(pki.chain(certificate).get(2)))
                .isNotNull();
    }

    @Test
    void a_server_has_several_names_and_a_host_that_is_an_address_is_none() throws GeneralSecurityException {
        KeyStore store = pki.serverKey(Set.of("login.example", "192.0.2.7", "[::1]"));

        assertThat(((X509Certificate) store.getCertificate("server")).getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(2, "login.example"),
                        List.of(7, "192.0.2.7"),
                        List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void no_secret_is_shown() {
        assertThat(pki.issueCac(ADA).get(0).toString())
                .contains("private key ****")
                .doesNotContain("RSA");
        assertThat(new StorePassword().toString()).isEqualTo("StorePassword[****]");
    }

    @Test
    void it_ends_its_threads_and_its_port() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        TestPki second = TestPki.start();
        X509Certificate certificate = second.issueCac(ADA).get(0).certificate();
        assertThat(own(before)).isNotEmpty().allMatch(Thread::isDaemon);

        second.close();

        // A pool has ended a moment before the last of its threads has
        for (Thread ending : own(before)) {
            ending.join(END_MILLIS);
        }
        assertThat(own(before)).isEmpty();
        assertThat(second.status(certificate)).isInstanceOf(RevocationStatus.Unreachable.class);
    }

    private static Set<Thread> own(Set<Thread> before) {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        now.removeIf(thread ->
                !thread.getName().startsWith("test-pki") && !thread.getName().startsWith("HTTP-Dispatcher"));
        return now;
    }
}
