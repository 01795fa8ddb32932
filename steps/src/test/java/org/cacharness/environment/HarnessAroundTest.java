package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.cli.RunRequest;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.description.PortalDescription;
import org.cacharness.drivers.Password;
import org.junit.jupiter.api.Test;

/** What a harness around another one says, and what it leaves to that. */
class HarnessAroundTest {
    /** A default of the interface would answer in the other's place: that nobody real takes part, for example. */
    @Test
    void every_question_is_handed_on() {
        List<String> handedOn = Arrays.stream(HarnessAround.class.getDeclaredMethods())
                .map(HarnessAroundTest::signature)
                .toList();

        assertThat(Arrays.stream(Harness.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .map(HarnessAroundTest::signature))
                .isNotEmpty()
                .isSubsetOf(handedOn);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    @Test
    void a_live_portal_changes_nothing_of_who_holds_the_card_and_how_often_its_pin_may_be_sent() throws Exception {
        Harness real = new HarnessAround(new SimulatedHarness()) {
            @Override
            public boolean hasRealPeople() {
                return true;
            }

            @Override
            public OptionalInt presentationsOfARun() {
                return OptionalInt.of(1);
            }
        };

        Harness atPortal = new LivePortalHarness(real, nowhere());

        assertThat(atPortal.hasRealPeople()).isTrue();
        assertThat(atPortal.presentationsOfARun()).hasValue(1);
    }

    @Test
    void what_another_one_settles_on_is_not_forgotten() throws Exception {
        Harness open = new HarnessAround(new SimulatedHarness()) {
            @Override
            public Harness settle(RunRequest request, Consumer<String> tell) {
                return inner();
            }
        };
        Harness around = new HarnessAround(open) {};
        Harness closed = new HarnessAround(new SimulatedHarness()) {};

        assertThatThrownBy(() -> around.settle(VirtualReaderHarnessTest.request(CardPath.IN_PROCESS), line -> {}))
                .hasMessageContaining("leaves nothing open");
        assertThat(closed.settle(VirtualReaderHarnessTest.request(CardPath.IN_PROCESS), line -> {}))
                .isSameAs(closed);
    }

    private static LivePortalRequest nowhere() {
        return new LivePortalRequest(
                URI.create("https://localhost:1/"),
                PortalDescription.mocked(),
                null,
                PortalAccounts.of(Map.of(), person -> new Password(new char[0])),
                null,
                null);
    }
}
