package org.cacharness.environment;

import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;

/** The portal of one scenario, mocked or live. */
interface PortalInUse extends AutoCloseable {
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
