package org.cacharness.steps;

import io.cucumber.core.resource.ClasspathScanner;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.description.Term;

/** What the steps of a scenario need, read from their definitions before anything runs. */
public final class StepNeeds {
    private static final Pattern REFUSAL = Pattern.compile("the portal refuses the (login|registration) because (.*)");

    private final List<Definition> definitions = new ArrayList<>();

    /** Reads the definitions of all steps. */
    public StepNeeds() {
        ExpressionFactory expressions = new ExpressionFactory(parameters());
        for (Class<?> steps : glue()) {
            for (Method method : steps.getMethods()) {
                sentences(method)
                        .map(expressions::createExpression)
                        .forEach(expression -> definitions.add(new Definition(expression, method)));
            }
        }
    }

    private record Definition(Expression expression, Method method) {}

    /**
     * What a step needs of the portal.
     *
     * @param mocked what only a mocked portal grants
     * @param described what the portal's description has to say
     */
    public record Needed(Set<Need> mocked, Set<Term> described) {}

    /**
     * What a step needs.
     *
     * @throws IllegalArgumentException if no definition, or more than one, fits
     */
    public Needed of(String sentence) {
        List<Definition> fitting = definitions.stream()
                .filter(definition -> Objects.nonNull(definition.expression().match(sentence)))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException("Step \"" + sentence + "\": expected one definition, found "
                    + fitting.size() + ": correct the step");
        }
        Set<Need> mocked = EnumSet.noneOf(Need.class);
        Set<Term> described = EnumSet.noneOf(Term.class);
        Needs needs = fitting.get(0).method().getAnnotation(Needs.class);
        if (needs != null && concerns(needs, sentence)) {
            mocked.addAll(List.of(needs.value()));
            described.addAll(List.of(needs.terms()));
        }
        Matcher refusal = REFUSAL.matcher(sentence);
        if (refusal.matches()) {
            described.add(
                    refusal.group(1).equals("login")
                            ? Words.refusalOfLogin(refusal.group(2)).term()
                            : Words.refusalOfRegistration(refusal.group(2)).term());
        }
        return new Needed(mocked, described);
    }

    private static boolean concerns(Needs needs, String sentence) {
        return needs.when().length == 0 || Stream.of(needs.when()).anyMatch(sentence::contains);
    }

    /** Every class of this package, as Cucumber looks for step definitions. */
    private static List<Class<?>> glue() {
        return new ClasspathScanner(StepNeeds.class::getClassLoader)
                .scanForClassesInPackage(StepNeeds.class.getPackageName());
    }

    private static Stream<String> sentences(Method method) {
        return Stream.of(
                        Stream.of(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Stream.of(method.getAnnotationsByType(When.class)).map(When::value),
                        Stream.of(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(all -> all);
    }

    private static ParameterTypeRegistry parameters() {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : Words.class.getMethods()) {
            io.cucumber.java.ParameterType type = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null) {
                CaptureGroupTransformer<String> asWritten = groups -> String.join("", groups);
                registry.defineParameterType(new ParameterType<>(
                        method.getName(), List.of(type.value()), String.class, asWritten, false, false));
            }
        }
        return registry;
    }
}
