package gradus.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.owasp.html.HtmlSanitizer;

/** An element of a page with all that it holds, its tags balanced however they were written. */
final class HtmlElement {
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "col", "wbr", "input");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Elements, and texts between them. */
    private final List<Object> content = new ArrayList<>();

    private HtmlElement(String name) {
        this.name = name;
    }

    /** The element {@code body} around a piece of a page. */
    static HtmlElement body(String html) {
        HtmlElement body = new HtmlElement("body");
        HtmlSanitizer.sanitize(html, new Tree(body));
        return body;
    }

    /** Builds the tree from the tags that a page opens and closes. */
    private static final class Tree implements HtmlSanitizer.Policy {
        private final Deque<HtmlElement> open = new ArrayDeque<>();

        Tree(HtmlElement body) {
            open.push(body);
        }

        @Override
        public void openDocument() {
            // the body is open from the beginning
        }

        @Override
        public void closeDocument() {
            // and stays so
        }

        @Override
        public void openTag(String name, List<String> attributes) {
            HtmlElement element = new HtmlElement(name);
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                element.attributes.put(attributes.get(i), attributes.get(i + 1));
            }
            open.element().content.add(element);
            if (!EMPTY.contains(name)) {
                open.push(element);
            }
        }

        @Override
        public void closeTag(String name) {
            if (open.size() > 1 && open.element().name.equals(name)) {
                open.pop();
            }
        }

        @Override
        public void text(String words) {
            open.element().content.add(words);
        }
    }

    String name() {
        return name;
    }

    /** An attribute; empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Elements ({@link HtmlElement}) and texts ({@link String}) in their order. */
    List<Object> content() {
        return List.copyOf(content);
    }

    List<HtmlElement> elements() {
        return content.stream()
                .filter(HtmlElement.class::isInstance)
                .map(HtmlElement.class::cast)
                .toList();
    }

    /** It and all elements in it, however deep. */
    Stream<HtmlElement> all() {
        return Stream.concat(Stream.of(this), elements().stream().flatMap(HtmlElement::all));
    }

    /** All words in it as they are written. */
    String wholeText() {
        StringBuilder words = new StringBuilder();
        for (Object each : content) {
            words.append(each instanceof HtmlElement element ? element.wholeText() : each);
        }
        return words.toString();
    }

    /** All words in it, spaces made one. */
    String text() {
        return wholeText().replaceAll("\\s+", " ").strip();
    }
}
