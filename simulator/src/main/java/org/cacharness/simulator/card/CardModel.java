package org.cacharness.simulator.card;

/** Kinds of card, by the applications that they have and by what their applications do. */
public enum CardModel {
    /** The CAC edge alone, with its smallest set of instances: three PKI, CCC, Person. */
    CAC_ONLY,
    /** Both edges, the CAC's with all its containers, the PIV application as SP 800-73-4 says. */
    DUAL,
    /**
     * Both edges as cards in the field have them: VERIFY without data never answers 9000, selecting the PIV application ends the
     * verified state, there is no discovery object, and no random number by key 9B. Its PIV CCC names the CAC's PKI instances.
     */
    LEGACY_DUAL,
    /** A card of the CAC's first version: GET CERTIFICATE in place of buffers, and no CCC. */
    CAC_V1;

    /** Whether there is a PIV application. */
    public boolean hasPiv() {
        return this == DUAL || this == LEGACY_DUAL;
    }
}
