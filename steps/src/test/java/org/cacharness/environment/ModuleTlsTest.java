package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cacharness.environment.CardOfAnotherProcess.Ended;
import org.cacharness.simulator.reader.PrivatePcscd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS client authentication by SunPKCS11 and OpenSC's module: PKCS#1 signatures in TLS 1.2 or PSS, PSS alone in 1.3. */
@Tag("virtual-reader")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModuleTlsTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void requireComponents() {
        Optional<String> obstacle = PrivatePcscd.obstacle().or(OpenSc::obstacle);
        obstacle.ifPresent(reason -> System.err.println("SKIPPED ModuleTlsTest: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void the_server_sees_the_certificate_whose_key_the_module_used(String protocol) throws Exception {
        try (CardOfAnotherProcess cac = new CardOfAnotherProcess(folder)) {
            Ended client = Ended.of(cac.start(
                    "org.cacharness.edge.ModuleTlsProcess",
                    OpenSc.module().toString(),
                    protocol,
                    CardOfAnotherProcess.rightPin()));

            assertThat(client.output())
                    .contains(protocol + ", key of sun.security.pkcs11, server saw CN=")
                    .contains("presentations 1");
            assertThat(client.code()).isZero();
            assertThat(cac.ledger().pinPresentations()).isEqualTo(1);
            assertThat(cac.ledger().signatures()).isEqualTo(1);
        }
    }
}
