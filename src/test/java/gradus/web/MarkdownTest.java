package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static String html(String source) {
        return Markdown.html(source, name -> "/pictures/" + name).markup().strip();
    }

    @Test
    void formulasKeepTheirTextToTheLetter() {
        assertEquals(
                "<p>a <span class=\"math\">a_1 * b_2 * c &lt; \\{d\\}</span> b</p>",
                html("a $a_1 * b_2 * c < \\{d\\}$ b"));
        assertEquals(
                "<p><span class=\"math display\">\\begin{bmatrix} 1 &amp; 2 \\\\\n- 3 &amp; 4 \\end{bmatrix}</span></p>",
                html("$$\\begin{bmatrix} 1 & 2 \\\\\n- 3 & 4 \\end{bmatrix}$$"));
        assertEquals(
                "<p>costs $5, or <code>$x$</code></p>",
                html("costs \\$5, or `$x$`").replace("&#36;", "$"));
        assertEquals("<p><span class=\"math\">\\$ 3</span></p>", html("$\\$ 3$"));
    }

    @Test
    void aFormulaDoesNotCrossAnEmptyLine() {
        assertEquals(
                "<p>one $ here</p>\n<p>and $ there</p>",
                html("one $ here\n\nand $ there").replace("&#36;", "$"));
    }

    @Test
    void formulasStandInTables() {
        assertEquals(
                "<td><span class=\"math\">|x|</span></td>",
                html("|a|\n|---|\n|$|x|$|").replaceAll("[\\s\\S]*(<td>[\\s\\S]*</td>)[\\s\\S]*", "$1"));
    }

    @Test
    void picturesAreOnlyEverOurs() {
        assertEquals("<p><img src=\"/pictures/lenet.svg\" alt=\"LeNet x_1\" /></p>", html("![LeNet $x_1$](lenet.svg)"));
        assertEquals("<p></p>", html("![x](https://elsewhere.example/x.png)").replaceAll("<img[^>]*alt=\"x\" ?/>", ""));
    }

    @Test
    void aLabelIsNoList() {
        assertEquals("&#43; (more)", Markdown.inline("+ (more)").markup());
        assertEquals("1. Momentum", Markdown.inline("1. Momentum").markup());
    }

    @Test
    void aLabelLosesItsParagraph() {
        assertEquals(
                "<em>size</em> <span class=\"math\">n</span>",
                Markdown.inline("*size* $n$").markup());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "$</span><script>alert(1)</script>$",
                "![$\"><script>alert(1)</script>$](a.svg)",
                "![x\" onerror=\"alert(1)](a.svg)",
                "\uE0000\uE001<script>\uE0009\uE001",
                "[a]($\"><script>$)",
            })
    void nothingInItRuns(String source) {
        String html = html(source);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.matches("[\\s\\S]*<[^>]*\\s(on\\w+)=[\\s\\S]*"), html);
        assertFalse(html.matches("[\\s\\S]*<[^>]*javascript:[\\s\\S]*"), html);
    }
}
