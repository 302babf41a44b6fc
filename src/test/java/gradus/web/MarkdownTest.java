package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Pattern NUMBERED = Pattern.compile("&#(\\d+);");

    private static String html(String source) {
        return Markdown.html(source, name -> "/pictures/" + name).markup().strip();
    }

    /** The same without references by number, in which what need not be escaped is escaped too. */
    private static String plain(String source) {
        return NUMBERED.matcher(html(source))
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))));
    }

    @Test
    void formulasKeepTheirTextToTheLetter() {
        assertEquals(
                "<p>a <span class=\"math\">a_1 * b_2 * c &lt; \\{d\\}</span> b</p>",
                plain("a $a_1 * b_2 * c < \\{d\\}$ b"));
        assertEquals(
                "<p><span class=\"math display\">\\begin{bmatrix} 1 &amp; 2 \\\\\n- 3 &amp; 4 \\end{bmatrix}</span></p>",
                plain("$$\\begin{bmatrix} 1 & 2 \\\\\n- 3 & 4 \\end{bmatrix}$$"));
        assertEquals("<p>costs $5, or <code>$x$</code></p>", plain("costs \\$5, or `$x$`"));
        assertEquals("<p><span class=\"math\">\\$ 3</span></p>", plain("$\\$ 3$"));
    }

    @Test
    void aFormulaDoesNotCrossAnEmptyLine() {
        assertEquals("<p>one $ here</p>\n<p>and $ there</p>", plain("one $ here\n\nand $ there"));
        assertEquals("<p>one $$ a</p>\n<p>b $$ there</p>", plain("one $$ a\n\nb $$ there"));
        assertEquals("<p>$$ a\n- b</p>\n<p>c</p>", plain("$$ a\n- b\n\nc"));
    }

    @Test
    void aFormulaOnItsOwnLinesIsNoListAndEndsWhereItCloses() {
        assertEquals(
                "<p>so</p>\n<p><span class=\"math display\">a\n- b\n# c</span></p>\n<ul><li>d</li></ul>",
                plain("so\n$$\na\n- b\n# c\n$$\n- d"));
        assertEquals(
                "<ul><li>one<span class=\"math display\">a\n- b</span></li><li>two</li></ul>",
                plain("- one\n  $$\n  a\n  - b\n  $$\n- two").replaceAll("</?p>|(?<=>)\n|\n(?=<)", ""));
    }

    @Test
    void formulasStandInTables() {
        assertEquals(
                "<td><span class=\"math\">|x|</span></td>",
                html("|a|\n|---|\n|$|x|$|").replaceAll("[\\s\\S]*(<td>[\\s\\S]*</td>)[\\s\\S]*", "$1"));
    }

    @Test
    void barsOfFormulasDivideNoCells() {
        String table = plain("|$|a|$|b|\n|---|---|\n|$\\|x\\|_2$|$$|y|$$|\n|`|`|c \\| d $|$|");
        assertEquals(
                List.of(
                        "<span class=\"math\">|a|</span>",
                        "b",
                        "<span class=\"math\">\\|x\\|_2</span>",
                        "<span class=\"math display\">|y|</span>"),
                Pattern.compile("<t[hd]>(.*?)</t[hd]>")
                        .matcher(table)
                        .results()
                        .map(cell -> cell.group(1))
                        .limit(4)
                        .toList());
        assertEquals("<p>|<span class=\"math\">|x|</span>|</p>", plain("|$|x|$|"));
    }

    @Test
    void picturesAreOnlyEverOurs() {
        assertEquals("<p><img src=\"/pictures/lenet.svg\" alt=\"LeNet x_1\" /></p>", html("![LeNet $x_1$](lenet.svg)"));
        assertEquals("<p></p>", html("![x](https://elsewhere.example/x.png)").replaceAll("<img[^>]*alt=\"x\" ?/>", ""));
    }

    @Test
    void picturesOfStepsKeepTheirShapesAndNothingElse() {
        assertEquals(
                "<svg width=\"9\"><rect class=\"cell lit\" x=\"1.5\"></rect></svg>",
                html("```picture\n<svg width=\"9\" style=\"color:red\"><rect class=\"cell lit\" x=\"1.5\" href=\"/x\"></rect>"
                                + "<rect class=\"danger\"></rect></svg>\n```")
                        .replace("<rect></rect>", ""));
    }

    @Test
    void linesThatArePutAwayAreMarkdownToo() {
        assertEquals(
                "<details><summary>3 more</summary>\n<p><span class=\"math display\">x</span></p>\n</details>",
                html("```folded 3 more\n$$x$$\n```"));
    }

    @Test
    void codeStaysCode() {
        assertEquals("<pre><code>a &lt; b\n</code></pre>", html("```python\na < b\n```"));
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
                "```picture\n<svg onload=alert(1)><script>alert(1)</script><rect class=cell onclick=alert(1)></rect></svg>\n```",
                "```folded <script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```",
            })
    void nothingInItRuns(String source) {
        String html = html(source);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.matches("[\\s\\S]*<[^>]*\\s(on\\w+)=[\\s\\S]*"), html);
        assertFalse(html.matches("[\\s\\S]*<[^>]*javascript:[\\s\\S]*"), html);
    }
}
