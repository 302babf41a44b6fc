package gradus.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes questions as a content package of QTI 2.1: a manifest, a test, an item a question, and their pictures. */
final class QtiPackage {
    private static final String PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1";

    private QtiPackage() {}

    /**
     * Writes a package.
     *
     * @param groups variants of one question each, of which a test draws one
     */
    static void write(String id, String title, List<List<PortableQuestion>> groups, OutputStream out)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, byte[]> pictures = new TreeMap<>();
        for (List<PortableQuestion> group : groups) {
            for (PortableQuestion question : group) {
                files.put(file(question), QtiItem.of(question).getBytes(StandardCharsets.UTF_8));
                question.pictures().forEach((name, bytes) -> pictures.put("pictures/" + name, bytes));
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "imsmanifest.xml", manifest(id, groups).getBytes(StandardCharsets.UTF_8));
            add(zip, "test.xml", test(id, title, groups).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
            for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
                add(zip, picture.getKey(), picture.getValue());
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same questions are the same file
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String file(PortableQuestion question) {
        return question.id() + ".xml";
    }

    private static String manifest(String id, List<List<PortableQuestion>> groups) {
        XmlText xml = new XmlText();
        xml.begin("manifest", "xmlns", PACKAGING, "identifier", "MANIFEST-" + id)
                .newLine();
        xml.begin("metadata").leaf("schema", "QTIv2.1 Package").leaf("schemaversion", "1.0.0");
        xml.end().newLine();
        xml.begin("organizations").end().newLine().begin("resources").newLine();
        xml.begin("resource", "identifier", "TEST-" + id, "type", "imsqti_test_xmlv2p1", "href", "test.xml");
        xml.begin("file", "href", "test.xml").end();
        groups.stream()
                .flatMap(List::stream)
                .forEach(question -> xml.begin("dependency", "identifierref", resource(question))
                        .end());
        xml.end().newLine();
        groups.stream().flatMap(List::stream).forEach(question -> {
            xml.begin(
                    "resource",
                    "identifier",
                    resource(question),
                    "type",
                    "imsqti_item_xmlv2p1",
                    "href",
                    file(question));
            xml.begin("file", "href", file(question)).end();
            question.pictures()
                    .keySet()
                    .forEach(name ->
                            xml.begin("file", "href", "pictures/" + name).end());
            xml.end().newLine();
        });
        return xml.end().end().newLine().toString();
    }

    private static String resource(PortableQuestion question) {
        return "RES-" + question.id();
    }

    private static String test(String id, String title, List<List<PortableQuestion>> groups) {
        XmlText xml = new XmlText();
        xml.begin("assessmentTest", "xmlns", QtiItem.NAMESPACE, "identifier", "TEST-" + id, "title", title);
        xml.newLine();
        xml.begin("outcomeDeclaration", "identifier", QtiScoring.SCORE, "cardinality", "single", "baseType", "float");
        xml.begin("defaultValue").leaf("value", "0").end().end().newLine();
        xml.begin("testPart", "identifier", "PART", "navigationMode", "nonlinear", "submissionMode", "simultaneous");
        xml.newLine();
        int number = 1;
        for (List<PortableQuestion> group : groups) {
            String name = group.isEmpty() ? "" : group.get(0).name();
            xml.begin("assessmentSection", "identifier", "S" + number++, "title", name, "visible", "false");
            if (group.size() > 1) {
                xml.begin("selection", "select", "1").end();
            }
            group.forEach(question -> xml.begin(
                            "assessmentItemRef", "identifier", "ITEM-" + question.id(), "href", file(question))
                    .end());
            xml.end().newLine();
        }
        xml.end().newLine().begin("outcomeProcessing");
        xml.begin("setOutcomeValue", "identifier", QtiScoring.SCORE).begin("sum");
        xml.begin("testVariables", "variableIdentifier", QtiScoring.SCORE)
                .end()
                .end()
                .end();
        return xml.end().end().newLine().toString();
    }
}
