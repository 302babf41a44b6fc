package gradus.web;

import gradus.maths.Steps;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.owasp.html.HtmlPolicyBuilder;

/**
 * The blocks of worked steps that are more than formulas: pictures, and lines that are put away until somebody opens them.
 * Both are fenced blocks, as those of code are.
 */
record StepBlocks(Parser steps) implements HtmlRenderer.HtmlRendererExtension {
    private static final String DRAWN = "cell|pale|lit|number|label|name|head|quiet|sign|curve|point|guide|axis|arrow";
    private static final Pattern CLASSES = Pattern.compile("(picture|drawings|" + DRAWN + ")( (" + DRAWN + "))*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,5}(\\.\\d{1,3})?");
    private static final Pattern NUMBERS = Pattern.compile("[-\\d., ]{1,20000}");

    /** Lets through what pictures and folded lines are made of; styles, scripts and addresses are not among it. */
    static HtmlPolicyBuilder allow(HtmlPolicyBuilder policy) {
        return policy.allowElements("details", "summary", "figure", "div", "svg", "rect", "text", "circle", "polyline")
                .allowAttributes("class")
                .matching(CLASSES)
                .onElements("figure", "div", "rect", "text", "circle", "polyline")
                .allowAttributes("role")
                .matching(Pattern.compile("img"))
                .onElements("div")
                .allowAttributes("aria-label")
                .onElements("div")
                .allowAttributes("width", "height", "x", "y", "cx", "cy", "r")
                .matching(NUMBER)
                .onElements("svg", "rect", "text", "circle")
                .allowAttributes("viewbox", "points")
                .matching(NUMBERS)
                .onElements("svg", "polyline")
                .allowAttributes("text-anchor")
                .matching(Pattern.compile("start|middle|end"))
                .onElements("text");
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(context -> new Blocks(context, steps));
    }

    private record Blocks(HtmlNodeRendererContext context, Parser steps) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            if (!(node instanceof FencedCodeBlock block)) {
                return;
            }
            HtmlWriter html = context.getWriter();
            String info = block.getInfo() == null ? "" : block.getInfo();
            html.line();
            if (info.equals(Steps.PICTURE)) {
                html.raw(block.getLiteral());
            } else if (info.startsWith(Steps.FOLDED + " ")) {
                html.tag("details");
                html.tag("summary");
                html.text(info.substring(Steps.FOLDED.length() + 1));
                html.tag("/summary");
                context.render(steps.parse(block.getLiteral()));
                html.tag("/details");
            } else {
                html.tag("pre");
                html.tag("code", Map.of());
                html.text(block.getLiteral());
                html.tag("/code");
                html.tag("/pre");
            }
            html.line();
        }
    }
}
