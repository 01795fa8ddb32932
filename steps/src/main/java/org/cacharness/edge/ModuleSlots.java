package org.cacharness.edge;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.InvalidParameterException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a PKCS#11 module, as SunPKCS11 opens them.
 *
 * <p>SunPKCS11 can be told a slot's position only, and a position says nothing about the card. So the token's serial is looked at
 * before any PIN is sent. The JDK has no public way to it: the JVM needs {@link #JVM_OPTIONS}.
 */
public final class ModuleSlots {
    /** What opens the token's description to us. */
    public static final List<String> JVM_OPTIONS = List.of(
            "--add-opens=jdk.crypto.cryptoki/sun.security.pkcs11=ALL-UNNAMED",
            "--add-opens=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");

    private static final int MOST_SLOTS = 16;

    private final Path module;

    private ModuleSlots(Path module) {
        this.module = module;
    }

    static ModuleSlots of(Path module) {
        return new ModuleSlots(module);
    }

    /**
     * A new provider on the token of this card; a token may show a part of a serial only.
     *
     * @param serial of the card, which no other card has
     * @param pivSerials what it is called where it is taken for a PIV card; a part of them another card of the same person may have
     * @throws CardConnectionException if there is no such token, or if two could be meant
     */
    AuthProvider find(String serial, List<String> pivSerials) throws CardConnectionException {
        return new TokenChoice<>("PKCS#11 module " + module, ModuleSlots::endWatch)
                .of(serial, pivSerials, slot -> slot < MOST_SLOTS ? at(slot) : Optional.empty());
    }

    /** Empty where the module has no such slot. */
    private Optional<TokenChoice.Slot<AuthProvider>> at(int slot) {
        String settings = "--name=CAC-" + UUID.randomUUID() + "\nlibrary=" + module + "\nslotListIndex=" + slot + "\n";
        Provider pattern = Objects.requireNonNull(Security.getProvider("SunPKCS11"), "JDK with SunPKCS11");
        try {
            AuthProvider provider = (AuthProvider) pattern.configure(settings);
            return Optional.of(
                    new TokenChoice.Slot<>(provider, serialOf(provider).orElse("")));
        } catch (InvalidParameterException | ProviderException none) {
            if (slot == 0) {
                throw none;
            }
            return Optional.empty();
        }
    }

    private static Optional<String> serialOf(AuthProvider provider) {
        try {
            Object token = valueOf(provider, "token");
            Object description = token == null ? null : valueOf(token, "tokenInfo");
            Object serial = description == null ? null : valueOf(description, "serialNumber");
            return serial instanceof char[] characters ? Optional.of(new String(characters).trim()) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new IllegalStateException(
                    "Serial of a PKCS#11 token: expected a JVM started with " + JVM_OPTIONS + ", got " + closed,
                    closed);
        }
    }

    /**
     * Ends the thread by which a provider without its token looks for another one, for as long as the JVM lives. The JDK has no
     * public way to that either.
     */
    static void endWatch(AuthProvider provider) {
        try {
            Method end = provider.getClass().getDeclaredMethod("destroyPoller");
            end.setAccessible(true);
            end.invoke(provider);
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            // The thread goes on: it costs a little, and sends no PIN
        }
    }

    private static @Nullable Object valueOf(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
