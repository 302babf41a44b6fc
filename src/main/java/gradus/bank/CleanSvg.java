package gradus.bank;

import gradus.bank.CleanPicture.Unfit;
import gradus.message.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
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

/** A drawing with nothing in it but what draws: no script, no link, no style sheet, nothing that is fetched. */
final class CleanSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> DRAWS = Set.of(
            "svg",
            "g",
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
    private static final Pattern NAME = Pattern.compile("(?!on)[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>\\[]*>");
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+)\\s*:\\s*([^;]+)");
    private static final Pattern FETCHES =
            Pattern.compile("(?i)url\\(\\s*['\"]?(?!#)|javascript:|@import|expression\\(");
    private static final Pattern INSIDE = Pattern.compile("#[\\w.-]+");
    private static final Pattern OWN_POINTS = Pattern.compile("data:image/(png|jpeg);base64,[A-Za-z0-9+/=\\s]+");
    private static final int MOST_ELEMENTS = 50_000;
    private static final int DEEPEST = 100;

    private final Document fresh;
    private int elements;

    private CleanSvg(Document fresh) {
        this.fresh = fresh;
    }

    static String of(String text) throws Unfit {
        try {
            DocumentBuilder builder = builder();
            Document read = builder.parse(new InputSource(
                    new StringReader(DOCTYPE.matcher(text).replaceFirst("").strip())));
            Element root = read.getDocumentElement();
            if (!"svg".equals(root.getLocalName())) {
                throw new Unfit(Message.of("bank.picture-kind"));
            }
            CleanSvg cleaning = new CleanSvg(builder.newDocument());
            cleaning.fresh.appendChild(cleaning.copy(root, 0));
            return written(cleaning.fresh);
        } catch (SAXException | IOException | ParserConfigurationException | TransformerException broken) {
            throw new Unfit(Message.of("bank.picture-broken"));
        }
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
            throw new Unfit(Message.of("bank.picture-elements", MOST_ELEMENTS));
        }
        Element copy = fresh.createElementNS(SVG, element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute((Attr) attributes.item(i), copy);
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

    private static void attribute(Attr attribute, Element copy) {
        String name = attribute.getLocalName();
        String said = attribute.getValue();
        boolean plain = attribute.getNamespaceURI() == null;
        if (name.equals("href") && (plain || XLINK.equals(attribute.getNamespaceURI()))) {
            boolean picture = copy.getLocalName().equals("image");
            if (INSIDE.matcher(said).matches()
                    || (picture && OWN_POINTS.matcher(said).matches())) {
                copy.setAttribute("href", said);
            }
        } else if (plain && name.equals("style")) {
            Matcher declaration = DECLARATION.matcher(said);
            while (declaration.find()) {
                set(copy, declaration.group(1), declaration.group(2).strip());
            }
        } else if (plain) {
            set(copy, name, said);
        }
    }

    private static void set(Element copy, String name, String said) {
        boolean draws =
                NAME.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).startsWith("on");
        if (draws && !FETCHES.matcher(said).find()) {
            copy.setAttribute(name, said);
        }
    }
}
