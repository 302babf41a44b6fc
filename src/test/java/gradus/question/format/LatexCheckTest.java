package gradus.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in texts with formulas, and where: counted from the first letter, as {@code LatexCheckIT} holds it against KaTeX. */
class LatexCheckTest {
    private static void finds(String text, String... expected) {
        List<String> found = new ArrayList<>();
        LatexCheck.of(text, (place, message) -> {
            Object about = message.arguments().isEmpty()
                    ? ""
                    : " " + message.arguments().get(0);
            found.add(place + " " + message.key().replace("question.", "") + about);
        });
        assertEquals(List.of(expected), found, text);
    }

    @Test
    void aScriptHasSomethingToStandAbove() {
        finds("$a^ b$ ${a}_1^2$");
        finds("$a^ }$", "2 latex-script ^", "4 latex-unopened }");
        finds("$a_$", "2 latex-script _");
        finds("$a^ $", "2 latex-script ^");
        finds("$a_ ^2$", "2 latex-script _");
        finds("$x^2^3$", "4 latex-double ^");
        finds("$x_1_2$", "4 latex-double _");
    }

    @Test
    void columnsStandInEnvironments() {
        finds("$a & b$", "3 latex-column");
        finds("${{n}} & 1$", "7 latex-column");
        finds("${a & b}$", "4 latex-column");
        finds("$\\begin{cases} a & b \\end{cases}$");
        finds("$\\begin {cases} a & b \\end{ cases }$");
        finds("$\\begin{pmatrx} 1 \\end{pmatrx}$", "1 latex-environment-nearest pmatrx");
        finds("$\\begin$", "1 latex-environment ", "1 latex-unclosed \\begin{}");
        finds("$\\begin{$", "1 latex-environment ", "7 latex-unclosed {", "1 latex-unclosed \\begin{}");
        finds(
                "$\\begin{cases} 1 \\end{pmatrix}$",
                "17 latex-crossed \\end{pmatrix}",
                "1 latex-unclosed \\begin{cases}");
    }

    @Test
    void delimitersComeInPairs() {
        finds("$\\left ( x \\right )$ $\\left\\{ x \\right\\}$ $\\left\\lVert x \\right\\rVert$ $\\left<1\\right.$");
        finds("$\\left($", "1 latex-unclosed \\left");
        finds("$\\right)$", "1 latex-unopened \\right");
        finds("$\\left x \\right)$", "1 latex-delimiter \\left");
        finds("$\\left Z \\right)$", "1 latex-delimiter \\left");
        finds("$\\left 1 \\right 2$", "1 latex-delimiter \\left", "9 latex-delimiter \\right");
        finds("$\\left , x \\right )$", "1 latex-delimiter \\left");
        finds("$\\left$", "1 latex-delimiter \\left", "1 latex-unclosed \\left");
        finds("$\\left[ { \\right] }$", "10 latex-crossed \\right", "1 latex-unclosed \\left");
        finds("$\\left\\langle1\\right\\rangle{$", "27 latex-unclosed {");
        finds("$\\left\\frca x \\right.$"); // whatever it is, it is taken for a delimiter
    }

    @Test
    void commandsAreThoseOfKatexAndThoseDefinedBefore() {
        finds("$\\frac{1}{2} \\alpha z\\quad{a}$ $\\mathbb Z$ $\\,\\;$");
        finds("$\\frca{1}{2}$", "1 latex-unknown-nearest \\frca");
        finds("$\\nosuchthing$", "1 latex-unknown \\nosuchthing");
        finds("$\\alphaZ$", "1 latex-unknown-nearest \\alphaZ");
        finds("$\\Zeta \\azA$", "7 latex-unknown \\azA");
        finds("$\\newcommand{\\mine}{x} \\mine + \\other$", "31 latex-unknown-nearest \\other");
        finds("$\\mine \\newcommand{\\mine}{x}$", "1 latex-unknown-nearest \\mine");
    }

    @Test
    void bracesArePairsAndACommentEndsWithItsLine() {
        finds("$}$", "1 latex-unopened }");
        finds("${$", "1 latex-unclosed {");
        finds("${ \\left( } $", "10 latex-crossed }", "3 latex-unclosed \\left", "1 latex-unclosed {");
        finds("$a % }\n b$ $a % }$ $\\,$");
        finds("$\\; }$", "4 latex-unopened }");
        finds("$a % {\n } b$", "8 latex-unopened }");
    }

    @Test
    void formulasEndWithTheirDollarAndTheirParagraph() {
        finds("`$` $x$ ``$ ` $`` $x$ $$ x $$");
        finds("a $ b", "2 dollar-alone");
        finds("$$x$ $", "0 dollar-alone");
        finds("$$ x $$ and $}$", "13 latex-unopened }");
        finds("$a\\$b}$", "5 latex-unopened }");
        finds("$a\n\n b$ $c}$", "0 dollar-alone", "11 dollar-alone");
        finds("$a\n \nb$", "0 dollar-alone", "6 dollar-alone");
        finds("$a\nb}$", "4 latex-unopened }");
        finds("$a\n ", "0 dollar-alone");
        finds("$\\$", "0 dollar-alone");
        finds("` $x}$", "4 latex-unopened }");
        finds("``` $x}$ `", "6 latex-unopened }");
        finds("`$a` $b}$", "7 latex-unopened }");
    }
}
