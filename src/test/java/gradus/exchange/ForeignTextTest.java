package gradus.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Question;
import gradus.question.file.QuestionFile;
import gradus.web.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Texts of other programs: languages side by side as Moodle's filter marks them, and what would do harm on a page. */
class ForeignTextTest {
    private static final String ANSWERS = """
            <answer fraction="100"><text><![CDATA[<span lang="ko" class="multilang">예</span><span lang="en" class="multilang">Yes</span>]]></text></answer>
            <answer fraction="-50"><text>3</text><feedback><text><![CDATA[<img src="x" onerror="alert(2)">No<svg onload="alert(3)"></svg>]]></text></feedback></answer>
            """;

    private static Import read(String name, String prompt, String answers) {
        String file = """
                <?xml version="1.0" encoding="UTF-8"?>
                <quiz><question type="multichoice"><name><text>%s</text></name>
                <questiontext format="html"><text><![CDATA[%s]]></text></questiontext><single>true</single>
                %s</question></quiz>
                """.formatted(name, prompt, answers).strip();
        return Import.of(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Question only(Import read) {
        assertEquals(1, read.files().size(), () -> read.report().toString());
        return QuestionFile.read(read.files().get(0).yaml(), read.files().get(0).name());
    }

    private static List<String> lost(Import read) {
        return read.report().items().get(0).lost().stream()
                .map(message -> message.in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void languagesThatStandSideBySideStandSideBySideInTheFile() {
        Import read = read(
                "sizes",
                "<p><span lang=\"ko\" class=\"multilang\">크기가 \\(3\\) 인가요?</span> "
                        + "<span class=\"multilang\" lang=\"en_us\">Is the size \\(3\\)?</span></p>",
                ANSWERS);
        Question question = only(read);
        assertEquals("크기가 $3$ 인가요?", question.prompt().in(Locale.KOREAN));
        assertEquals("Is the size $3$?", question.prompt().in(Locale.ENGLISH));
        assertEquals("예", question.parts().get(0).type().options().get(0).say().in(Locale.KOREAN));
        assertEquals(
                "Yes", question.parts().get(0).type().options().get(0).say().in(Locale.ENGLISH));
        assertEquals("sizes", question.title().in(Locale.KOREAN));
        assertTrue(lost(read).stream().noneMatch(loss -> loss.contains("languages")), () -> lost(read) + "");
    }

    @Test
    void aLanguageThatHasNoPlaceHereIsReported() {
        Import read = read(
                "taille",
                "<span lang=\"fr\" class=\"multilang\">Taille?</span><span lang=\"en\" class=\"multilang\">Size?</span>",
                "<answer fraction=\"100\"><text>1</text></answer><answer fraction=\"0\"><text>2</text></answer>");
        assertEquals("Size?", only(read).prompt().in(Locale.KOREAN));
        assertTrue(lost(read).contains("Of its languages, these were left out: fr."), () -> lost(read) + "");
    }

    @Test
    void nothingInATextRunsOnAPage() {
        for (String attack : List.of(
                "<script>alert(1)</script>Size?",
                "<img src=\"x\" onerror=\"alert(1)\">Size?",
                "<a href=\"javascript:alert(1)\">Size?</a>",
                "<a href=\"data:text/html,&lt;script&gt;\" onclick=\"x()\">Size?</a>",
                "<iframe src=\"https://evil.example\"></iframe>Size?",
                "<svg><script>alert(1)</script></svg>Size?",
                "<form action=\"https://evil.example\"><input name=\"q\"></form>Size?",
                "&lt;script&gt;alert(1)&lt;/script&gt;Size?",
                "<p style=\"background:url(javascript:x)\">Size?</p>",
                "[Size?](javascript:alert(1))",
                "![x](https://evil.example/spy.png)Size?",
                "<math><mtext><img src=x onerror=alert(1)></mtext></math>Size?")) {
            Question question = only(read("attack", attack, ANSWERS));
            StringBuilder page =
                    new StringBuilder().append(Markdown.html(question.prompt().in(Locale.ENGLISH)));
            question.parts().forEach(part -> {
                part.type()
                        .options()
                        .forEach(
                                option -> page.append(Markdown.html(option.say().in(Locale.ENGLISH))));
                part.mistakes()
                        .forEach(mistake ->
                                page.append(Markdown.html(mistake.say().in(Locale.ENGLISH))));
            });
            String html = page.toString().toLowerCase(Locale.ROOT);
            for (String harm :
                    List.of("<script", "onerror=", "onload=", "onclick=", "<iframe", "<form", "<svg", "style=\"b")) {
                assertFalse(
                        html.contains(harm) && !html.contains("&lt;" + harm.substring(1)), () -> attack + " → " + html);
            }
            assertFalse(
                    html.matches("(?s).*(href|src)=\"(javascript|data|https?://evil).*"), () -> attack + " → " + html);
            assertTrue(html.contains("size?"), html);
        }
    }

    @Test
    void whatIsTooMuchForOneFileIsRefusedAtOnce() {
        byte[] large = new byte[Import.LARGEST + 1];
        assertThrows(ForeignFileException.class, () -> Import.of(large));
        String deep = "<quiz><question type=\"essay\">" + "<a>".repeat(5_000) + "</quiz>";
        assertThrows(ForeignFileException.class, () -> Import.of(deep.getBytes(StandardCharsets.UTF_8)));
        String laughs =
                "<!DOCTYPE q [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><quiz><question>&b;</question></quiz>";
        assertThrows(ForeignFileException.class, () -> Import.of(laughs.getBytes(StandardCharsets.UTF_8)));
        String braces = "{".repeat(200_000);
        assertTrue(Import.of(("A question " + braces).getBytes(StandardCharsets.UTF_8))
                .files()
                .isEmpty());
    }
}
