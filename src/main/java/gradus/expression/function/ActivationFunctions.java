package gradus.expression.function;

import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Pairwise;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Activations and their derivatives, as the contract of the engine fixes them: relu'(0) = 0, leaky_relu'(0) = slope. */
final class ActivationFunctions {
    private ActivationFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(squashing(), rectifiers(), derivatives())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> squashing() {
        return List.of(
                activation(
                                "sigmoid(z)",
                                "1/(1+e^(−z)).",
                                "시그모이드 1/(1+e^(−z)).",
                                Elementwise.positive(ActivationFunctions::sigmoid, (z, y) -> y * (1 - y)))
                        .derivative("sigmoid_prime")
                        .range(0, 1)
                        .latex("\\sigma\\left(#\\right)")
                        .also("sigma")
                        .fault("function", "tanh(z)", "relu(z)")
                        .fault("sign", "sigmoid(-z)")
                        .fault("function_left_out", "z")
                        .fault("function", "sigmoid_prime(z)")
                        .used(Use.OFFERED, Use.METHOD)
                        .example("sigmoid(0)", "0.5"),
                activation(
                                "tanh(z)",
                                "The hyperbolic tangent.",
                                "쌍곡탄젠트.",
                                Elementwise.smooth(Math::tanh, (z, y) -> 1 - y * y))
                        .derivative("tanh_prime")
                        .range(-1, 1)
                        .latex("\\tanh\\left(#\\right)")
                        .fault("function", "sigmoid(z)", "2*sigmoid(z) - 1")
                        .fault("upside_down", "1 ./ tanh(z)")
                        .fault("function_left_out", "z")
                        .fault("function", "tanh_prime(z)")
                        .used(Use.OFFERED, Use.METHOD)
                        .example("tanh(0)", "0"));
    }

    private static List<LibraryFunction> rectifiers() {
        return List.of(
                activation("relu(z)", "max(0, z).", "max(0, z).", ActivationFunctions::relu)
                        .derivative("relu_prime")
                        .range(0, Double.POSITIVE_INFINITY)
                        .whole()
                        .fault("function_left_out", "z")
                        .fault("function", "relu_prime(z)", "abs(z)", "min(0, z)", "sigmoid(z)", "leaky_relu(z)")
                        .fault("sign", "relu(-z)")
                        .used(Use.OFFERED, Use.METHOD)
                        .example("relu([-1, 2])", "[0, 2]"),
                activation(
                                "leaky_relu(z, slope=0.01)",
                                "z where z > 0, slope·z elsewhere.",
                                "z > 0이면 z, 아니면 slope·z.",
                                a -> paired(a, LeakyRelu.VALUE))
                        .derivative("leaky_relu_prime")
                        .also("lrelu")
                        .fault("function", "relu(z)")
                        .fault("function_left_out", "z")
                        .fault("function", "slope*z")
                        .fault("sign", "max(-slope*z, z)")
                        .fault("factor_left_out", "max(slope, z)")
                        .fault("function", "leaky_relu_prime(z, slope)")
                        .example("leaky_relu([-1, 2], slope=0.1)", "[-0.1, 2]"),
                activation(
                                "softmax(z, axis=none)",
                                "e^z over its sum: of a vector or of all rows (axis=2), or down the columns (axis=1).",
                                "e^z를 그 합으로 나눈 것: 벡터 전체, 각 행(axis=2) 또는 각 열(axis=1).",
                                ActivationFunctions::softmax)
                        .range(0, 1)
                        .fault("function", "sigmoid(z)", "exp(z)")
                        .used(Use.METHOD)
                        .example("softmax([0, 0])", "[0.5, 0.5]"));
    }

    private static List<LibraryFunction> derivatives() {
        return List.of(
                activation(
                                "sigmoid_prime(z)",
                                "σ(z)(1−σ(z)).",
                                "시그모이드의 도함수 σ(z)(1−σ(z)).",
                                Elementwise.positive(ActivationFunctions::sigmoidPrime, (z, y) -> y))
                        .range(0, 1)
                        .latex("\\sigma'\\left(#\\right)")
                        .fault("function", "sigmoid(z)", "tanh_prime(z)", "z .* (1 - z)", "1 - sigmoid(z)")
                        .example("sigmoid_prime(0)", "0.25"),
                activation(
                                "tanh_prime(z)",
                                "1−tanh(z)².",
                                "tanh의 도함수 1−tanh(z)².",
                                Elementwise.positive(ActivationFunctions::tanhPrime, (z, y) -> 2 * y))
                        .range(0, 1)
                        .latex("\\tanh'\\left(#\\right)")
                        .fault("function", "tanh(z)", "sigmoid_prime(z)")
                        .fault("square_left_out", "1 - tanh(z)")
                        .fault("term_left_out", "tanh(z).^2")
                        .example("tanh_prime(0)", "1"),
                activation(
                                "relu_prime(z)",
                                "1 where z > 0, else 0.",
                                "z > 0이면 1, 아니면 0.",
                                Elementwise.stepping(z -> z > 0 ? 1 : z <= 0 ? 0 : z, z -> z))
                        .range(0, 1)
                        .whole()
                        .fault("function", "relu(z)", "sign(z)")
                        .example("relu_prime([-1, 0, 2])", "[0, 0, 1]"),
                activation(
                                "leaky_relu_prime(z, slope=0.01)",
                                "1 where z > 0, else slope.",
                                "z > 0이면 1, 아니면 slope.",
                                a -> paired(a, LeakyRelu.SLOPE))
                        .fault("function", "relu_prime(z)", "leaky_relu(z, slope)")
                        .fault("sign", "1{z > 0} - slope*1{z < 0}")
                        .fault("factor_left_out", "1{z > 0} + slope*z .* 1{z < 0}")
                        .example("leaky_relu_prime([-1, 0, 1], slope=0.1)", "[0.1, 0.1, 1]"));
    }

    private static LibraryFunction activation(String signature, String en, String ko, LibraryFunction.Body body) {
        return LibraryFunction.of(LibraryFunction.Group.ACTIVATION, signature, new Sentence(en, ko), body);
    }

    private static double sigmoid(double z) {
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        double power = Math.exp(z);
        return power / (1 + power);
    }

    private static double sigmoidPrime(double z) {
        double power = Math.exp(-Math.abs(z));
        return power / ((1 + power) * (1 + power));
    }

    private static double tanhPrime(double z) {
        double cosh = Math.cosh(z);
        return 1 / (cosh * cosh);
    }

    private static Value relu(Arguments arguments) {
        return Broadcast.apply(
                arguments.run(),
                arguments.at(),
                arguments.function(),
                MaxMin.MAX,
                arguments.first(),
                NumberValue.ZERO,
                arguments.site());
    }

    private static Value paired(Arguments arguments, LeakyRelu function) {
        return Broadcast.apply(
                arguments.run(),
                arguments.at(),
                arguments.function(),
                function,
                arguments.first(),
                arguments.value("slope"),
                arguments.site());
    }

    private enum LeakyRelu implements Pairwise {
        VALUE,
        SLOPE;

        @Override
        public double value(double z, double slope) {
            return this == VALUE ? (z > 0 ? z : slope * z) : z > 0 ? 1 : z <= 0 ? slope : z;
        }

        @Override
        public double bound(double z, double boundZ, double slope, double boundSlope, double result) {
            if (this == SLOPE) {
                return boundZ > 0 && Math.abs(z) <= boundZ ? Double.POSITIVE_INFINITY : z > 0 ? 0 : boundSlope;
            }
            return z > boundZ
                    ? boundZ
                    : boundZ * Math.max(1, Math.abs(slope)) + Operator.TIMES.bound(slope, boundSlope, z, 0, slope * z);
        }

        @Override
        public double gap(double z, double slope) {
            return z;
        }
    }

    private static Value softmax(Arguments arguments) {
        return Estimates.of(arguments, shaken -> softmax(shaken.tensor("z"), shaken));
    }

    private static Value softmax(Tensor z, Arguments arguments) {
        boolean rowsByDefault = z.rank() == 2 && z.columns() > 1 && !arguments.has("axis");
        int axis = arguments.has("axis") ? arguments.integer("axis") : rowsByDefault ? 2 : 1;
        if (z.rank() > 2 || axis < 1 || axis > 2) {
            throw arguments.fault(
                    "z", "expression.argument-matrix", arguments.first().kind());
        }
        int columns = z.columns();
        double[] cells = z.cells();
        for (int line = 0; line < (axis == 1 ? columns : z.rows()); line++) {
            int from = axis == 1 ? line : line * columns;
            int step = axis == 1 ? columns : 1;
            normalise(cells, from, step, axis == 1 ? z.rows() : columns);
        }
        return TensorValue.exactly(Tensor.of(z.shape(), cells));
    }

    private static void normalise(double[] cells, int from, int step, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, cells[from + i * step]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            cells[from + i * step] = Math.exp(cells[from + i * step] - largest);
            sum += cells[from + i * step];
        }
        for (int i = 0; i < count; i++) {
            cells[from + i * step] /= sum;
        }
    }
}
