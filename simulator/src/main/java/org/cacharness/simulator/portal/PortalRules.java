package org.cacharness.simulator.portal;

import java.util.Set;

/** Which rules this portal breaks. Each rule asks here at the one place where it is kept. */
record PortalRules(Set<PortalMutant> mutants) {

    /** Whether the portal is wrong in this way. */
    boolean broken(PortalMutant way) {
        return mutants.contains(way);
    }
}
