package org.cacharness.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cacharness.description.Term;

/** What a step needs of a portal that a portal may not have; where it is not there, the step's scenarios are not applicable. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    /** What only a mocked portal grants. */
    Need[] value() default {};

    /** What the portal's description has to say. */
    Term[] terms() default {};

    /** Only where the step says one of these; by default always. */
    String[] when() default {};
}
