package gradus.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.browser.Browser;
import gradus.browser.Katex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check says of formulas, held against the KaTeX of the pages. */
class LatexCheckIT {
    private static final List<String> FORMULAS = List.of(
            "\\frac{1}{2}",
            "\\frac{1}{2",
            "x}",
            "\\{x\\}",
            "\\left(\\frac12\\right)",
            "\\left( x",
            "x \\right)",
            "\\left\\{ x \\right.",
            "\\left x \\right)",
            "\\left\\lVert x \\right\\rVert",
            "\\left( {x \\right)}",
            "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
            "\\begin{pmatrix}1&2\\\\3&4\\end{bmatrix}",
            "\\begin{pmatrx}1\\end{pmatrx}",
            "\\begin{cases}0 & x<0\\\\ x & x\\ge 0\\end{cases}",
            "\\begin{array}{cc}1&2\\end{array}",
            "\\end{cases}",
            "a & b",
            "x^",
            "x_{}^{2}",
            "x^2^3",
            "x_1_2",
            "x_1^2",
            "\\sum_{i=1}^n i",
            "\\frca{1}{2}",
            "\\operatorname{softmax}(z)",
            "\\text{한글 } x",
            "\\mathbb{1}_{z>0}",
            "W^{[1]\\top}",
            "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
            "\\softmax(z)",
            "\\hat{y}, \\bar x, \\widehat{ab}, \\odot, \\nabla, \\partial, \\lVert w\\rVert_2",
            "a % b",
            "\\def\\foo{x}\\foo",
            "\\boxed{x}\\qquad\\textbf{a}",
            "\\overbrace{x}^{n}\\underbrace{y}_{m}");

    @Test
    void refusesWhatKatexRefusesAndNothingElse() {
        List<String> refused = new ArrayList<>();
        for (String formula : FORMULAS) {
            List<Integer> places = new ArrayList<>();
            LatexCheck.of("$" + formula + "$", (at, message) -> places.add(at));
            if (!places.isEmpty()) {
                refused.add(formula);
            }
        }
        try (Browser browser = Browser.at("", "en")) {
            assertEquals(Katex.in(browser).refusals(FORMULAS), refused);
        }
    }
}
