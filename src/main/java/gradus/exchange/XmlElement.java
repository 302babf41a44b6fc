package gradus.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML file with all that it holds: attributes, elements and its own text. */
final class XmlElement {
    private static final int DEEPEST = 30;
    private static final int MOST = 20_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name) {
        this.name = name;
    }

    /**
     * Reads the element at whose start the reader stands, up to its end.
     *
     * @throws ForeignFileException where it holds more elements than a question needs
     */
    static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        List<XmlElement> open = new ArrayList<>();
        int count = 0;
        while (true) {
            int event = reader.getEventType();
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement element = new XmlElement(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                if (!open.isEmpty()) {
                    open.get(open.size() - 1).children.add(element);
                }
                open.add(element);
                count++;
                if (count > MOST || open.size() > DEEPEST) {
                    throw new ForeignFileException(
                            "exchange.too-nested", reader.getLocation().getLineNumber());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement closed = open.remove(open.size() - 1);
                if (open.isEmpty()) {
                    return closed;
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.get(open.size() - 1)
                        .text
                        .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ForeignFileException(
                        "exchange.no-entities", reader.getLocation().getLineNumber());
            }
            reader.next();
        }
    }

    String name() {
        return name;
    }

    /** It with its texts, and those of all in it, as they read in this language. */
    XmlElement in(String language) {
        XmlElement chosen = new XmlElement(name);
        chosen.attributes.putAll(attributes);
        children.forEach(child -> chosen.children.add(child.in(language)));
        chosen.text.append(name.equals("file") ? text : Multilang.in(language, text.toString()));
        return chosen;
    }

    /** Its own text and those of all elements in it, without files. */
    String wholeText() {
        StringBuilder whole = new StringBuilder(name.equals("file") ? "" : text);
        children.forEach(child -> whole.append('\n').append(child.wholeText()));
        return whole.toString();
    }

    /** The text between its own tags. */
    String text() {
        return text.toString();
    }

    /** An attribute; empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The elements of this name directly inside. */
    List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    Optional<XmlElement> first(String child) {
        return all(child).stream().findFirst();
    }

    /** The text of the element of this name, or of {@code text} in it, without spaces around; empty where there is none. */
    String textOf(String child) {
        return first(child)
                .map(element -> element.first("text").orElse(element).text().strip())
                .orElse("");
    }

    /** Texts that say the same in several languages, as Moodle's multi-language filter marks them: spans that follow each other. */
    static final class Multilang {
        private static final String SPAN =
                "<span(?=[^>]*\\bclass=\"multilang\")(?=[^>]*\\blang=\"([A-Za-z]{2,3})[^\"]*\")[^>]*>(.*?)</span>";
        private static final Pattern ONE = Pattern.compile(SPAN, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        private static final Pattern GROUP =
                Pattern.compile(SPAN + "(?:\\s*" + SPAN + ")*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

        private Multilang() {}

        /** The languages in which something of a question is said, in their order; none where it is written once for all. */
        static Set<String> languages(XmlElement question) {
            Set<String> languages = new LinkedHashSet<>();
            Matcher spans = ONE.matcher(question.wholeText());
            while (spans.find()) {
                languages.add(spans.group(1).toLowerCase(Locale.ROOT));
            }
            return languages;
        }

        /** A text as it reads in this language; where that is missing, in the first that is there. */
        static String in(String language, String text) {
            if (!text.contains("multilang")) {
                return text;
            }
            return GROUP.matcher(text).replaceAll(group -> Matcher.quoteReplacement(chosen(language, group.group())));
        }

        private static String chosen(String language, String group) {
            Matcher spans = ONE.matcher(group);
            String first = null;
            while (spans.find()) {
                if (spans.group(1).equalsIgnoreCase(language)) {
                    return spans.group(2);
                }
                first = first == null ? spans.group(2) : first;
            }
            return first == null ? "" : first;
        }
    }
}
