package gradus.expression.function;

import gradus.expression.value.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a function beyond its value; each piece stands in the function's declaration and nowhere else.
 *
 * @param derivative the name of the function that is its derivative, or null where the language has none
 * @param range what its cells can be, told from what those of its first argument can be
 * @param latex how a call looks: {@code #} is all arguments, {@code #1} the first one as a factor; null for the name with
 *     its arguments in parentheses
 * @param keepsWhole whether it makes whole numbers of whole numbers, by sums, products and comparisons alone
 * @param otherNames what else it is called before a parenthesis
 * @param source where the formula is printed; empty where everybody knows it
 * @param steps the worked computation, or null where there is none
 */
public record Nature(
        @Nullable String derivative,
        UnaryOperator<Range> range,
        @Nullable String latex,
        boolean keepsWhole,
        List<String> otherNames,
        String source,
        List<Example> examples,
        LibraryFunction.@Nullable StepsBody steps) {
    static final Nature UNKNOWN = new Nature(null, any -> Range.ALL, null, false, List.of(), "", List.of(), null);

    Nature withDerivative(String name) {
        return new Nature(name, range, latex, keepsWhole, otherNames, source, examples, steps);
    }

    Nature withRange(UnaryOperator<Range> known) {
        return new Nature(derivative, known, latex, keepsWhole, otherNames, source, examples, steps);
    }

    Nature withLatex(String template) {
        return new Nature(derivative, range, template, keepsWhole, otherNames, source, examples, steps);
    }

    Nature keepingWhole() {
        return new Nature(derivative, range, latex, true, otherNames, source, examples, steps);
    }

    Nature withOtherNames(List<String> names) {
        return new Nature(derivative, range, latex, keepsWhole, List.copyOf(names), source, examples, steps);
    }

    Nature withSource(String place) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, place, examples, steps);
    }

    Nature withExample(Example example) {
        List<Example> more = new ArrayList<>(examples);
        more.add(example);
        return new Nature(derivative, range, latex, keepsWhole, otherNames, source, List.copyOf(more), steps);
    }

    Nature withSteps(LibraryFunction.StepsBody shown) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, source, examples, shown);
    }
}
