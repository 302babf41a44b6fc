package gradus.exchange;

import gradus.web.Markdown;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Authors' Markdown as well-formed HTML in which formulas stand as LaTeX between {@code \(} and {@code \)}. */
final class HtmlOfMarkdown {
    private static final Set<String> EMPTY = Set.of("br", "hr", "img");

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
        StringBuilder out = new StringBuilder();
        HtmlElement.body(html).content().forEach(node -> write(node, out));
        return out.toString().strip();
    }

    private void write(Object node, StringBuilder out) {
        if (!(node instanceof HtmlElement element)) {
            out.append(escaped(node.toString()));
            return;
        }
        String kind = element.name().equals("span") ? element.attribute("class") : "";
        if (kind.startsWith("math")) {
            boolean display = kind.contains("display");
            String tex = escaped(element.wholeText().strip());
            out.append(display ? "\\[" : "\\(").append(tex).append(display ? "\\]" : "\\)");
            return;
        }
        out.append('<').append(element.name());
        element.attributes().forEach((name, value) -> attribute(element, name, value, out));
        if (EMPTY.contains(element.name())) {
            out.append(" />");
            return;
        }
        out.append('>');
        element.content().forEach(child -> write(child, out));
        out.append("</").append(element.name()).append('>');
    }

    private void attribute(HtmlElement element, String name, String value, StringBuilder out) {
        boolean picture = element.name().equals("img") && name.equals("src");
        if (!name.equals("rel")) {
            String shown = picture ? pictures.apply(value.substring(1)) : value;
            out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(escaped(shown).replace("\"", "&quot;"))
                    .append('"');
        }
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
