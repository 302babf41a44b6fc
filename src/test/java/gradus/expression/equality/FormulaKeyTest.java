package gradus.expression.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaKeyTest {
    private static Agreement compare(String key, String response, Symbols symbols, Scope params) {
        Expression parsed = Expression.parse(key, Vocabulary.author());
        return FormulaKey.prepare(parsed, symbols, params).compare(Expression.parse(response, symbols.vocabulary()));
    }

    private static String verdict(String key, String response, Symbols symbols) {
        return compare(key, response, symbols, Scope.EMPTY).getClass().getSimpleName();
    }

    private static Symbols x(double from, double to) {
        return Symbols.builder().add("x", from, to).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(x+1)^2-x^2-2*x; 1; -4; 4",
                "1; (x+1)^2-x^2-2x; -4; 4",
                "1e-12*x; x/1e12; -4; 4",
                "1e200*x; x*10^200; -4; 4",
                "log(x^2); 2*log(x); 0.1; 4",
                "max(0,x); x; 0; 4",
                "max(0,x); (x+|x|)/2; -4; 4",
                "|x|; sqrt(x^2); -4; 4",
                "relu(x); x>0 ? x : 0; -4; 4",
                "relu(x); x*1{x>0}; -4; 4",
                "relu_prime(x); x>0; -4; 4",
                "leaky_relu(x); max(0.01x, x); -4; 4",
                "sigmoid(x); 1/(1+e^-x); -4; 4",
                "sigmoid(x); 1/(1+exp(-x)); -700; 700",
                "cos(1200*pi*x); cos(1200*pi*x)*1.0; 0.3; 2.5",
                "floor(x); floor(x); -4; 4",
                "sqrt(x)*sqrt(x); x; 0; 4",
                "x^(1/3); cbrt; 0; 1",
                "sqrt(x-3); (x-3)^0.5; -4; 4",
                "tanh(x); 2*sigmoid(2x)-1; -4; 4",
                "1/x; x^-1; -4; 4"
            })
    void equalFormulasAreEqual(String key, String response, double from, double to) {
        String typed = response.equals("cbrt") ? "exp(ln(x)/3)" : response;
        assertEquals("Equal", verdict(key, typed, x(from, to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "0; 1e-12*x; -4; 4",
                "1e-12*x; 0; -4; 4",
                "1e-300*x; 0; -4; 4",
                "log(x^2); 2*log(x); -4; 4",
                "log(x^2); 2*log(x); -0.001; 4",
                "max(0,x); x; -0.001; 4",
                "max(0,x); x; -4; 0.001",
                "max(0,x); 0; -4; 0.001",
                "x; max(0,x); -1e-6; 4",
                "|x|; x; -0.0001; 4",
                "max(0.01*x, x); max(0,x); -4; 4",
                "max(0.01*x, x); max(0,x); -0.001; 1000",
                "x; x + max(0, x-3.999)*1e6; -4; 4",
                "x; x + max(0, 0.0001-(x-1.2345)^2); -4; 4",
                "x; x + 1{x>3.9999}; -4; 4",
                "x; x>-3.9999 ? x : 0; -4; 4",
                "x; x + floor((x+4)/7.9999); -4; 4",
                "x; x + 0*sqrt(x+3.999); -4; 4",
                "relu(x); leaky_relu(x, 0.001); -4; 4",
                "sign(x); 2*1{x>0}-1 + 1e-6; -4; 4",
                "x; x*(1+1e-8); -4; 4",
                "sigmoid(x); 1/(1+e^x); -4; 4",
                "1/x; 1/x + 1e-7; -4; 4",
                "sin(x); x; -0.01; 0.01",
                "1{x>0}; 1{x>0.001}; -4; 4",
                "1{x>0}; 1{x>-1e-5}; -4; 4",
                "x>0 ? x : 0; x>0.01 ? x : 0; -4; 4",
                "e^(1{x<-1}); e^(1{x<-1.01}); -10; 10"
            })
    void differentFormulasAreToldApart(String key, String response, double from, double to) {
        assertEquals("Different", verdict(key, response, x(from, to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"x; (x+1e17)-1e17; 0.3; 2.5", "0; sin(x)^2+cos(x)^2-1; -4; 4", "sqrt(-1-x^2); log(-1-x^2); -4; 4"})
    void whatNoPointDecidesIsUnsure(String key, String response, double from, double to) {
        assertEquals("Unsure", verdict(key, response, x(from, to)));
    }

    @Test
    void twoDimensionalKinksAreFound() {
        Symbols symbols = Symbols.builder().add("x", 0, 1).add("y", 0, 1).build();
        assertEquals("Different", verdict("x+y", "x + y + max(0, x+y-1.999)", symbols));
        assertEquals("Different", verdict("x*y", "min(x*y, 0.9999)", symbols));
        assertEquals("Different", verdict("x-y", "|x-y|", symbols));
    }

    @Test
    void piecesBoundBySeveralKinksAreFound() {
        Symbols symbols = Symbols.builder().add("x", -4, 4).add("y", 0.1, 2).build();
        assertEquals("Different", verdict("y", "y + 0.001*max(0, 0.3-y)*max(0, x)", symbols));
        assertEquals("Different", verdict("y", "y + max(0, 0.11-y)*max(0, x-3.9)", symbols));
        assertEquals("Different", verdict("y", "x > 3.99 and y > 1.99 ? 0 : y", symbols));
    }

    @Test
    void aPieceOfWhichNothingIsKnownLeavesItOpen() {
        Symbols symbols = Symbols.builder().add("x", -4, 4).add("y", -4, 4).build();
        String unsureWhereLess = "((x+y+|x-y|)/2 < y ? 1 : 0)";
        assertEquals("Unsure", verdict("0", "0*" + unsureWhereLess, symbols));
    }

    @Test
    void kinksAreFoundAmongManySymbols() {
        Symbols.Builder many =
                Symbols.builder().add("x", -4, 4).add("W", -4, 4, 3, 4).add("X", -4, 4, 4, 5);
        assertEquals("Different", verdict("x", "x + max(0, x-3.99999)", many.build()));
        assertEquals("Different", verdict("sum(W)", "sum(W) + max(0, sum(W)-47)", many.build()));
        assertEquals("Different", verdict("W*X", "W*X .* (W*X > -60)", many.build()));
    }

    @Test
    void constantsNeedNoSymbols() {
        Symbols none = Symbols.builder().build();
        assertEquals("Equal", verdict("1/2", "4^(-1/2)", none));
        assertEquals("Equal", verdict("3+sqrt(2)", "sqrt(11+6*sqrt(2))", none));
        assertEquals("Different", verdict("0.33", "1/3", none));
        assertEquals("Different", verdict("0.5", "0.5+1e-8", none));
    }

    private static Symbols matrices() {
        return Symbols.builder()
                .add("W2", -4, 4, 1, 3)
                .add("dZ2", -4, 4, 1, 4)
                .add("Z1", -4, 4, 3, 4)
                .add("A1", Expression.parse("relu(Z1)", Vocabulary.author(List.of("Z1"))))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(W2' * dZ2) .* relu_prime(Z1); (W2'dZ2) .* (Z1 > 0); Equal",
                "(W2' * dZ2) .* relu_prime(Z1); W2'*dZ2 ⊙ 1{A1>0}; Equal",
                "(W2' * dZ2) .* relu_prime(Z1); W2'*dZ2; Different",
                "dZ2*A1'; (A1*dZ2')'; Equal",
                "dZ2*A1'; A1*dZ2'; WrongShape",
                "sum(dZ2, axis=2); dZ2*ones(4,1); Equal",
                "sum(dZ2, axis=2); np.sum(dZ2, axis=1, keepdims=True); Equal",
                "sumsq(W2); W2*W2'; Equal",
                "sumsq(W2); ‖W2‖^2; Equal",
                "relu(W2*A1); max(0, W2*A1); Equal",
                "relu(W2*A1); (W2*A1+|W2*A1|)/2; Equal"
            })
    void matricesAreComparedCellByCell(String key, String response, String verdict) {
        assertEquals(verdict, verdict(key, response, matrices()));
    }

    @Test
    void shapesThatDoNotFitInsideAreUnreadable() {
        ExpressionException fault =
                assertThrows(ExpressionException.class, () -> verdict("dZ2*A1'", "dZ2*A1", matrices()));
        assertEquals("expression.shapes-misfit-hint", fault.problem().key());
        assertEquals(3, fault.at());
        assertTrue(fault.problem().toString().contains("1×4")
                && fault.problem().toString().contains("3×4"));
    }

    @Test
    void undefinedEverywhereIsDifferentAndIsNotReadInTheFirstPlace() {
        for (String formula : List.of("log(-1-x^2)", "x/0")) {
            assertEquals("Different", verdict("x", formula, x(-4, 4)));
            Expression undefined = Expression.parse(formula, Vocabulary.formula(List.of("x")));
            FreePoints points = FreePoints.of(x(-4, 4), Scope.EMPTY);
            assertEquals(
                    "expression.undefined-everywhere",
                    assertThrows(ExpressionException.class, () -> points.tried(undefined))
                            .problem()
                            .key());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log(1-x)", "sqrt(x-100)", "(-6)^x", "1/(x-2)", "log(-x)", "sqrt(0.1-x)*sqrt(x)"})
    void whatIsDefinedSomewhereIsRead(String formula) {
        Expression read = Expression.parse(formula, Vocabulary.formula(List.of("x")));
        Symbols free = Symbols.builder().addAny("x").build();
        FreePoints.of(free, Scope.EMPTY).tried(read);
        Symbols given = Symbols.builder()
                .addAny("y")
                .add("x", Expression.parse("y+1", Vocabulary.author(List.of("y"))))
                .build();
        FreePoints.of(given, Scope.EMPTY).tried(read);
    }

    @Test
    void theWitnessShowsBothValues() {
        Agreement.Different different =
                assertInstanceOf(Agreement.Different.class, compare("x^2", "2*x", x(1, 2), Scope.EMPTY));
        double at = Objects.requireNonNull(different.at().get("x")).asTensor().cell(0);
        assertEquals(2 * at, different.response().asTensor().cell(0));
        assertEquals(at * at, different.key().asTensor().cell(0));
    }

    @Test
    void paramsAreTheKeysOwn() {
        Scope params = Scope.of(Map.of("k", Value.of(3), "M", Value.of(Tensor.matrix(new double[] {1, 2}))));
        assertTrue(compare("k*x", "3x", x(-4, 4), params).isEqual());
        Expression key = Expression.parse("k*x + sum(M)", Vocabulary.author(List.of("k", "x", "M")));
        assertEquals("3*x + sum([[1, 2]])", key.filledIn(params, Set.of("x")));
    }

    @Test
    void samplesAreTheSameEveryTime() {
        assertEquals(compare("x^2", "2*x", x(1, 2), Scope.EMPTY), compare("x^2", "2*x", x(1, 2), Scope.EMPTY));
    }

    @Test
    void aFormulaThatCostsTooMuchIsRefused() {
        assertThrows(ExpressionException.class, () -> verdict("x", "x + sum(ones(300,300)*ones(300,300))*0", x(-4, 4)));
    }

    @Test
    void largeSymbolsAllowLargeFormulas() {
        Symbols large = Symbols.builder()
                .add("A", -1, 1, 40, 60)
                .add("B", -1, 1, 60, 50)
                .build();
        assertEquals("Equal", verdict("(A*B)'", "B'*A'", large));
        assertEquals("Different", verdict("(A*B)'", "B'*A' + 1e-3", large));
    }

    @Test
    void formIsReadFromTheTree() {
        assertTrue(Expression.parse("x^2+2x+1", Vocabulary.author()).isExpanded());
        for (String folded : List.of("(x+1)^2", "x(x+2)+1", "-(x+1)*x", "(x-1)(x+1)")) {
            assertTrue(
                    !Expression.parse(folded, Vocabulary.author(List.of("x"))).isExpanded(), folded);
        }
        Expression read = Expression.parse("σ(z) + z² ⊙ λ", Vocabulary.author());
        for (String word : List.of("sigmoid", "σ", "z", "^", "+", "⊙", ".*", "λ", "lambda")) {
            assertTrue(read.uses(word), word);
        }
        assertTrue(!read.uses("tanh") && !read.uses("-") && !read.uses("x"));
    }
}
