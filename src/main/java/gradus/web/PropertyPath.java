package gradus.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** A variable of a template and the methods that are called from there on, such as {@code page.question.heading}. */
final class PropertyPath implements Quick {
    /** A name, which in a call is followed by a text or nothing; OGNL takes a text of one letter for a {@code char}. */
    private static final Pattern STEP = Pattern.compile("([a-zA-Z]\\w*)(\\((?:'([^'\\\\]{2,})')?\\))?");

    /** How all of it is written. */
    static final String WRITTEN = "[a-zA-Z]\\w*(?:\\." + STEP.pattern() + ")*";

    private static final Pattern PATH = Pattern.compile(WRITTEN);
    private static final Set<String> LITERALS = Set.of("null", "true", "false");

    private final String variable;
    private final List<Step> steps;

    private PropertyPath(String variable, List<Step> steps) {
        this.variable = variable;
        this.steps = steps;
    }

    /** The path that is written so; null where the expression is something else. */
    static @Nullable PropertyPath of(String expression) {
        if (!PATH.matcher(expression).matches() || LITERALS.contains(expression)) {
            return null;
        }
        List<Step> all = STEP.matcher(expression)
                .results()
                .map(step -> new Step(step.group(1), step.group(2) != null, step.group(3)))
                .toList();
        return new PropertyPath(all.get(0).name, all.subList(1, all.size()));
    }

    /** What stands at its end; unknown where something on the way is missing, a map, or a class that nobody may look into. */
    @Override
    public @Nullable Object in(IExpressionContext context) {
        Object value = context.getVariable(variable);
        for (Step step : steps) {
            Method method = value == null ? null : step.method(value.getClass());
            if (value == null || method == null) {
                return UNKNOWN;
            }
            value = step.of(value, method);
        }
        return value;
    }

    private static final class Step {
        private final String name;
        private final boolean call;
        /** Of a call, where it has one. */
        private final @Nullable String argument;
        /** The same step mostly meets the same class. */
        private volatile @Nullable Known last;

        private record Known(Class<?> type, @Nullable Method method) {}

        Step(String name, boolean call, @Nullable String argument) {
            this.name = name;
            this.call = call;
            this.argument = argument;
        }

        @Nullable
        Method method(Class<?> type) {
            Known known = last;
            if (known == null || known.type() != type) {
                known = new Known(type, find(type));
                last = known;
            }
            return known.method();
        }

        private @Nullable Method find(Class<?> type) {
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
}
