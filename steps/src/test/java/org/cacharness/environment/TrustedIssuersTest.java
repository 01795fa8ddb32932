package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.Test;

class TrustedIssuersTest {
    @Test
    void the_issuers_of_a_certificate_come_in_their_order_wherever_they_stand_among_others() {
        try (Simulation world = Simulation.start(SimulationSettings.builtIn(), new Secrets());
                Simulation another = Simulation.start(SimulationSettings.builtIn(), new Secrets())) {
            X509Certificate own = identity(world);
            List<X509Certificate> chain = world.pki().chain(own);
            List<X509Certificate> issuers = chain.subList(1, chain.size());
            List<X509Certificate> all = new ArrayList<>(issuers);
            Collections.reverse(all);
            all.addAll(0, Authorities.in(another.pki().trustAnchors()));

            assertThat(issuers).isNotEmpty();
            assertThat(new TrustedIssuers(all).issuersOf(own)).isEqualTo(issuers);
            assertThat(TrustedIssuers.none().issuersOf(own)).isEmpty();
        }
    }

    private static X509Certificate identity(Simulation world) {
        return world.pki().issueCac(world.persona("Ada")).get(0).certificate();
    }
}
