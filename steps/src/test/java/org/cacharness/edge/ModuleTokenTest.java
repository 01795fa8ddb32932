package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a token does with a PIN, at a module and a card that answer as a test wants. */
class ModuleTokenTest {
    private final ScriptedModule module = new ScriptedModule();
    private int tries = 0x63C3;
    private final CacCard card =
            new CacCard(command -> new byte[] {(byte) (tries >> 8), (byte) tries}, new PinGuard(PinPolicy.simulated()));
    private final ModuleToken token = new ModuleToken(module, card, new PinGuard(new PinPolicy(2, 2, false, false)));
    private final Pin pin = Cards.pin(Cards.PIN);

    @AfterEach
    void end() {
        token.close();
        pin.close();
    }

    @Test
    void the_module_gets_the_pin_once() throws Exception {
        assertThat(token.present(pin)).isEqualTo(new PinOutcome.Accepted());
        tries = 0x9000;
        assertThat(token.present(pin)).isEqualTo(new PinOutcome.AlreadyVerified());

        assertThat(module.logins).containsExactly(Cards.PIN);
    }

    @Test
    void below_the_floor_the_module_gets_nothing() {
        tries = 0x63C1;

        assertThat(catchThrowableOfType(Refusal.class, () -> token.present(pin)).reason())
                .isEqualTo(Refusal.Reason.BELOW_FLOOR);
        assertThat(module.logins).isEmpty();
    }

    @Test
    void a_card_that_does_not_tell_its_tries_gets_nothing_through_the_module_either() {
        tries = 0x6A88;

        assertThat(catchThrowableOfType(Refusal.class, () -> token.present(pin)).reason())
                .isEqualTo(Refusal.Reason.TRIES_UNKNOWN);
        assertThat(module.logins).isEmpty();
    }

    @Test
    void a_blocked_card_is_told_without_a_login() throws Exception {
        tries = 0x6983;

        assertThat(token.present(pin)).isEqualTo(new PinOutcome.Blocked());
        assertThat(module.logins).isEmpty();
    }

    @Test
    void what_the_card_says_of_a_refused_pin_counts_and_no_other_is_sent() throws Exception {
        module.refuses = Optional.of(() -> tries = 0x63C2);

        assertThat(token.present(pin)).isEqualTo(new PinOutcome.Refused(2));
        assertThat(catchThrowableOfType(Refusal.class, () -> token.present(pin)).reason())
                .isEqualTo(Refusal.Reason.REFUSED_BEFORE);
        assertThat(module.logins).hasSize(1);
    }

    @Test
    void a_module_and_a_card_that_disagree_are_an_error_and_no_login() {
        module.refuses = Optional.of(() -> tries = 0x9000);

        assertThatThrownBy(() -> token.present(pin))
                .isInstanceOf(CardConnectionException.class)
                .hasMessageContainingAll("C_Login", "scripted refusal", "put the card in again");
    }

    @Test
    void without_a_pin_there_is_no_key() throws Exception {
        try (Cards ada = Cards.ofAda()) {
            CardCertificate certificate = ada.certificate(PkiInstance.IDENTITY);

            assertThat(catchThrowableOfType(CardSignatureException.class, () -> token.key(certificate, PinEntry.none()))
                            .reason())
                    .isEqualTo(CardSignatureException.Reason.PIN_NOT_GIVEN);
        }
        assertThat(module.logins).isEmpty();
    }

    @Test
    void a_module_that_is_not_there_is_told_before_anything_else() {
        assertThatThrownBy(() -> ModuleSlots.of(Path.of("/nowhere/module.so")).find("AABBCCDD", List.of()))
                .hasStackTraceContaining("/nowhere/module.so");
    }

    /** A token's login, without a token. */
    private static final class ScriptedModule extends AuthProvider {
        private static final long serialVersionUID = 1L;

        private final transient List<String> logins = new ArrayList<>();
        private transient Optional<Runnable> refuses = Optional.empty();

        ScriptedModule() {
            super("ScriptedModule", "1", "for tests");
        }

        @Override
        public void login(Subject subject, CallbackHandler handler) throws LoginException {
            PasswordCallback asked = new PasswordCallback("PIN", false);
            try {
                handler.handle(new Callback[] {asked});
            } catch (IOException | UnsupportedCallbackException e) {
                throw new LoginException(e.toString());
            }
            logins.add(new String(asked.getPassword()));
            asked.clearPassword();
            if (refuses.isPresent()) {
                refuses.get().run();
                throw new FailedLoginException("scripted refusal");
            }
        }

        @Override
        public void logout() {
            // Nobody is logged in at anything
        }

        @Override
        public void setCallbackHandler(CallbackHandler handler) {
            throw new UnsupportedOperationException();
        }
    }
}
