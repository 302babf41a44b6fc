package gradus.expression.function;

import gradus.expression.value.Range;
import gradus.expression.value.Value;
import gradus.maths.Steps;
import gradus.message.Message;
import gradus.message.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language, as it is declared: all that help, printing, worked steps and tests say of it is read off here.
 *
 * @param signature as in the documentation: {@code correlate2d(x, f, padding="valid", stride=1, dilation=1)}
 * @param parameters the named parameters, in order; those after the many are given by name only
 * @param many whether it takes any number of values first: {@code max(a, b, …)}
 * @param say one sentence for authors
 * @param spellings how else it is written
 * @param wrongForms what people compute instead of it
 */
public record LibraryFunction(
        String name,
        Group group,
        String signature,
        List<Parameter> parameters,
        boolean many,
        Sentence say,
        Body body,
        Nature nature,
        Spellings spellings,
        List<WrongForm> wrongForms) {

    /** What kind of function it is, and so who may use it. */
    public enum Group {
        /** One number to one number, cell by cell; may stand before its argument without parentheses. */
        ELEMENTWISE,
        ARRAY,
        ACTIVATION,
        ENGINE,
        DRAW,
        /** A step of the engine's own listings that is no formula of textbooks, such as a logarithm taken with care. */
        INNER,
        /** A listing of a course. */
        COURSE;

        public boolean isForStudents() {
            return this == ELEMENTWISE || this == ARRAY || this == ACTIVATION;
        }
    }

    /** What a function does with its arguments: Java for a primitive, formulas for a listing. */
    @FunctionalInterface
    public interface Body {
        Value apply(Arguments arguments);
    }

    @FunctionalInterface
    public interface StepsBody {
        Steps of(Arguments arguments);
    }

    /** A function with this signature, of which nothing further is known yet. */
    public static LibraryFunction of(Group group, String signature, Sentence say, Body body) {
        int open = signature.indexOf('(');
        String inside = signature.substring(open + 1, signature.lastIndexOf(')'));
        List<Parameter> parameters = new ArrayList<>();
        boolean many = false;
        for (String part : inside.isBlank() ? new String[0] : inside.strip().split("\\s*,\\s*")) {
            int equals = part.indexOf('=');
            if (part.equals("…")) {
                many = true;
            } else {
                parameters.add(
                        equals < 0
                                ? new Parameter(part, null)
                                : new Parameter(
                                        part.substring(0, equals).strip(),
                                        part.substring(equals + 1).strip()));
            }
        }
        return new LibraryFunction(
                signature.substring(0, open).strip(),
                group,
                signature,
                List.copyOf(parameters),
                many,
                say,
                body,
                Nature.UNKNOWN,
                Spellings.NONE,
                List.of());
    }

    /** What it says: in a language that the declaration lacks, the text {@code function.NAME} of that language's file. */
    public Words words() {
        Message other = Message.of("function." + name);
        return language -> !say.byLanguage().containsKey(language.getLanguage()) && other.isKnownIn(language)
                ? other.in(language)
                : say.in(language);
    }

    private LibraryFunction with(Nature known) {
        return new LibraryFunction(name, group, signature, parameters, many, say, body, known, spellings, wrongForms);
    }

    /** The same declaration with another body, as where one line of a listing is changed. */
    public LibraryFunction withBody(Body other) {
        return new LibraryFunction(name, group, signature, parameters, many, say, other, nature, spellings, wrongForms);
    }

    private LibraryFunction with(Spellings known) {
        return new LibraryFunction(name, group, signature, parameters, many, say, body, nature, known, wrongForms);
    }

    /** The sign by which it is written on paper; of a pair the opening one. */
    public LibraryFunction written(String mark) {
        return with(spellings.withMark(mark));
    }

    /** What NumPy, PyTorch and TensorFlow call it beside its name. */
    public LibraryFunction inArrays(String... names) {
        return with(spellings.withNames(names));
    }

    public LibraryFunction used(Spellings.Use... uses) {
        return with(spellings.withUses(uses));
    }

    public boolean isUsed(Spellings.Use use) {
        return spellings.uses().contains(use);
    }

    /** What people compute instead, by kind of fault; {@code #} stands for its own name. */
    public LibraryFunction fault(String kind, String... forms) {
        List<WrongForm> all = new ArrayList<>(wrongForms);
        for (String form : forms) {
            all.add(new WrongForm(kind, form.replace("#", name)));
        }
        return new LibraryFunction(
                name, group, signature, parameters, many, say, body, nature, spellings, List.copyOf(all));
    }

    public LibraryFunction derivative(String other) {
        return with(nature.withDerivative(other));
    }

    public LibraryFunction range(double low, double high) {
        Range range = new Range(low, high);
        return with(nature.withRange(any -> range));
    }

    public LibraryFunction range(UnaryOperator<Range> range) {
        return with(nature.withRange(range));
    }

    public LibraryFunction latex(String template) {
        return with(nature.withLatex(template));
    }

    /** Jumps at many places. */
    public LibraryFunction jumps(DoubleUnaryOperator nearest) {
        return with(nature.withJumps(nearest));
    }

    /** Branches, or ends, by something else than the sign of its first argument. */
    public LibraryFunction decidedBy(UnaryOperator<Range> deciding) {
        return with(nature.decidedBy(deciding));
    }

    public LibraryFunction whole() {
        return with(nature.keepingWhole());
    }

    public LibraryFunction also(String... otherNames) {
        return with(nature.withOtherNames(List.of(otherNames)));
    }

    public LibraryFunction source(String place) {
        return with(nature.withSource(place));
    }

    public LibraryFunction example(String call, String value) {
        return with(nature.withExample(new Example(call, value)));
    }

    public LibraryFunction steps(StepsBody steps) {
        return with(nature.withSteps(steps));
    }

    /** The worked computation, or null where a primitive shows none. */
    public @Nullable StepsBody steps() {
        return nature.steps();
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
