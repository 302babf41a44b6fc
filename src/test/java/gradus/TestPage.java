package gradus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as somebody without scripts uses it: fields are filled and buttons pressed by what stands on them, and what a form
 * sends is what a browser would send.
 */
public final class TestPage {
    private final TestVisitor visitor;
    private final HttpResponse<String> response;
    private final Document document;
    private final Element scope;
    private final Map<String, TestVisitor.Chosen> chosen;

    TestPage(TestVisitor visitor, HttpResponse<String> response) {
        this.visitor = visitor;
        this.response = response;
        this.document = Jsoup.parse(response.body(), response.uri().toString());
        document.select("template").remove(); // what only scripts take out is shown to nobody
        this.scope = document;
        this.chosen = new HashMap<>();
    }

    private TestPage(TestPage whole, Element scope) {
        this.visitor = whole.visitor;
        this.response = whole.response;
        this.document = whole.document;
        this.scope = scope;
        this.chosen = whole.chosen;
    }

    public int status() {
        return response.statusCode();
    }

    public HttpResponse<String> response() {
        return response;
    }

    /** The path and query of the page. */
    public String path() {
        return pathOf(response.uri());
    }

    /** The visible text, spaces made one. */
    public String text() {
        return scope instanceof Document whole ? whole.body().text() : scope.text();
    }

    /** The texts of what this CSS selector finds. */
    public List<String> texts(String css) {
        return scope.select(css).eachText();
    }

    /** The first part of the page that this CSS selector finds. */
    public TestPage within(String css) {
        return new TestPage(this, scope.expectFirst(css));
    }

    /** Whether there is a link or button that reads so. */
    public boolean offers(String label) {
        return scope.select("a, button").stream()
                .anyMatch(control -> control.text().equals(label) && !control.hasAttr("disabled"));
    }

    /** Types into the field of this label. */
    public TestPage type(String label, String text) {
        Element field = field(label);
        if (field.normalName().equals("textarea")) {
            field.text(text);
        } else {
            field.attr("value", text);
        }
        return this;
    }

    /** Chooses a file in the field of this label. */
    public TestPage choose(String label, String name, byte[] content) {
        Element field = field(label);
        chosen.put(field.id(), new TestVisitor.Chosen(field.attr("name"), name, content));
        return this;
    }

    /** What stands in the field of this label. */
    public String typed(String label) {
        Element field = field(label);
        return field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
    }

    /** The HTML element that the field of this label is. */
    public String kind(String label) {
        return field(label).normalName();
    }

    /** Ticks the box, or takes the option, of this label. */
    public TestPage tick(String label) {
        Element box = field(label);
        String name = box.attr("name");
        if (box.attr("type").equals("radio")) {
            Objects.requireNonNull(box.closest("form"))
                    .select("input[type=radio]")
                    .forEach(other -> {
                        if (other.attr("name").equals(name)) {
                            other.removeAttr("checked");
                        }
                    });
        }
        box.attr("checked", "");
        return this;
    }

    private Element field(String label) {
        Stream<Element> named = scope.select("[aria-labelledby]").stream()
                .filter(field -> field.is("input, textarea, select"))
                .filter(field -> Stream.of(field.attr("aria-labelledby").split(" ", -1))
                        .map(document::getElementById)
                        .anyMatch(place -> place != null && place.text().equals(label)));
        Stream<Element> labelled = scope.select("label").stream()
                .filter(place -> place.text().equals(label))
                .map(place -> place.hasAttr("for")
                        ? document.getElementById(place.attr("for"))
                        : place.selectFirst("input, textarea, select"));
        Stream<Element> said = scope.select("[aria-label]").stream()
                .filter(field -> field.is("input, textarea, select"))
                .filter(field -> field.attr("aria-label").equals(label));
        return Stream.concat(Stream.concat(named, labelled), said)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label + " in " + text()));
    }

    /** Follows the link that reads so. */
    public TestPage follow(String label) {
        Element link = control("a[href]", label);
        return visitor.open(pathOf(URI.create(link.absUrl("href"))));
    }

    /** Presses the button that reads so: sends its form. */
    public TestPage press(String label) {
        Element button = control("button", label);
        assertTrue(!button.hasAttr("disabled"), label + " is disabled");
        Element form = Objects.requireNonNull(
                button.hasAttr("form") ? document.getElementById(button.attr("form")) : button.closest("form"), label);
        String action = button.hasAttr("formaction")
                ? button.absUrl("formaction")
                : form.hasAttr("action") ? form.absUrl("action") : document.location();
        List<Map.Entry<String, String>> fields = fields(form);
        if (button.hasAttr("name")) {
            fields.add(new SimpleEntry<>(button.attr("name"), button.attr("value")));
        }
        String kind = button.hasAttr("formenctype") ? button.attr("formenctype") : form.attr("enctype");
        if (kind.equalsIgnoreCase("multipart/form-data")) {
            return visitor.submit(pathOf(URI.create(action)), fields, files(form));
        }
        return form.attr("method").equalsIgnoreCase("post")
                ? visitor.submit(pathOf(URI.create(action)), fields)
                : visitor.open(URI.create(action).getRawPath() + "?" + TestVisitor.encoded(fields));
    }

    private Element control(String css, String label) {
        return scope.select(css).stream()
                .filter(control -> control.text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing reads " + label + " in " + text()));
    }

    private List<TestVisitor.Chosen> files(Element form) {
        return form.select("input[type=file]").stream()
                .map(field ->
                        chosen.getOrDefault(field.id(), new TestVisitor.Chosen(field.attr("name"), "", new byte[0])))
                .toList();
    }

    private List<Map.Entry<String, String>> fields(Element form) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Element field : document.select("input[name], textarea[name], select[name]")) {
            Element sentWith =
                    field.hasAttr("form") ? document.getElementById(field.attr("form")) : field.closest("form");
            if (sentWith != form) {
                continue;
            }
            boolean box = field.attr("type").matches("checkbox|radio");
            if (field.hasAttr("disabled") || field.attr("type").equals("file") || (box && !field.hasAttr("checked"))) {
                continue;
            }
            String text = switch (field.normalName()) {
                case "textarea" -> field.wholeText();
                case "select" -> {
                    Element chosen = field.selectFirst("option[selected]");
                    yield (chosen == null ? field.expectFirst("option") : chosen).attr("value");
                }
                default -> field.attr("value");
            };
            fields.add(new SimpleEntry<>(field.attr("name"), text));
        }
        return fields;
    }

    private static String pathOf(URI address) {
        String query = address.getRawQuery();
        return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
    }
}
