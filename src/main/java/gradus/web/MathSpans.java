package gradus.web;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Formulas in Markdown: {@code $…$} within a line of text, {@code $$…$$} on its own. In a formula {@code _}, {@code *} and
 * {@code |} mean nothing to Markdown. Code is left alone, and {@code \$} is a dollar. A formula does not cross an empty line.
 */
final class MathSpans implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new MathBlockParser.Factory())
                .customInlineContentParserFactory(new DollarFactory());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(SpanRenderer::new);
    }

    /** A formula. Its TeX is also a child text, which the alternative text of a picture shows. */
    private static final class Formula extends CustomNode {
        private final String tex;
        private final boolean display;

        private Formula(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
            appendChild(new Text(tex));
        }
    }

    private static final class DollarFactory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new DollarParser();
        }
    }

    private static final class DollarParser implements InlineContentParser {
        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            boolean display = scanner.next('$');
            Position start = scanner.position();
            while (scanner.hasNext() && scanner.peek() != '$') {
                if (scanner.next('\\') && !scanner.hasNext()) {
                    return ParsedInline.none();
                }
                scanner.next();
            }
            String tex = scanner.getSource(start, scanner.position()).getContent();
            boolean closed = display ? scanner.next("$$") : scanner.next('$');
            return closed && !tex.isEmpty()
                    ? ParsedInline.of(new Formula(tex.strip(), display), scanner.position())
                    : ParsedInline.none();
        }
    }

    private record SpanRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Formula formula) {
                HtmlWriter html = context.getWriter();
                html.tag("span", Map.of("class", formula.display ? "math display" : "math"));
                html.text(formula.tex);
                html.tag("/span");
            }
        }
    }

    /**
     * Puts a backslash before every {@code |} inside a formula of this line, so that it does not divide the cells of a table.
     */
    static String withoutBars(String line) {
        StringBuilder escaped = new StringBuilder(line.length());
        int at = 0;
        while (at < line.length()) {
            int end = switch (line.charAt(at)) {
                case '\\' -> Math.min(at + 2, line.length());
                case '`' -> afterCode(line, at);
                case '$' -> afterFormula(line, at);
                default -> at + 1;
            };
            String piece = line.substring(at, end);
            escaped.append(piece.length() > 1 && piece.charAt(0) == '$' ? piece.replace("|", "\\|") : piece);
            at = end;
        }
        return escaped.toString();
    }

    private static int afterCode(String line, int start) {
        int from = start;
        while (from < line.length() && line.charAt(from) == '`') {
            from++;
        }
        String mark = line.substring(start, from);
        int close = line.indexOf(mark, from);
        return close < 0 ? from : close + mark.length();
    }

    /** The index after the formula that starts here, or after the dollar alone if no formula does. */
    static int afterFormula(String line, int start) {
        String mark = line.startsWith("$$", start) ? "$$" : "$";
        int from = start + mark.length();
        int at = from;
        while (at < line.length() && line.charAt(at) != '$') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at > from && line.startsWith(mark, at) ? at + mark.length() : start + 1;
    }
}
