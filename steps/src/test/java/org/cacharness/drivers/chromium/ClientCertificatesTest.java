package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class ClientCertificatesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");

    @Test
    void what_ends_latest_is_the_first_row() throws Exception {
        X509Certificate sooner = certificate(1, START, END);
        X509Certificate later = certificate(2, START, END.plusSeconds(1));

        assertThat(ClientCertificates.row(List.of(sooner, later), later)).isZero();
        assertThat(ClientCertificates.row(List.of(sooner, later), sooner)).isEqualTo(1);
    }

    @Test
    void of_those_that_end_together_the_one_that_began_latest_is_first() throws Exception {
        X509Certificate older = certificate(1, START, END);
        X509Certificate newer = certificate(2, START.plusSeconds(1), END);

        assertThat(ClientCertificates.row(List.of(older, newer), newer)).isZero();
    }

    @Test
    void equals_stay_in_the_order_of_the_card() throws Exception {
        X509Certificate identity = certificate(1, START, END);
        X509Certificate signature = certificate(2, START, END);

        assertThat(ClientCertificates.row(List.of(identity, signature), identity))
                .isZero();
        assertThat(ClientCertificates.row(List.of(identity, signature), signature))
                .isEqualTo(1);
    }

    @Test
    void of_two_people_whose_certificates_are_of_the_same_second_none_is_chosen() throws Exception {
        X509Certificate ada = certificate(1, START, END);
        X509Certificate bob = certificate("CN=Bob", 2, START, END);
        X509Certificate newer = certificate("CN=Cleo", 3, START.plusSeconds(1), END);

        assertThatThrownBy(() -> ClientCertificates.row(List.of(ada, bob, newer), bob))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was pressed");
        assertThat(ClientCertificates.row(List.of(ada, bob, newer), newer)).isZero();
    }

    private static X509Certificate certificate(int serial, Instant from, Instant to) throws Exception {
        return certificate("CN=Ada", serial, from, to);
    }

    private static X509Certificate certificate(String subject, int serial, Instant from, Instant to) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name name = new X500Name(subject);
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.valueOf(serial),
                                Date.from(from),
                                Date.from(to),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
}
