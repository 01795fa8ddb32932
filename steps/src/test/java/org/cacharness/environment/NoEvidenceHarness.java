package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.util.List;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.TestBed;
import org.cacharness.drivers.Workstation;
import org.cacharness.secrets.Secrets;

/** The simulated harness whose steps keep nothing: what evidence costs is measured against it. */
public final class NoEvidenceHarness implements Harness {
    private final SimulatedHarness simulated = new SimulatedHarness();

    /** One without settings. */
    public NoEvidenceHarness() {}

    @Override
    public String environment() {
        return simulated.environment();
    }

    @Override
    public List<String> glue() {
        return simulated.glue();
    }

    @Override
    public boolean refuses(Throwable error) {
        return simulated.refuses(error);
    }

    @Override
    public PortalLauncher portal() {
        return simulated.portal();
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = Simulation.start(
                SimulatedHarness.settings(
                        request.portal().stubs(), request.portal().personas()),
                secrets);
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new ScenarioObjects(() -> new Bed(simulation.testBed()));
            }

            @Override
            public void close() {
                simulation.close();
            }
        };
    }

    private record Bed(TestBed bed) implements TestBed {
        @Override
        public boolean keepsEvidence() {
            return false;
        }

        @Override
        public Member member(String name) {
            return bed.member(name);
        }

        @Override
        public Workstation workstation(Member owner) {
            return bed.workstation(owner);
        }

        @Override
        public CacInHand cac(Member holder, CacIssue issue) {
            return bed.cac(holder, issue);
        }

        @Override
        public Console console(Middleware middleware, Workstation computer) {
            return bed.console(middleware, computer);
        }

        @Override
        public Portal portal() {
            return bed.portal();
        }

        @Override
        public void allowPresentations(int planned) {
            bed.allowPresentations(planned);
        }

        @Override
        public Secrets secrets() {
            return bed.secrets();
        }

        @Override
        public PortalBackOffice backOffice() {
            return bed.backOffice();
        }

        @Override
        public void close() {
            bed.close();
        }
    }
}
