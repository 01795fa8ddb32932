package org.cacharness.edge;

import java.security.interfaces.ECKey;
import java.security.spec.ECParameterSpec;

/** An EC key on a card. It is no {@code ECPrivateKey}, so that the providers of the JDK leave it to {@link CardProvider}. */
public final class EcCardKey extends CardKey implements ECKey {
    private static final long serialVersionUID = 1L;

    private final transient ECParameterSpec params;

    EcCardKey(CacCard card, PkiInstance instance, PinEntry pinEntry, ECParameterSpec params) {
        super(card, instance, pinEntry);
        this.params = params;
    }

    @Override
    public String getAlgorithm() {
        return "EC";
    }

    @Override
    public ECParameterSpec getParams() {
        return params;
    }
}
