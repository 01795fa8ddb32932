package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.List;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.TrafficListener;

/** The portal of one scenario, mocked or live. */
interface PortalInUse extends AutoCloseable {
    /** The scenario with this title begins, before anything else is asked. */
    default void began(String title) {}

    /** Whoever is told what goes between the scenario's browsers and the portal. */
    default TrafficListener listener() {
        return TrafficListener.NOBODY;
    }

    /** A card is issued that has these certificates. */
    default void issued(List<X509Certificate> certificates) {}

    /** As anybody sees it. */
    Portal portal();

    /** From behind, as far as it can be seen from there. */
    PortalBackOffice backOffice();

    /**
     * The person has an account here, in which nothing is registered when the scenario begins.
     *
     * @param person who would get the account
     * @return the person with the account's own username
     */
    Member admit(Member person);

    /** The scenario is over: whatever it registered is cleared, where others would find it. */
    default void leaveNothingBehind() {}

    @Override
    void close();
}
