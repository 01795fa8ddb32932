package org.cacharness.edge;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs with keys that are on a card, through the JCA: for TLS, and for whatever else takes a {@code PrivateKey}.
 *
 * <p>It declines every key but {@link CardKey}, and the providers of the JDK decline those; so it stands last in their list, where
 * verification never comes to it. It keeps no state.
 */
public final class CardProvider extends Provider {
    /** Its name in the list of providers. */
    public static final String NAME = "CacCard";

    private static final long serialVersionUID = 1L;
    private static final List<String> DIGESTS = List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

    /** A provider; {@link #register()} is what makes it known. */
    public CardProvider() {
        super(NAME, "1.0", "Signatures by the keys of a CAC, by APDU");
        for (String digest : DIGESTS) {
            String prefix = digest.replace("-", "");
            add(prefix + "withRSA", RsaCardKey.class, () -> RsaPkcs1.digesting(digest));
            add(prefix + "withECDSA", EcCardKey.class, () -> CardSignature.ecdsa(digest));
        }
        add("NONEwithRSA", RsaCardKey.class, RsaPkcs1::raw);
        add("NONEwithECDSA", EcCardKey.class, CardSignature::rawEcdsa);
        add("RSASSA-PSS", RsaCardKey.class, RsaPssSignature::new);
    }

    /** Puts the provider at the end of the list, unless it is there already. */
    public static void register() {
        Security.addProvider(new CardProvider());
    }

    private void add(String algorithm, Class<? extends CardKey> keys, Supplier<? extends CardSignature> factory) {
        putService(new CardService(this, algorithm, keys, factory));
    }

    /** One algorithm, for one class of keys. */
    private static final class CardService extends Service {
        private final Class<? extends CardKey> keys;
        private final Supplier<? extends CardSignature> factory;

        CardService(
                Provider provider,
                String algorithm,
                Class<? extends CardKey> keys,
                Supplier<? extends CardSignature> factory) {
            super(
                    provider,
                    "Signature",
                    algorithm,
                    CardSignature.class.getName(),
                    null,
                    Map.of("SupportedKeyClasses", keys.getName()));
            this.keys = keys;
            this.factory = factory;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) {
            return factory.get();
        }

        @Override
        public boolean supportsParameter(@Nullable Object parameter) {
            return keys.isInstance(parameter);
        }
    }
}
