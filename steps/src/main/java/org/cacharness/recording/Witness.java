package org.cacharness.recording;

import java.security.cert.X509Certificate;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.TrafficListener;

/** Somebody who learns what one scenario is about while it runs at a portal that is not ours. */
public interface Witness {
    /** Learns nothing. */
    Witness NOBODY = new Witness() {
        @Override
        public void person(Member member, Password password) {}

        @Override
        public void certificate(X509Certificate certificate) {}
    };

    /** Which scenario it is. */
    default void began(String title) {}

    /** Somebody takes part, with an account. */
    void person(Member member, Password password);

    /** A card is issued that has this certificate. */
    void certificate(X509Certificate certificate);

    /** Who is told what goes between browsers and portal. */
    default TrafficListener listener() {
        return TrafficListener.NOBODY;
    }
}
