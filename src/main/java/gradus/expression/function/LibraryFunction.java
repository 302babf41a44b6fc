package gradus.expression.function;

import gradus.expression.value.Value;
import gradus.maths.Steps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language: its signature, what it does, and how its working is shown.
 *
 * @param signature as in the documentation: {@code correlate2d(x, f, padding="valid", stride=1, dilation=1)}
 * @param parameters the named parameters, in order; those after the many are given by name only
 * @param many whether it takes any number of values first: {@code max(a, b, …)}
 * @param doc one sentence for authors
 * @param steps the worked computation, or null where there is none
 */
public record LibraryFunction(
        String name,
        Group group,
        String signature,
        List<Parameter> parameters,
        boolean many,
        String doc,
        Body body,
        @Nullable StepsBody steps) {

    /** What kind of function it is, and so who may use it. */
    public enum Group {
        /** One number to one number, cell by cell; may stand before its argument without parentheses. */
        ELEMENTWISE,
        ARRAY,
        ACTIVATION,
        ENGINE,
        DRAW;

        public boolean isForStudents() {
            return this == ELEMENTWISE || this == ARRAY || this == ACTIVATION;
        }
    }

    @FunctionalInterface
    public interface Body {
        Value apply(Arguments arguments);
    }

    @FunctionalInterface
    public interface StepsBody {
        Steps of(Arguments arguments);
    }

    static LibraryFunction of(Group group, String signature, String doc, Body body, @Nullable StepsBody steps) {
        int open = signature.indexOf('(');
        String inside = signature.substring(open + 1, signature.lastIndexOf(')'));
        List<Parameter> parameters = new ArrayList<>();
        boolean many = false;
        for (String part : inside.isBlank() ? new String[0] : inside.split(",\\s*")) {
            int equals = part.indexOf('=');
            if (part.equals("…")) {
                many = true;
            } else {
                parameters.add(
                        equals < 0
                                ? new Parameter(part, null)
                                : new Parameter(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
        return new LibraryFunction(
                signature.substring(0, open), group, signature, List.copyOf(parameters), many, doc, body, steps);
    }

    /** The place of the parameter with this name, or −1. */
    public int indexOf(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        return -1;
    }
}
