package org.cacharness.report;

/**
 * One row of the documented procedure.
 *
 * @param id the tag of the scenarios that cover it, for example {@code @step-4}
 * @param text what the procedure has the member do
 * @param observed what must be seen before it counts as done
 */
public record DocumentedStep(String id, String text, String observed) {}
