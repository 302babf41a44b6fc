package gradus.result.fill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A sheet as a workbook holds it, some cells of which are changed. */
final class SheetXml {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern PLACE = Pattern.compile("([A-Z]+)[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final int LETTERS = 26;

    private final Document document;

    private SheetXml(Document document) {
        this.document = document;
    }

    static SheetXml read(byte[] xml) {
        return new SheetXml(parsed(xml));
    }

    /** Where the first sheet of a workbook stands in it. */
    static String firstSheet(Map<String, byte[]> entries) {
        Element sheet = (Element) parsed(entries.getOrDefault("xl/workbook.xml", new byte[0]))
                .getElementsByTagNameNS(MAIN, "sheet")
                .item(0);
        String id = sheet.getAttributeNS(RELATIONS, "id");
        NodeList relations = parsed(entries.getOrDefault("xl/_rels/workbook.xml.rels", new byte[0]))
                .getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; i < relations.getLength(); i++) {
            Element relation = (Element) relations.item(i);
            if (relation.getAttribute("Id").equals(id)) {
                String target = relation.getAttribute("Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw new IllegalStateException("a workbook without its first sheet");
    }

    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException("a workbook with broken XML", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Puts a number or a text into a cell.
     *
     * @param number of the row, from 1
     * @param column from 0
     */
    void set(int number, int column, String text) {
        Element cell = cell(row(number), number, column);
        while (cell.getFirstChild() != null) {
            cell.removeChild(cell.getFirstChild());
        }
        boolean isNumber = NUMBER.matcher(text).matches();
        Element content = document.createElementNS(MAIN, isNumber ? "v" : "t");
        content.setTextContent(text);
        if (isNumber) {
            cell.removeAttribute("t");
            cell.appendChild(content);
        } else {
            cell.setAttribute("t", "inlineStr");
            cell.appendChild(document.createElementNS(MAIN, "is")).appendChild(content);
        }
    }

    private Element row(int number) {
        NodeList rows = document.getElementsByTagNameNS(MAIN, "row");
        int at = 0;
        for (int i = 0; i < rows.getLength(); i++) {
            Element row = (Element) rows.item(i);
            at = row.hasAttribute("r") ? Integer.parseInt(row.getAttribute("r")) : at + 1;
            if (at == number) {
                return row;
            }
        }
        throw new IllegalStateException("a sheet without its row " + number);
    }

    /** The cell of a column; a new one in its place where there is none. */
    private Element cell(Element row, int number, int column) {
        int at = -1;
        Node after = null;
        for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element cell && "c".equals(cell.getLocalName())) {
                at = place(cell.getAttribute("r"), at + 1);
                if (at == column) {
                    return cell;
                }
                if (at > column && after == null) {
                    after = cell;
                }
            }
        }
        return added(row, after, name(column) + number);
    }

    private Element added(Element row, @Nullable Node before, String place) {
        Element cell = document.createElementNS(MAIN, "c");
        cell.setAttribute("r", place);
        row.insertBefore(cell, before);
        return cell;
    }

    private static int place(String reference, int otherwise) {
        Matcher place = PLACE.matcher(reference);
        if (!place.matches()) {
            return otherwise;
        }
        int column = 0;
        for (char letter : place.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static String name(int column) {
        String name = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            name = (char) ('A' + (rest - 1) % LETTERS) + name;
        }
        return name;
    }

    byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException broken) {
            throw new IllegalStateException(broken);
        }
        return bytes.toByteArray();
    }
}
