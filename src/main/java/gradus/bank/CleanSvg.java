package gradus.bank;

import gradus.bank.CleanPicture.Unfit;
import gradus.message.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A drawing with nothing in it but what draws: no script, no link, no style sheet, nothing that is fetched, nothing that moves.
 * It is built anew from the elements and attributes that are known to draw; whatever else stands in the file is not looked at.
 */
final class CleanSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> DRAWS = Set.of(
            "svg",
            "g",
            "switch",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "title",
            "desc",
            "marker",
            "clipPath",
            "mask",
            "pattern",
            "linearGradient",
            "radialGradient",
            "stop",
            "image");
    private static final Pattern INSIDE = Pattern.compile("#[\\w.:-]+");
    private static final Pattern OWN_POINTS = Pattern.compile("data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\\s]+)");
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 100;

    private final Document fresh;
    private final DrawingStyles styles;
    private final Map<String, Element> named = new HashMap<>();
    private int elements;

    private CleanSvg(Document fresh, DrawingStyles styles) {
        this.fresh = fresh;
        this.styles = styles;
    }

    static String of(String text) throws Unfit {
        if (text.contains("<!ENTITY")) {
            throw new Unfit(Message.of("bank.picture-doctype"));
        }
        try {
            DocumentBuilder builder = builder();
            Document read = builder.parse(
                    new InputSource(new StringReader(withoutDoctype(text).strip())));
            Element root = read.getDocumentElement();
            if (!"svg".equals(root.getLocalName())) {
                throw new Unfit(Message.of("bank.picture-kind"));
            }
            CleanSvg cleaning = new CleanSvg(builder.newDocument(), DrawingStyles.of(root));
            Element drawn = cleaning.copy(root, 0);
            cleaning.fresh.appendChild(drawn);
            if (cleaning.painted(drawn, new HashMap<>()) > MOST_ELEMENTS) {
                throw tooMany();
            }
            return written(cleaning.fresh);
        } catch (SAXException | IOException | ParserConfigurationException | TransformerException broken) {
            throw new Unfit(Message.of("bank.picture-broken"));
        }
    }

    /** The text without the line that many programs begin a drawing with; anything else of its kind is refused by the parser. */
    private static String withoutDoctype(String text) {
        int begin = text.indexOf("<!DOCTYPE");
        int end = begin < 0 ? -1 : text.indexOf('>', begin);
        return end < 0 ? text : text.substring(0, begin) + text.substring(end + 1);
    }

    private static Unfit tooMany() {
        return new Unfit(Message.of("bank.picture-elements", MOST_ELEMENTS));
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static String written(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }

    private Element copy(Element element, int depth) throws Unfit {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw tooMany();
        }
        Element copy = fresh.createElementNS(SVG, element.getLocalName());
        attributes(element, copy);
        if (copy.hasAttribute("id")) {
            named.putIfAbsent(copy.getAttribute("id"), copy);
        }
        for (Node inner = element.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
            if (inner instanceof Element drawn && isDrawn(drawn)) {
                copy.appendChild(copy(drawn, depth + 1));
            } else if (inner.getNodeType() == Node.TEXT_NODE || inner.getNodeType() == Node.CDATA_SECTION_NODE) {
                copy.appendChild(fresh.createTextNode(String.valueOf(inner.getNodeValue())));
            }
        }
        return copy;
    }

    private static boolean isDrawn(Element element) {
        boolean svg =
                element.getNamespaceURI() == null || element.getNamespaceURI().equals(SVG);
        return svg && DRAWS.contains(element.getLocalName());
    }

    /** Copies what the attributes say, then over it what style sheets say, and over that what the element's own style says. */
    private void attributes(Element element, Element copy) {
        NamedNodeMap attributes = element.getAttributes();
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            boolean plain = attribute.getNamespaceURI() == null;
            if (name.equals("href") && (plain || XLINK.equals(attribute.getNamespaceURI()))) {
                shown(attribute.getValue(), copy.getLocalName().equals("image"))
                        .ifPresent(inside -> copy.setAttribute("href", inside));
            } else if (plain) {
                said.put(name, attribute.getValue());
            }
        }
        said.putAll(styles.saidOf(element));
        said.putAll(DrawingStyles.declarations(element.getAttribute("style")));
        DrawingStyles.drawing(said).forEach(copy::setAttribute);
    }

    /** What an element may show that stands elsewhere: a part of this drawing, or points that come along with it, drawn anew. */
    private static Optional<String> shown(String href, boolean picture) {
        Matcher points = OWN_POINTS.matcher(href);
        if (!picture || !points.matches()) {
            return Optional.of(href).filter(inside -> INSIDE.matcher(inside).matches());
        }
        try {
            CleanPicture clean = CleanPicture.of(Base64.getMimeDecoder().decode(points.group(1)));
            String kind = clean.ending().equals("png") ? "png" : "jpeg";
            return clean.ending().equals("svg")
                    ? Optional.empty()
                    : Optional.of("data:image/" + kind + ";base64,"
                            + Base64.getEncoder().encodeToString(clean.content()));
        } catch (Unfit | IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    /**
     * How many elements a browser paints for one, with all that it repeats: a few lines can repeat each other to billions.
     *
     * @param known the numbers of what is repeated; 0 for what is being counted, which no browser repeats within itself
     */
    private long painted(Element element, Map<String, Long> known) {
        long count = 1;
        String shown = element.getAttribute("href");
        if (element.getLocalName().equals("use") && shown.startsWith("#")) {
            count += repeated(shown.substring(1), known);
        }
        for (Node inner = element.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
            if (inner instanceof Element drawn) {
                count = Math.min(count + painted(drawn, known), Integer.MAX_VALUE);
            }
        }
        return count;
    }

    private long repeated(String id, Map<String, Long> known) {
        Element element = named.get(id);
        Long before = known.get(id);
        if (element == null || before != null) {
            return before == null ? 0 : before;
        }
        known.put(id, 0L);
        long count = painted(element, known);
        known.put(id, count);
        return count;
    }
}
