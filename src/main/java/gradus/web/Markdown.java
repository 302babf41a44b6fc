package gradus.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Renders authors' Markdown as safe HTML. Formulas become elements of the class {@code math} that contain their TeX as text, which
 * {@code math.js} draws. Raw HTML is escaped. Pictures come from this server only.
 */
public final class Markdown {
    private static final int DEEPEST = 50;
    private static final MathSpans formulas = new MathSpans();
    private static final Parser parser =
            bounded().extensions(List.of(formulas, new MathTables())).build();
    /** For labels, where {@code + (more)} and {@code 1.} start no list. */
    private static final Parser inlineParser =
            bounded().enabledBlockTypes(Set.of()).extensions(List.of(formulas)).build();

    private static final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(formulas, TablesExtension.create(), new StepBlocks(parser)))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final Pattern OUR_PATH = Pattern.compile("/(?!/)[^\\s\"'<>]*");
    private static final PolicyFactory policy = StepBlocks.allow(new HtmlPolicyBuilder())
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li")
            .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "a", "img")
            .allowElements("span")
            .allowAttributes("class")
            .matching(Pattern.compile("math|math display"))
            .onElements("span")
            .allowAttributes("start")
            .onElements("ol")
            .allowAttributes("align")
            .matching(Pattern.compile("left|center|right"))
            .onElements("th", "td")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching(OUR_PATH)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .requireRelNofollowOnLinks()
            .toFactory();
    private static final Pattern ONE_PARAGRAPH = Pattern.compile("<p>((?:(?!<p>)[\\s\\S])*)</p>\\s*");

    /**
     * Texts and what became of them, up to two million letters: a page shows the same ones each time, and nothing but the text says
     * how. Those with pictures are not kept.
     */
    private static final Cache<Text, SafeHtml> drawn = Caffeine.newBuilder()
            .maximumWeight(2_000_000)
            .weigher((Text text, SafeHtml html) ->
                    text.source().length() + html.markup().length())
            .build();

    private record Text(String source, boolean inline) {}

    private Markdown() {}

    /** A parser that goes only so deep, as drawing goes into whatever it nests, and students' texts are drawn too. */
    private static Parser.Builder bounded() {
        return Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST);
    }

    /** Renders a text without pictures. */
    public static SafeHtml html(String source) {
        return html(source, name -> "");
    }

    /**
     * Renders a text with pictures.
     *
     * @param pictures maps a relative picture name in the text to its address on this server, which begins with {@code /}
     */
    public static SafeHtml html(String source, UnaryOperator<String> pictures) {
        return source.contains("![")
                ? new SafeHtml(render(parser, source, pictures))
                : drawn.get(new Text(source, false), text -> new SafeHtml(render(parser, source, pictures)));
    }

    /** Renders a text within a line, such as a label: without lists and headings, and without the {@code <p>} of a single paragraph. */
    public static SafeHtml inline(String source) {
        return drawn.get(new Text(source, true), text -> {
            String html = render(inlineParser, source, name -> "");
            Matcher single = ONE_PARAGRAPH.matcher(html);
            return new SafeHtml(single.matches() ? single.group(1) : html);
        });
    }

    private static String render(Parser parser, String source, UnaryOperator<String> pictures) {
        Node document = parser.parse(source);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                String name = image.getDestination();
                boolean relative = !name.contains(":") && !name.startsWith("/");
                image.setDestination(relative ? pictures.apply(name) : "");
                visitChildren(image);
            }
        });
        return policy.sanitize(renderer.render(document));
    }
}
