package gradus.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.StandardExpressions;

/**
 * Evaluates {@code page.question.heading}, {@code name.isEmpty()} and {@code asset.url('base.css')}, as which four of five expressions
 * of our templates are written, by calling one method a step; everything else is left to OGNL, which took a sixth of the time of a
 * page for these alone.
 */
final class PropertyPaths implements IStandardVariableExpressionEvaluator {
    /** A name, which in a call is followed by a text or nothing; OGNL takes a text of one letter for a {@code char}. */
    private static final Pattern STEP = Pattern.compile("([a-zA-Z]\\w*)(\\((?:'([^'\\\\]{2,})')?\\))?");

    private static final Pattern PATH = Pattern.compile("[a-zA-Z]\\w*(\\." + STEP.pattern() + ")*");
    private static final Set<String> LITERALS = Set.of("null", "true", "false");

    private final IStandardVariableExpressionEvaluator others = new OGNLVariableExpressionEvaluator(true);
    private final Map<String, List<Step>> known = new ConcurrentHashMap<>();

    /** @param argument of a call, where it has one */
    private record Step(String name, boolean call, @Nullable String argument) {
        @Nullable
        Method method(Class<?> type) {
            if (argument != null) {
                return RecordProperties.methodOfText(type, name);
            }
            if (call) {
                return RecordProperties.method(type, name);
            }
            if (Map.class.isAssignableFrom(type)) {
                return null;
            }
            Method component = RecordProperties.method(type, name);
            return component != null || type.isRecord() ? component : getter(type);
        }

        private @Nullable Method getter(Class<?> type) {
            String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            Method getter = RecordProperties.method(type, "get" + property);
            return getter == null ? RecordProperties.method(type, "is" + property) : getter;
        }

        @Nullable
        Object of(Object target, Method method) {
            try {
                return argument == null ? method.invoke(target) : method.invoke(target, argument);
            } catch (InvocationTargetException failure) {
                throw new TemplateProcessingException(method.toString(), failure.getCause());
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext execution) {
        List<Step> path = known.computeIfAbsent(expression.getExpression(), PropertyPaths::steps);
        if (path.isEmpty() || expression.getUseSelectionAsRoot()) {
            return others.evaluate(context, expression, execution);
        }
        Object value = context.getVariable(path.get(0).name());
        for (Step step : path.subList(1, path.size())) {
            if (value == null) {
                return others.evaluate(context, expression, execution); // says what is missing
            }
            Method method = step.method(value.getClass());
            if (method == null) {
                return others.evaluate(context, expression, execution); // maps, and classes that nobody may look into
            }
            value = step.of(value, method);
        }
        return execution.getPerformTypeConversion()
                ? StandardExpressions.getConversionService(context.getConfiguration())
                        .convert(context, value, String.class)
                : value;
    }

    /** The steps of a path, from the variable on; none where the expression is something else. */
    private static List<Step> steps(String expression) {
        if (!PATH.matcher(expression).matches() || LITERALS.contains(expression)) {
            return List.of();
        }
        return STEP.matcher(expression)
                .results()
                .map(step -> new Step(step.group(1), step.group(2) != null, step.group(3)))
                .toList();
    }
}
