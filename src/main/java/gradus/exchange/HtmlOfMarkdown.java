package gradus.exchange;

import gradus.web.Markdown;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Authors' Markdown as well-formed HTML in which formulas stand as LaTeX between {@code \(} and {@code \)}. */
final class HtmlOfMarkdown {
    private final UnaryOperator<String> pictures;

    /** @param pictures maps the name of a picture beside the question to its address in the other program */
    HtmlOfMarkdown(UnaryOperator<String> pictures) {
        this.pictures = pictures;
    }

    /** Paragraphs, lists and tables. */
    String blocks(String markdown) {
        return portable(Markdown.html(markdown, name -> "/" + name).markup());
    }

    /** A text within a line. */
    String line(String markdown) {
        return portable(Markdown.inline(markdown).markup());
    }

    private String portable(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        for (Element formula : page.select("span.math")) {
            boolean display = formula.hasClass("display");
            String tex = formula.wholeText().strip();
            formula.text((display ? "\\[" : "\\(") + tex + (display ? "\\]" : "\\)"));
            formula.unwrap();
        }
        for (Element picture : page.select("img[src]")) {
            picture.attr("src", pictures.apply(picture.attr("src").substring(1)));
        }
        page.select("a[rel]").removeAttr("rel");
        return page.body().html().strip();
    }
}
