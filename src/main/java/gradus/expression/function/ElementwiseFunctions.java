package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Range;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The functions of one number and the elementwise functions of several. */
final class ElementwiseFunctions {
    private static final double LN2 = Math.log(2);
    private static final double LN10 = Math.log(10);

    private static final double LARGEST_TURN = 0x1p50;

    private ElementwiseFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(powers(), circular(), hyperbolic(), cells(), choices())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> powers() {
        return List.of(
                cellwise("exp(x)", "e to the power x.", "e의 x 제곱.", Elementwise.positive(Math::exp, (x, y) -> y))
                        .derivative("exp")
                        .range(0, Double.POSITIVE_INFINITY)
                        .latex("\\exp\\left(#\\right)")
                        .fault("function_left_out", "x")
                        .fault("sign", "exp(-x)")
                        .used(Use.IN_NUMBERS, Use.OFFERED, Use.METHOD)
                        .example("exp(0)", "1"),
                cellwise("ln(x)", "The natural logarithm; undefined unless x > 0.", "자연로그, x > 0일 때만.", logarithm(1))
                        .latex("\\ln\\left(#\\right)")
                        .also("log_e")
                        .fault("function", "log2(x)", "log10(x)")
                        .fault("function_left_out", "x")
                        .used(Use.IN_NUMBERS)
                        .example("ln(e)", "1"),
                cellwise("log(x)", "The natural logarithm, as ln.", "자연로그, ln과 같습니다.", logarithm(1))
                        .latex("\\log\\left(#\\right)")
                        .fault("function", "log2(x)", "log10(x)")
                        .fault("function_left_out", "x")
                        .used(Use.IN_NUMBERS, Use.OFFERED, Use.METHOD)
                        .example("log(1)", "0"),
                cellwise("log2(x)", "The logarithm to base 2.", "밑이 2인 로그.", logarithm(LN2))
                        .also("log_2")
                        .fault("function", "ln(x)")
                        .example("log2(8)", "3"),
                cellwise("log10(x)", "The logarithm to base 10.", "밑이 10인 로그.", logarithm(LN10))
                        .fault("function", "ln(x)")
                        .example("log10(1000)", "3"),
                cellwise(
                                "sqrt(x)",
                                "The square root; undefined for x < 0.",
                                "제곱근, x < 0이면 정의되지 않습니다.",
                                Elementwise.kinked(Math::sqrt, (x, y) -> 0.5 / y, x -> x))
                        .range(0, Double.POSITIVE_INFINITY)
                        .latex("\\sqrt{#}")
                        .fault("root_left_out", "x")
                        .written("√")
                        .used(Use.IN_NUMBERS, Use.OFFERED, Use.METHOD)
                        .example("sqrt(9)", "3"));
    }

    private static List<LibraryFunction> circular() {
        return List.of(
                cellwise(
                                "sin(x)",
                                "The sine, x in radians.",
                                "사인, x는 라디안.",
                                Elementwise.smooth(Math::sin, (x, y) -> turning(x, 1)))
                        .derivative("cos")
                        .range(-1, 1)
                        .latex("\\sin\\left(#\\right)")
                        .fault("function", "cos(x)")
                        .example("sin(0)", "0"),
                cellwise(
                                "cos(x)",
                                "The cosine, x in radians.",
                                "코사인, x는 라디안.",
                                Elementwise.smooth(Math::cos, (x, y) -> turning(x, 1)))
                        .range(-1, 1)
                        .latex("\\cos\\left(#\\right)")
                        .fault("function", "sin(x)")
                        .example("cos(0)", "1"),
                cellwise(
                                "tan(x)",
                                "The tangent, x in radians.",
                                "탄젠트, x는 라디안.",
                                Elementwise.smooth(Math::tan, (x, y) -> turning(x, 1 + y * y)))
                        .latex("\\tan\\left(#\\right)")
                        .example("tan(0)", "0"),
                cellwise("asin(x)", "The arcsine in radians; −1 ≤ x ≤ 1.", "아크사인(라디안), −1 ≤ x ≤ 1.", arc(Math::asin))
                        .also("arcsin")
                        .decidedBy(any -> Range.ALL)
                        .latex("\\arcsin\\left(#\\right)")
                        .example("asin(1)", "pi/2"),
                cellwise("acos(x)", "The arccosine in radians; −1 ≤ x ≤ 1.", "아크코사인(라디안), −1 ≤ x ≤ 1.", arc(Math::acos))
                        .also("arccos")
                        .decidedBy(any -> Range.ALL)
                        .latex("\\arccos\\left(#\\right)")
                        .example("acos(1)", "0"),
                cellwise(
                                "atan(x)",
                                "The arctangent in radians.",
                                "아크탄젠트(라디안).",
                                Elementwise.smooth(Math::atan, (x, y) -> 1 / (1 + x * x)))
                        .also("arctan")
                        .latex("\\arctan\\left(#\\right)")
                        .example("atan(1)", "pi/4"));
    }

    private static List<LibraryFunction> hyperbolic() {
        return List.of(
                cellwise(
                                "sinh(x)",
                                "The hyperbolic sine.",
                                "쌍곡사인.",
                                Elementwise.smooth(Math::sinh, (x, y) -> Math.cosh(x)))
                        .derivative("cosh")
                        .latex("\\sinh\\left(#\\right)")
                        .fault("function", "cosh(x)")
                        .example("sinh(0)", "0"),
                cellwise(
                                "cosh(x)",
                                "The hyperbolic cosine.",
                                "쌍곡코사인.",
                                Elementwise.smooth(Math::cosh, (x, y) -> Math.abs(Math.sinh(x))))
                        .derivative("sinh")
                        .range(0, Double.POSITIVE_INFINITY)
                        .latex("\\cosh\\left(#\\right)")
                        .fault("function", "sinh(x)")
                        .example("cosh(0)", "1"));
    }

    private static List<LibraryFunction> cells() {
        return List.of(
                cellwise(
                                "abs(x)",
                                "The absolute value |x|.",
                                "절댓값 |x|.",
                                Elementwise.kinked(Math::abs, (x, y) -> 1, x -> x))
                        .range(0, Double.POSITIVE_INFINITY)
                        .latex("\\left|#\\right|")
                        .whole()
                        .fault("function_left_out", "x")
                        .fault("function", "x.^2")
                        .written("|")
                        .inArrays("absolute", "fabs")
                        .used(Use.OFFERED, Use.METHOD)
                        .example("abs(-2)", "2"),
                cellwise("sign(x)", "−1, 0 or 1.", "부호: −1, 0 또는 1.", Elementwise.stepping(Math::signum, x -> x))
                        .range(-1, 1)
                        .whole()
                        .also("sgn")
                        .fault("function_left_out", "x")
                        .example("sign(-3)", "-1"),
                cellwise(
                                "floor(x)",
                                "The largest integer that is at most x.",
                                "x를 넘지 않는 가장 큰 정수.",
                                Elementwise.stepping(Math::floor, x -> x))
                        .jumps(Math::rint)
                        .whole()
                        .fault("rounding", "ceil(x)", "round(x)")
                        .fault("function_left_out", "x")
                        .written("⌊")
                        .example("floor(2.7)", "2"),
                cellwise(
                                "ceil(x)",
                                "The smallest integer that is at least x.",
                                "x 이상인 가장 작은 정수.",
                                Elementwise.stepping(Math::ceil, x -> x))
                        .jumps(Math::rint)
                        .whole()
                        .fault("rounding", "floor(x)")
                        .fault("function_left_out", "x")
                        .written("⌈")
                        .example("ceil(2.1)", "3"));
    }

    private static List<LibraryFunction> choices() {
        return List.of(
                LibraryFunction.of(
                                Group.ARRAY,
                                "round(x, decimals=0)",
                                new Sentence("x rounded to decimals, halves away from 0.", "반올림, 소수 decimals자리까지."),
                                ArrayFunctions::round)
                        .whole()
                        .jumps(x -> Math.floor(x) + 0.5)
                        .fault("function_left_out", "x")
                        .example("round(2.345, 2)", "2.35"),
                LibraryFunction.of(
                                Group.ARRAY,
                                "max(…, axis=none)",
                                new Sentence(
                                        "The largest of several values, cell by cell; of one tensor its largest cell, down each column (axis=1) or along each row (axis=2).",
                                        "여러 값 중 큰 것(성분마다). 텐서 하나이면 그중 가장 큰 성분, 열마다(axis=1) 또는 행마다(axis=2)."),
                                MaxMin.MAX)
                        .latex("\\max\\left(#\\right)")
                        .whole()
                        .fault("function", "min(a, b)", "abs(b)")
                        .fault("function_left_out", "a", "b")
                        .fault("sign", "max(a, -b)", "max(-a, b)")
                        .fault("function", "min(a)", "mean(a)")
                        .inArrays("maximum", "amax", "reduce_max")
                        .used(Use.OFFERED, Use.METHOD, Use.DROPS_AXIS)
                        .example("max([1, 5], [3, 2])", "[3, 5]"),
                LibraryFunction.of(
                                Group.ARRAY,
                                "min(…, axis=none)",
                                new Sentence("The smallest, as max.", "가장 작은 것, max와 같은 방식."),
                                MaxMin.MIN)
                        .latex("\\min\\left(#\\right)")
                        .whole()
                        .fault("function", "max(a, b)", "max(a)")
                        .fault("function_left_out", "a", "b")
                        .inArrays("minimum", "amin")
                        .used(Use.OFFERED, Use.METHOD, Use.DROPS_AXIS)
                        .example("min(3, 1)", "1"));
    }

    /** The slope of a periodic function; where doubles lie further apart than its turns, one that is not exact tells nothing. */
    private static double turning(double x, double slope) {
        return Math.abs(x) < LARGEST_TURN ? slope : Double.POSITIVE_INFINITY;
    }

    private static Elementwise logarithm(double lnBase) {
        return Elementwise.kinked(
                lnBase == LN10
                        ? x -> x > 0 ? Math.log10(x) : Double.NaN
                        : lnBase == LN2 ? ElementwiseFunctions::log2 : x -> x > 0 ? Math.log(x) : Double.NaN,
                (x, y) -> 1 / (x * lnBase),
                x -> x);
    }

    /** Exact for powers of 2. */
    private static double log2(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / LN2;
    }

    private static Elementwise arc(DoubleUnaryOperator function) {
        return Elementwise.kinked(function, (x, y) -> 1 / Math.sqrt(1 - x * x), x -> 1 - Math.abs(x));
    }

    private static LibraryFunction cellwise(String signature, String en, String ko, Elementwise function) {
        return LibraryFunction.of(Group.ELEMENTWISE, signature, new Sentence(en, ko), function);
    }
}
