package gradus.exchange;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTML of another program as Markdown with LaTeX; what has no Markdown keeps its text and is noted as lost. */
final class MarkdownOfHtml {
    private static final int DEEPEST = 40;
    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0]+");
    private static final Set<String> PASSED = Set.of(
            "p",
            "div",
            "span",
            "body",
            "br",
            "em",
            "i",
            "strong",
            "b",
            "code",
            "tt",
            "kbd",
            "samp",
            "pre",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "a",
            "img",
            "sub",
            "sup",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "label",
            "center",
            "small",
            "big",
            "u",
            "font",
            "wbr",
            "abbr",
            "cite",
            "q",
            "s",
            "del",
            "ins",
            "mark",
            "dfn",
            "var",
            "nolink",
            "tex",
            "figure",
            "figcaption",
            "time",
            "colgroup",
            "col");
    private static final Set<String> DROPPED = Set.of("script", "style", "template", "head", "meta", "link", "title");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "center",
            "blockquote",
            "figure",
            "figcaption",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private final Losses losses;

    private MarkdownOfHtml(Losses losses) {
        this.losses = losses;
    }

    /** A text of several paragraphs. */
    static String blocks(String html, Losses losses) {
        HtmlElement body = HtmlElement.body(html);
        StringBuilder markdown = new StringBuilder();
        new MarkdownOfHtml(losses).children(body, markdown, 0);
        return tidied(markdown.toString());
    }

    /** A text that stands within a line, such as an option. */
    static String line(String html, Losses losses) {
        return blocks(html, losses).replaceAll("\\s*\\n+\\s*", " ").strip();
    }

    private static String tidied(String markdown) {
        String lines = markdown.lines()
                .map(line -> line.endsWith("\\") ? line : line.stripTrailing())
                .collect(Collectors.joining("\n"));
        return MarkdownWords.withoutPlaces(lines.replaceAll("\\n{3,}", "\n\n")
                .strip()
                .replaceAll("\\\\$", "")
                .strip());
    }

    private void children(HtmlElement parent, StringBuilder out, int depth) {
        for (Object child : parent.content()) {
            if (child instanceof String text) {
                text(text, out);
            } else if (child instanceof HtmlElement element) {
                if (depth > DEEPEST) {
                    out.append(MarkdownWords.plain(
                            BLANK.matcher(element.wholeText()).replaceAll(" ")));
                } else {
                    element(element, out, depth + 1);
                }
            }
        }
    }

    private static void text(String text, StringBuilder out) {
        String words = BLANK.matcher(text).replaceAll(" ");
        boolean starts =
                out.length() == 0 || out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == ' ';
        String shown = starts ? words.stripLeading() : words;
        String markdown = MarkdownWords.plain(shown);
        // a sign at the start of a text that goes on in its line starts no list
        out.append(starts || !shown.startsWith("-") ? markdown : markdown.replaceFirst("^\\\\-", "-"));
    }

    private void element(HtmlElement element, StringBuilder out, int depth) {
        String name = element.name();
        if (DROPPED.contains(name)) {
            losses.add("exchange.element-lost", name);
            return;
        }
        if (!PASSED.contains(name)) {
            losses.add("exchange.element-lost", name);
        }
        switch (name) {
            case "br" -> out.append("\\\n");
            case "hr" -> block(out, "---");
            case "em", "i", "var", "dfn", "cite" -> around(element, out, "*", depth);
            case "strong", "b", "mark" -> around(element, out, "**", depth);
            case "code", "tt", "kbd", "samp" ->
                out.append('`').append(element.text().replace("`", "'")).append('`');
            case "pre" ->
                block(out, "```\n" + element.wholeText().replace("```", "'''").stripTrailing() + "\n```");
            case "sub", "sup" -> script(element, out);
            case "img" -> picture(element, out);
            case "a" -> link(element, out, depth);
            case "ul", "ol" -> list(element, out, depth);
            case "table" -> table(element, out, depth);
            default -> other(element, name, out, depth);
        }
    }

    private void other(HtmlElement element, String name, StringBuilder out, int depth) {
        if (!BLOCKS.contains(name)) {
            children(element, out, depth);
            return;
        }
        StringBuilder inner = new StringBuilder();
        children(element, inner, depth);
        String text = inner.toString().strip();
        boolean heading = name.matches("h[1-6]");
        String lines = heading
                ? "#".repeat(name.charAt(1) - '0') + " " + text.replaceAll("\\s*\\\\?\\n+", " ")
                : name.equals("blockquote")
                        ? text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"))
                        : text;
        block(out, text.isEmpty() ? "" : lines);
    }

    private static void block(StringBuilder out, String text) {
        if (!text.isEmpty()) {
            out.append("\n\n").append(text).append("\n\n");
        }
    }

    private void around(HtmlElement element, StringBuilder out, String sign, int depth) {
        StringBuilder inner = new StringBuilder();
        children(element, inner, depth);
        String text = inner.toString().strip();
        if (!text.isEmpty()) {
            out.append(sign).append(text).append(sign);
        }
    }

    /** As a formula, which is what small raised and lowered letters mostly are. */
    private static void script(HtmlElement element, StringBuilder out) {
        String words = element.text().replaceAll("[\\\\${}%#&~]", "").strip();
        if (!words.isEmpty()) {
            String sign = element.name().equals("sub") ? "_" : "^";
            out.append("$").append(sign).append("{").append(words).append("}$");
        }
    }

    private void picture(HtmlElement element, StringBuilder out) {
        String source = element.attribute("src");
        String name = source.startsWith("@@PLUGINFILE@@/") ? Pictures.name(source.substring(15)) : "";
        if (name.isEmpty()) {
            losses.add("exchange.picture-lost", source.length() > 60 ? source.substring(0, 60) + "…" : source);
        } else {
            String alt = element.attribute("alt").isBlank() ? name : element.attribute("alt");
            out.append("![")
                    .append(MarkdownWords.escaped(alt))
                    .append("](")
                    .append(name)
                    .append(')');
        }
    }

    private void link(HtmlElement element, StringBuilder out, int depth) {
        String address = element.attribute("href");
        StringBuilder inner = new StringBuilder();
        children(element, inner, depth);
        if (address.matches("https?://[^\\s()<>]+")) {
            out.append('[')
                    .append(inner.toString().strip())
                    .append("](")
                    .append(address)
                    .append(')');
        } else {
            out.append(inner);
        }
    }

    private void list(HtmlElement list, StringBuilder out, int depth) {
        StringBuilder items = new StringBuilder();
        int number = 1;
        for (HtmlElement item : list.elements()) {
            StringBuilder inner = new StringBuilder();
            children(item, inner, depth);
            String sign = list.name().equals("ol") ? number++ + ". " : "- ";
            String text = inner.toString().replaceAll("\\n{2,}", "\n").strip();
            items.append(sign)
                    .append(text.replace("\n", "\n" + " ".repeat(sign.length())))
                    .append('\n');
        }
        block(out, items.toString().stripTrailing());
    }

    private void table(HtmlElement table, StringBuilder out, int depth) {
        List<List<String>> rows = table.all()
                .filter(element -> element.name().equals("tr"))
                .map(row ->
                        row.elements().stream().map(cell -> cell(cell, depth)).toList())
                .filter(row -> !row.isEmpty())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        if (table.all()
                .anyMatch(cell -> !cell.attribute("colspan").isEmpty()
                        || !cell.attribute("rowspan").isEmpty()
                        || cell != table && cell.name().equals("table"))) {
            losses.add("exchange.element-lost", "colspan");
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            lines.append("| ")
                    .append(String.join(" | ", row))
                    .append(" |".repeat(columns - row.size() + 1))
                    .append('\n');
            if (i == 0) {
                lines.append("|---".repeat(columns)).append("|\n");
            }
        }
        block(out, lines.toString().stripTrailing());
    }

    private String cell(HtmlElement cell, int depth) {
        StringBuilder inner = new StringBuilder();
        children(cell, inner, depth);
        return inner.toString().replaceAll("\\s*\\\\?\\n+\\s*", " ").strip();
    }
}
