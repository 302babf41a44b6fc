package gradus.expression.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.Expression;
import gradus.expression.Texts;
import gradus.expression.node.Latex;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1/(1+e^-z); 1/(1 + e^-z)",
                "-2^2; -2^2",
                "(-2)^2; (-2)^2",
                "2^3^2; 2^3^2",
                "(2^3)^2; (2^3)^2",
                "3/-2; 3/-2",
                "2^-3^2; 2^-3^2",
                "x-y-z; x - y - z",
                "x-(y-z); x - (y - z)",
                "x/y*z; x/y*z",
                "x/(y*z); x/(y*z)",
                "x/y .* z; x/y .* z",
                "x*y@z; x .* y @ z",
                "x>0 or y>0 and z>0; x > 0 or y > 0 and z > 0",
                "not x>0; not x > 0",
                "x>0 ? y : z>0 ? x : y; x > 0 ? y : z > 0 ? x : y",
                "W'*X; W'*X",
                "(x+y)'; (x + y)'",
                "+x; x",
                "x--y; x - -y"
            })
    void operatorsBindAsTheContractSays(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
        assertEquals(canonical, Texts.read(canonical), "the canonical spelling reads as itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2x y; 2*x*y",
                "2(x+1); 2*(x + 1)",
                "(x+1)2; (x + 1)*2",
                "(x)(y); x*y",
                "x 2; x*2",
                "y(1-y); y*(1 - y)",
                "2e^x; 2*e^x",
                "2e-x; 2*e - x",
                "λ/(2m); lambda/(2*m)",
                "λ/m*w; lambda/m*w",
                "x²y; x^2*y",
                "x^{2}y; x^2*y",
                "x^(2)y; x^2*y",
                "2x^2; 2*x^2",
                "W^T X; W'*X",
                "αλw; alpha*lambda*w",
                "2πx; 2*pi*x",
                "1{z>0}x; 1{z > 0}*x"
            })
    void productsNeedNoTimesSign(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "log x; log(x)",
                "log x^2; log(x^2)",
                "log x + y; log(x) + y",
                "log x * y; log(x)*y",
                "y log ŷ; y*log(y_hat)",
                "√x; sqrt(x)",
                "√x²; sqrt(x^2)",
                "√(x+1)^2; sqrt(x + 1)^2",
                "relu'(z); relu_prime(z)",
                "σ'(z); sigmoid_prime(z)",
                "σ(z); sigmoid(z)",
                "leaky_relu'(z); leaky_relu_prime(z)",
                "ReLU(z); relu(z)",
                "LeakyReLU(z, 0.1); leaky_relu(z, 0.1)",
                "exp'(x); exp(x)",
                "sum(W, axis=1); sum(W, 1)",
                "np.sum(W, axis=0, keepdims=True); np.sum(W, axis=0, keepdims=true)",
                "np.sum(W, 1); np.sum(W, axis=1)",
                "np.sum(W, axis=-1); np.sum(W, axis=-1)",
                "np.exp(-z); exp(-z)",
                "np.maximum(0, z); max(0, z)",
                "np.dot(W, X); W @ X",
                "np.multiply(W, X); W .* X",
                "np.where(x > 0, x, 0); x > 0 ? x : 0",
                "np.pi*x; pi .* x",
                "W.T.dot(X); W.T @ X",
                "W.sum(axis=0); np.sum(W, axis=0)",
                "x**2; x.^2",
                "Σ(x); Σ(x)"
            })
    void functionsAreCalledInManyWays(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "W_1; W1",
                "W₁; W1",
                "W[1]; W1",
                "W^[1]; W1",
                "W^{[1]}; W1",
                "W_{1}; W1",
                "W[2]; W[2]",
                "W[1, 2]; W[1, 2]",
                "dW^[1]; dW1",
                "W^[1]A^[0]+b^[1]; W1*A0 + b1",
                "W^[1]T; W1'",
                "W^[1]TX; W1'*X",
                "W^{[1]T}X; W1'*X",
                "W^TX; W'*X",
                "W^{T}X; W'*X",
                "W^⊤X; W'*X",
                "WᵀX; W'*X",
                "W.T; W'",
                "W’X; W'*X",
                "ŷ; y_hat",
                "yhat; y_hat",
                "y\u0302; y_hat",
                "β₁; beta1",
                "x_1; x[1]",
                "𝑥; x",
                "ｘ＋１; x + 1",
                "٣x; 3*x",
                "x×y·z−1; x*y*z - 1",
                "x÷y; x/y",
                "x ≤ 1; x <= 1",
                "x ⊙ y; x .* y",
                "x ∘ y; x .* y"
            })
    void spellingsFoldTogether(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\\frac{1}{1+e^{-z}}; 1/(1 + e^-z)",
                "₩frac{1}{2}; 1/2",
                "\\frac{\\lambda}{2m}\\|W\\|^2; lambda/(2*m)*norm(W)^2",
                "\\sqrt{x}; sqrt(x)",
                "\\sqrt x; sqrt(x)",
                "\\lambda \\cdot x; lambda*x",
                "\\hat{y}; y_hat",
                "\\beta_1 x; beta1*x",
                "\\left(x+1\\right); x + 1",
                "\\log\\left(x\\right); log(x)",
                "\\max(0, x); max(0, x)",
                "\\mathrm{ReLU}(z); relu(z)",
                "\\sigma(z); sigmoid(z)",
                "\\mathbf{1}\\{z>0\\}; 1{z > 0}",
                "W^{\\top} X; W'*X",
                "x \\odot y; x .* y",
                "$x$; x"
            })
    void latexThatStudentsPasteIsRead(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "|x|; abs(x)",
                "2|x|y; 2*abs(x)*y",
                "||W||; norm(W)",
                "‖W‖; norm(W)",
                "||x|-1|; abs(abs(x) - 1)",
                "x+|y|*z; x + abs(y)*z",
                "1./W; 1 ./ W",
                "1.5.*W; 1.5 .* W",
                "1.^W; 1.^W",
                "3e-4; 3e-4",
                "3e; 3*e",
                "1_000; 1000",
                ".5; .5",
                "5.; 5",
                "1[z>0]; 1{z > 0}"
            })
    void numbersAndBarsAreRead(String text, String canonical) {
        assertEquals(canonical, Texts.read(text));
    }

    @Test
    void rowsMayBePartedBySemicolons() {
        assertEquals("[[1, 2], [3, 4]]", Texts.read("[1, 2; 3, 4]"));
    }

    @Test
    void aPartMayBearTheNameOfAFunction() {
        Vocabulary vocabulary = Vocabulary.author(List.of("relu", "x"));
        assertEquals("max(relu)", Expression.parse("max(relu)", vocabulary).text());
        assertEquals(
                "relu(x) + relu", Expression.parse("relu(x) + relu", vocabulary).text());
        assertEquals("relu_prime(x)", Expression.parse("relu'(x)", vocabulary).text());
        assertEquals("relu'", Expression.parse("relu'", vocabulary).text());
    }

    @Test
    void declaredNamesHideTheConstants() {
        Vocabulary vocabulary = Vocabulary.formula(List.of("e", "x"));
        assertEquals(
                List.of("e", "x"),
                List.copyOf(Expression.parse("e*x*pi", vocabulary).names()));
        assertEquals(
                List.of("x"), List.copyOf(Expression.parse("e*x", Texts.FORMULA).names()));
    }

    @Test
    void epsilonIsEpsWhereThatIsDeclared() {
        Vocabulary vocabulary = Vocabulary.formula(List.of("eps", "s"));
        assertEquals("sqrt(s) + eps", Expression.parse("√s + ε", vocabulary).text());
    }

    @Test
    void aSuperscriptTIsAPowerWhereTIsADeclaredNumber() {
        Vocabulary vocabulary = Vocabulary.author(List.of("x", "T"));
        Expression power = Expression.parse("x^T", vocabulary);
        Scope number = Scope.of(Map.of("x", Value.of(2), "T", Value.of(3)));
        Scope matrix = Scope.of(Map.of("x", Value.of(Tensor.vector(1, 2)), "T", Value.of(Tensor.vector(1))));
        assertEquals("8", Printing.plain(power.evaluate(number)));
        assertEquals("[[1,2]]", Printing.plain(power.evaluate(matrix)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "λ/(2m)*‖W‖²; \\frac{\\lambda}{2 \\, m} \\, \\left\\|W\\right\\|^{2}",
                "relu'(z); \\mathrm{relu}'\\left(z\\right)",
                "3e-4*x; 3 \\times 10^{-4} \\, x",
                "ŷ*2; \\hat{y} \\cdot 2",
                "W1'X; W_{1}^{\\top} \\, X",
                "W''; {W^{\\top}}^{\\top}",
                "sum(W')^2; \\mathrm{sum}\\left(W^{\\top}\\right)^{2}",
                "W1[2]^2; {W_{1}}_{2}^{2}",
                "x*-y; x \\, \\left(-y\\right)",
                "x--y; x - \\left(-y\\right)",
                "max(0,x); \\max\\left(0, x\\right)",
                "-(x+y); -\\left(x + y\\right)"
            })
    void latexShowsWhatWasRead(String text, String latex) {
        assertEquals(latex, Expression.parse(text, Texts.FORMULA).toLatex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "w0_new; w_{0,\\mathrm{new}}",
                "v_hat; \\hat{v}",
                "v_dW_hat; \\hat{v}_{dW}",
                "beta1; \\beta_{1}",
                "dZ2; dZ_{2}",
                "corr; \\mathrm{corr}",
                "_x; \\mathrm{\\_x}"
            })
    void namesHaveOneSubscript(String name, String latex) {
        assertEquals(latex, Latex.name(name));
    }
}
