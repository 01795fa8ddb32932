package org.cacharness.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Tells, before anything is sent, which portal will be used, as whom, and what will be done to the accounts. */
final class LivePortalPlan {
    private final LivePortalRequest live;
    private final Plan plan;

    LivePortalPlan(LivePortalRequest live, Plan plan) {
        this.live = live;
        this.plan = plan;
    }

    void print(PrintWriter out) {
        out.println("Portal: " + live.address() + ", "
                + (live.isHere()
                        ? "on this machine"
                        : "NOT on this machine: passwords, certificates and signatures leave it")
                + "; described by " + live.description().file());
        out.println("Accounts: "
                + live.accounts().people().stream()
                        .sorted()
                        .map(person -> person + " (" + live.accounts().username(person) + ")")
                        .collect(Collectors.joining(", ")));
        out.println("Before and after each scenario the registered information of its people is cleared there.");
        long not = plan.entries().stream()
                .flatMap(entry -> entry.reasonNotToRun().stream())
                .filter(reason -> reason.startsWith(Harness.NOT_APPLICABLE))
                .count();
        out.println("Scenarios: " + plan.selected().size() + " will run, " + not
                + " are not applicable to it; --dry-run and the report say why.");
        out.flush();
    }
}
