package org.cacharness.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.cacharness.edge.Refusal;
import org.cacharness.simulator.pki.Credential;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleByHandTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    private static List<X509Certificate> adas;
    private static List<X509Certificate> adasFormer;

    private final List<String> told = new ArrayList<>();
    private final List<String> record = new ArrayList<>();

    @BeforeAll
    static void issue() {
        try (TestPki pki = TestPki.start()) {
            adas = certificates(pki);
            adasFormer = certificates(pki);
        }
    }

    private static List<X509Certificate> certificates(TestPki pki) {
        return pki.issueCac(Personas.builtIn().named("Ada")).stream()
                .map(Credential::certificate)
                .toList();
    }

    @Test
    void the_person_is_told_the_documented_way_and_it_is_done_when_the_certificate_is_in_the_store() {
        StoreThatFills store = new StoreThatFills(look -> look < 4 ? List.of() : adas);

        List<X509Certificate> available =
                byHand(store, Duration.ofMinutes(1)).makeAvailable(Middleware.ACTIVCLIENT, adas, record::add);

        assertThat(available).isEqualTo(adas);
        assertThat(store.looks()).as("it came at the fourth look").isGreaterThanOrEqualTo(4);
        String serial = adas.get(0).getSerialNumber().toString(16);
        assertThat(told)
                .containsExactly(
                        ">> " + ConsoleByHand.words(Middleware.ACTIVCLIENT),
                        "   the certificate of serial number " + serial + ", the CAC's, is in Stand-in-MY");
        assertThat(record.get(0)).startsWith("2026-01-01T12:00:00Z The person is asked: Go to the Windows Start menu.");
        assertThat(record.get(1))
                .isEqualTo("2026-01-01T12:00:00Z Seen: the certificate of serial number " + serial
                        + ", the CAC's, is in Stand-in-MY");
    }

    /** Two cards of one person: same name, same keys here, another serial number. */
    @Test
    void the_certificate_of_another_card_of_the_same_person_is_not_the_effect() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> byHand(new StoreThatFills(look -> adasFormer), Duration.ofMillis(50))
                        .makeAvailable(Middleware.ACTIVCLIENT, adas, record::add));

        assertThat(adasFormer.get(0).getPublicKey()).isEqualTo(adas.get(0).getPublicKey());
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOBODY_ACTED);
        assertThat(refusal).hasMessageContaining("it was not seen within").hasMessageContaining("--patience");
        assertThat(record.get(1)).contains("Not seen within");
    }

    @Test
    void where_the_certificate_is_there_already_nobody_is_asked_and_that_is_on_record() {
        byHand(new StoreThatFills(look -> adas), Duration.ZERO)
                .makeAvailable(Middleware.ACTIVCLIENT, adas, record::add);

        assertThat(told).isEmpty();
        assertThat(record)
                .singleElement()
                .asString()
                .startsWith("Nobody was asked")
                .endsWith("is in Stand-in-MY already");
    }

    @Test
    void what_the_software_did_not_make_available_the_browser_does_not_get() {
        List<X509Certificate> available = byHand(
                        new StoreThatFills(look -> List.of(adasFormer.get(1), adas.get(0))), Duration.ZERO)
                .makeAvailable(Middleware.ACTIVCLIENT, adas, record::add);

        assertThat(available).containsExactly(adas.get(0));
    }

    @Test
    void where_nobody_is_there_nobody_is_waited_for() {
        ConsoleByHand console = new ConsoleByHand(new StoreThatFills(look -> List.of()).store(), Operator.absent());

        assertThatThrownBy(() -> console.makeAvailable(Middleware.ACTIVCLIENT, adas, record::add))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("run with --attended");
    }

    /** What the words leave out, nobody does. */
    @ParameterizedTest
    @EnumSource
    void the_words_have_every_part_of_the_documented_way_in_its_order(Middleware middleware) {
        List<String> parts = switch (middleware) {
            case ACTIVCLIENT ->
                List.of(
                        "Start menu",
                        "Programs",
                        "ActivIdentity",
                        "ActivClient",
                        "User Console",
                        "Tools",
                        "Advanced",
                        "Make Certificates Available to Windows",
                        "OK",
                        "close out");
            case ACTIVCARD_GOLD ->
                List.of(
                        "Start menu",
                        "Programs",
                        "Active Card Gold Folder",
                        "Active Card Gold Utilities",
                        "Tools",
                        "Register Certificates",
                        "YES",
                        "successfully installed",
                        "OK",
                        "Close out");
        };

        assertThat(ConsoleByHand.words(middleware)).containsSubsequence(parts);
    }

    @Test
    void a_store_that_cannot_be_read_is_told_by_its_name() {
        IntFunction<List<X509Certificate>> broken = look -> {
            throw new java.security.ProviderException("no access");
        };
        Provider provider = new StoreThatFills(broken);

        assertThatThrownBy(() -> CertificateStore.of("Another-MY", provider).certificates())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Certificate store Another-MY: expected to read it");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it has one")
    void elsewhere_than_on_windows_this_machine_has_none() {
        assertThat(CertificateStore.ofThisMachine()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "SunMSCAPI is there only")
    void on_windows_this_machine_has_one_that_can_be_read() {
        assertThat(CertificateStore.ofThisMachine()).hasValueSatisfying(store -> {
            assertThat(store.name()).isEqualTo("Windows-MY");
            assertThat(store.certificates()).isNotNull();
        });
    }

    private ConsoleByHand byHand(StoreThatFills store, Duration patience) {
        return new ConsoleByHand(store.store(), Operator.attending(told::add, patience, NOON));
    }
}
