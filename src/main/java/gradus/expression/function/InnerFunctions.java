package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Body;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.NumberValue;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.Value;
import gradus.maths.Loss;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Steps of the engine's own listings that double arithmetic asks to take with care, or that only pick cells. */
final class InnerFunctions {
    private InnerFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(logarithms(), picks(), activations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> logarithms() {
        return List.of(
                inner("times_ln(y, p)", "y·ln p, where 0·ln 0 is 0.", a -> Loss.timesLn(a.tensor("y"), a.tensor("p")))
                        .latex("#1 \\ln #2")
                        .example("times_ln([0, 1], [0, 1])", "[0, 0]"),
                inner(
                                "times_ln_rest(y, p)",
                                "(1−y)·ln(1−p) without cancellation, where 0·ln 0 is 0.",
                                a -> Loss.timesLnRest(a.tensor("y"), a.tensor("p")))
                        .latex("\\left(1-#1\\right) \\ln\\left(1-#2\\right)")
                        .example("times_ln_rest([1, 0], [1, 0])", "[0, 0]"),
                inner(
                                "log_softmax(z)",
                                "The logarithm of softmax along rows, by log-sum-exp.",
                                a -> Loss.logSoftmax(a.tensor("z")))
                        .latex("\\ln \\mathrm{softmax}\\left(#1\\right)")
                        .example("exp(log_softmax([[3, 3]]))", "[[0.5, 0.5]]"));
    }

    private static List<LibraryFunction> picks() {
        return List.of(
                inner(
                                "one_hot(y, z)",
                                "y as one-hot rows in the shape of z.",
                                a -> Loss.labels("z", a.given("z"), a.given("y")))
                        .latex("#1")
                        .whole()
                        .example("one_hot([1, 0], [[5, 5], [5, 5]])", "[[0, 1], [1, 0]]"),
                of("gate(a, k, gates)", "The k-th of so many equal blocks of columns.", InnerFunctions::gate)
                        .latex("#1^{(#2)}")
                        .whole()
                        .example("gate([[1, 2, 3, 4]], 2, 2)", "[[3, 4]]"),
                inner(
                                "less_labels(p, y)",
                                "p − y without cancellation where p is close to 1; y one-hot rows.",
                                a -> Loss.lessLabels(a.tensor("p"), a.given("y")))
                        .latex("\\left(#1 - #2\\right)")
                        .example("less_labels([[0.5, 0.5]], [[1, 0]])", "[[-0.5, 0.5]]"),
                inner(
                                "causal_softmax(S)",
                                "Softmax along each row i over its first i cells; the others are 0.",
                                a -> Loss.causalSoftmax(a.tensor("S")))
                        .latex("\\mathrm{softmax}_{j \\le i}\\left(#1\\right)")
                        .example("causal_softmax([[1, 9], [2, 2]])", "[[1, 0], [0.5, 0.5]]"),
                of("upto(n)", "The whole numbers from 1 to n, one by one.", InnerFunctions::upto)
                        .whole()
                        .example("upto(2)", "seq(1, 2)"));
    }

    private static List<LibraryFunction> activations() {
        return List.of(
                LibraryFunction.of(
                                Group.ACTIVATION,
                                "linear(z)",
                                Sentence.of("z."),
                                Elementwise.smooth(z -> z, (z, y) -> 1))
                        .derivative("linear_prime")
                        .also("identity")
                        .latex("#")
                        .whole()
                        .example("linear(2)", "2"),
                LibraryFunction.of(
                                Group.ACTIVATION,
                                "linear_prime(z)",
                                Sentence.of("1."),
                                Elementwise.smooth(z -> 1, (z, y) -> 0))
                        .latex("1")
                        .whole()
                        .example("linear_prime(2)", "1"));
    }

    private static LibraryFunction inner(String signature, String say, Function<Arguments, Tensor> function) {
        return of(signature, say, a -> Estimates.of(a, given -> RecordFields.tensor(function.apply(given))));
    }

    private static LibraryFunction of(String signature, String say, Body body) {
        return LibraryFunction.of(Group.INNER, signature, Sentence.of(say), body);
    }

    private static Value gate(Arguments arguments) {
        Value value = arguments.first();
        Tensor tensor = arguments.given("a");
        int gates = arguments.integer("gates");
        int block = arguments.integer("k") - 1;
        if (tensor.rank() > 2 || gates < 1 || tensor.columns() % gates != 0 || block < 0 || block >= gates) {
            throw arguments.fault("a", "expression.argument-matrix", value.kind());
        }
        int units = tensor.columns() / gates;
        return Rearrangement.picked(
                value,
                new int[] {tensor.rows(), units},
                i -> i / units * tensor.columns() + block * units + i % units,
                0);
    }

    private static Value upto(Arguments arguments) {
        int count = arguments.integer("n");
        if (count < 0) {
            throw arguments.fault(
                    "n", "expression.argument-integer", arguments.first().kind());
        }
        arguments.run().budget().room(count, arguments.at());
        List<Value> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(NumberValue.exactly(i));
        }
        return new SequenceValue(numbers);
    }
}
