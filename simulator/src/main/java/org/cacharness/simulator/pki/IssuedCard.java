package org.cacharness.simulator.pki;

import java.util.List;

/**
 * All that a card with both edges is personalised from.
 *
 * @param identity what the card says about itself
 * @param credentials one for each {@link CertificateRole}, in its order
 * @param signer signs the card's objects; the same for all cards of a run
 */
public record IssuedCard(CardIdentity identity, List<Credential> credentials, ContentSigner signer) {
    /** Copies the list. */
    public IssuedCard {
        credentials = List.copyOf(credentials);
    }

    /** The card's credential for one role. */
    public Credential credential(CertificateRole role) {
        return credentials.stream()
                .filter(credential -> credential.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
