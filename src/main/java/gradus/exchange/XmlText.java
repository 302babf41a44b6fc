package gradus.exchange;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document as it is written. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    XmlText() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        } catch (XMLStreamException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Step {
        void on(XMLStreamWriter writer) throws XMLStreamException;
    }

    private XmlText write(Step step) {
        try {
            step.on(writer);
            return this;
        } catch (XMLStreamException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Begins an element; names and values of its attributes follow each other. */
    XmlText begin(String name, String... attributes) {
        return write(xml -> {
            xml.writeStartElement(name);
            for (int i = 0; i + 1 < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        });
    }

    XmlText text(String words) {
        return write(xml -> xml.writeCharacters(legal(words)));
    }

    XmlText end() {
        return write(XMLStreamWriter::writeEndElement);
    }

    XmlText newLine() {
        return write(xml -> xml.writeCharacters("\n"));
    }

    /** An element that holds only text. */
    XmlText leaf(String name, String words, String... attributes) {
        return begin(name, attributes).text(words).end();
    }

    /** Well-formed HTML as elements of this document, without attributes that are not in this list. */
    XmlText html(String html, Map<String, String> attributes) {
        HtmlElement.body(html).content().forEach(node -> node(node, attributes));
        return this;
    }

    private void node(Object node, Map<String, String> attributes) {
        if (!(node instanceof HtmlElement element)) {
            text(node.toString());
            return;
        }
        begin(element.name());
        element.attributes().forEach((name, value) -> {
            if (attributes.getOrDefault(element.name(), "").contains(name)) {
                write(xml -> xml.writeAttribute(name, legal(value)));
            }
        });
        element.content().forEach(child -> node(child, attributes));
        end();
    }

    /** Without the characters that XML cannot hold. */
    private static String legal(String words) {
        return words.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    /** The finished document without its first line. */
    String whole() {
        String document = toString();
        return document.substring(document.indexOf("?>") + 2).strip() + "\n";
    }

    /** What stands inside the outermost element of the finished document. */
    String inside() {
        String element = whole().strip();
        int from = element.indexOf('>') + 1;
        int to = element.lastIndexOf("</");
        return to < from ? "" : element.substring(from, to).strip() + "\n";
    }

    @Override
    public String toString() {
        write(XMLStreamWriter::flush);
        return text.toString();
    }
}
