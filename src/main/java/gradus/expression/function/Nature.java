package gradus.expression.function;

import gradus.expression.value.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
 * @param jumps of a function that jumps at many places, where the one nearest to a number is; null of others
 * @param decides what decides between its branches, or whether it is defined, told from what its first argument can be
 */
public record Nature(
        @Nullable String derivative,
        UnaryOperator<Range> range,
        @Nullable String latex,
        boolean keepsWhole,
        List<String> otherNames,
        String source,
        List<Example> examples,
        LibraryFunction.@Nullable StepsBody steps,
        @Nullable DoubleUnaryOperator jumps,
        UnaryOperator<Range> decides) {
    static final Nature UNKNOWN =
            new Nature(null, any -> Range.ALL, null, false, List.of(), "", List.of(), null, null, argument -> argument);

    Nature withDerivative(String name) {
        return new Nature(name, range, latex, keepsWhole, otherNames, source, examples, steps, jumps, decides);
    }

    Nature withRange(UnaryOperator<Range> known) {
        return new Nature(derivative, known, latex, keepsWhole, otherNames, source, examples, steps, jumps, decides);
    }

    Nature withLatex(String template) {
        return new Nature(derivative, range, template, keepsWhole, otherNames, source, examples, steps, jumps, decides);
    }

    Nature keepingWhole() {
        return new Nature(derivative, range, latex, true, otherNames, source, examples, steps, jumps, decides);
    }

    Nature withOtherNames(List<String> names) {
        return new Nature(
                derivative, range, latex, keepsWhole, List.copyOf(names), source, examples, steps, jumps, decides);
    }

    Nature withSource(String place) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, place, examples, steps, jumps, decides);
    }

    Nature withExample(Example example) {
        List<Example> more = new ArrayList<>(examples);
        more.add(example);
        return new Nature(
                derivative, range, latex, keepsWhole, otherNames, source, List.copyOf(more), steps, jumps, decides);
    }

    Nature withSteps(LibraryFunction.StepsBody shown) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, source, examples, shown, jumps, decides);
    }

    Nature withJumps(DoubleUnaryOperator nearest) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, source, examples, steps, nearest, decides);
    }

    Nature decidedBy(UnaryOperator<Range> deciding) {
        return new Nature(derivative, range, latex, keepsWhole, otherNames, source, examples, steps, jumps, deciding);
    }
}
