package org.cacharness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The seams that let the same scenario meet simulated and real cards, and a mocked and a live portal. */
@AnalyzeClasses(packages = "org.cacharness", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<String> PACKAGES = List.of(
            "simulator.applet",
            "simulator.card",
            "simulator.pki",
            "simulator.middleware",
            "simulator.portal",
            "simulator.reader",
            "edge",
            "bridge",
            "description",
            "drivers",
            "environment",
            "steps",
            "report",
            "evidence",
            "compare",
            "secrets",
            "cli");

    @ArchTest
    static void every_package_is_scanned(JavaClasses scanned) {
        for (String name : PACKAGES) {
            assertThat(scanned.stream().anyMatch(type -> type.getPackageName().equals("org.cacharness." + name)))
                    .as("the scan contains classes of %s: without them the rules below would hold for nothing", name)
                    .isTrue();
        }
    }

    @ArchTest
    static final ArchRule only_the_environment_sees_the_simulator = noClasses()
            .that()
            .resideOutsideOfPackages("org.cacharness.environment..", "org.cacharness.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cacharness.simulator..")
            .because("pages and card client must meet hardware and a live portal without a change");

    @ArchTest
    static final ArchRule the_simulator_sees_nothing_that_acts = noClasses()
            .that()
            .resideInAPackage("org.cacharness.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cacharness.edge..",
                    "org.cacharness.drivers..",
                    "org.cacharness.environment..",
                    "org.cacharness.steps..",
                    "org.cacharness.report..",
                    "org.cacharness.secrets..",
                    "org.cacharness.cli..")
            .because("the simulator stands in for the world, and the world does not know who tests it");

    @ArchTest
    static final ArchRule applets_see_the_java_card_api_alone = classes()
            .that()
            .resideInAPackage("org.cacharness.simulator.applet..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.cacharness.simulator.applet..", "javacard..", "javacardx..", "java.lang..", "org.jspecify..")
            .because("the applet must be able to run on a card");

    @ArchTest
    static final ArchRule jcardsim_stays_in_the_card = noClasses()
            .that()
            .resideOutsideOfPackages("org.cacharness.simulator.card..", "org.cacharness.simulator.applet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.licel..", "javacard..", "javacardx..")
            .because("everybody else knows a card by its APDUs");

    @ArchTest
    static final ArchRule wiremock_stays_in_portal_and_middleware = noClasses()
            .that()
            .resideOutsideOfPackages("org.cacharness.simulator.portal..", "org.cacharness.simulator.middleware..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.tomakehurst..", "org.eclipse.jetty..")
            .because("a live portal has no WireMock in it");

    @ArchTest
    static final ArchRule selenium_stays_in_drivers = noClasses()
            .that()
            .resideOutsideOfPackage("org.cacharness.drivers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openqa..", "org.htmlunit..")
            .because("a step says what a member does, not how a browser does it");

    @ArchTest
    static final ArchRule cucumber_stays_in_glue_report_and_cli = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.cacharness.edge..",
                    "org.cacharness.drivers..",
                    "org.cacharness.secrets..",
                    "org.cacharness.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cucumber..")
            .because("what acts can be used without Gherkin");

    @ArchTest
    static final ArchRule the_card_client_stands_alone = noClasses()
            .that()
            .resideInAPackage("org.cacharness.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cacharness.drivers..",
                    "org.cacharness.steps..",
                    "org.cacharness.environment..",
                    "org.cacharness.report..",
                    "org.cacharness.cli..")
            .because("features, steps, drivers, card: the flow goes one way");

    @ArchTest
    static final ArchRule the_bridge_knows_tls_alone = classes()
            .that()
            .resideInAPackage("org.cacharness.bridge..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.cacharness.bridge..", "java..", "javax.net..", "org.jspecify..")
            .because("what makes the signature, and whose browser it is, is decided by who starts the bridge");

    @ArchTest
    static final ArchRule a_description_knows_words_alone = classes()
            .that()
            .resideInAPackage("org.cacharness.description..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.cacharness.description..", "java..", "org.yaml.snakeyaml..", "org.jspecify..")
            .because("how a thing is found on a page is the drivers' matter");

    @ArchTest
    static final ArchRule evidence_is_made_of_finished_reports = noClasses()
            .that()
            .resideInAnyPackage("org.cacharness.evidence..", "org.cacharness.compare..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cacharness.edge..",
                    "org.cacharness.drivers..",
                    "org.cacharness.steps..",
                    "org.cacharness.environment..",
                    "org.cacharness.cli..",
                    "org.cacharness.simulator..")
            .because("what a pack says comes from a report that was scanned, not from what runs now");

    @ArchTest
    static final ArchRule only_patience_sleeps = noClasses()
            .that()
            .doNotHaveSimpleName("Patience")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a sleep is either too short or too long; Patience waits for a condition");
}
