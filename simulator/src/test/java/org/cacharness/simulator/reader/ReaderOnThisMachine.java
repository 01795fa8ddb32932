package org.cacharness.simulator.reader;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs only where the virtual reader's components and the field's tools are installed; elsewhere the reason is printed. */
@Tag("virtual-reader")
@ExtendWith(ReaderOnThisMachine.Condition.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ReaderOnThisMachine {
    /** Looks for them. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PrivatePcscd.obstacle()
                    .or(Tool::obstacle)
                    .map(reason -> skipped(context, reason))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("all is installed"));
        }

        private static ConditionEvaluationResult skipped(ExtensionContext context, String reason) {
            System.err.println("SKIPPED " + context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
