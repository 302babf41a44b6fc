package gradus.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.Grader;
import gradus.grading.Verdict;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Frozen variants as files of other programs, and back again. */
class QuestionExportTest {
    private static final Path BANK = Path.of("db", "bank", "deep-learning", "questions");

    private static Optional<byte[]> noPicture(String name) {
        return Optional.empty();
    }

    private static Optional<byte[]> shippedPicture(String name) {
        try {
            Path file = BANK.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] written(Question question, QuestionExport.Format format, List<ExchangeReport> reports) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            QuestionExport export =
                    QuestionExport.of(question, QuestionExportTest::shippedPicture, Locale.ENGLISH, 1, 1);
            reports.add(export.write(format, out));
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] moodle(Question question) {
        return written(question, QuestionExport.Format.MOODLE_XML, new ArrayList<>());
    }

    @Test
    void whatMoodleGaveItGetsBackTheSame() throws IOException {
        for (String source : List.of("moodle.xml", "examples.gift")) {
            Import first = Import.of(MoodleXmlImportTest.resource(source));
            for (Import.QuestionText file : first.files()) {
                Question question = QuestionFile.read(file.yaml(), file.name());
                if (question.parts().size() > 1) {
                    continue; // fields inside a text get labels of their own
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                QuestionExport.of(
                                question,
                                name -> Optional.ofNullable(file.pictures().get(name)),
                                Locale.ENGLISH,
                                0,
                                1)
                        .write(QuestionExport.Format.MOODLE_XML, out);
                Import second = Import.of(out.toByteArray());
                assertEquals(comparable(file), comparable(second.files().get(0)), file.name());
                assertEquals(
                        file.pictures().keySet(),
                        second.files().get(0).pictures().keySet());
            }
        }
    }

    /** The file without the tag of its category, in which every program has its own. */
    private static String comparable(Import.QuestionText file) {
        return file.yaml()
                .replaceAll("(?m)^tags:\\n(?:  - .*\\n)+", "")
                .replaceAll("(?s)say:\\s+(?:ko: \\S+\\s+en: (\\S+)|en: (\\S+)\\s+ko: \\S+)", "say: $1$2");
    }

    @Test
    void aWrongProcedureThatAFileNamesGoesAlongWithItsCreditAndWords() throws IOException {
        Question question =
                QuestionFile.read(Files.readString(BANK.resolve("rmsprop-steps.yaml")), "rmsprop-steps.yaml");
        String xml = new String(moodle(question), StandardCharsets.UTF_8);
        assertTrue(xml.contains("You did not square the gradient."), xml);
        assertTrue(xml.contains("%50%"), xml);
    }

    @Test
    void everyShippedQuestionGoesToMoodleAndItsFieldsComeBackWithTheSameKeys() throws IOException {
        int fields = 0;
        for (Path file : shipped()) {
            Question question =
                    QuestionFile.read(Files.readString(file), file.getFileName().toString());
            Variant variant = Variant.draw(question, 1);
            List<ExchangeReport> reports = new ArrayList<>();
            Import back = Import.of(written(question, QuestionExport.Format.MOODLE_XML, reports));
            assertEquals(1, reports.get(0).items().size());
            assertEquals(0, reports.get(0).count(ExchangeReport.Item.Outcome.LEFT_OUT), file.toString());
            assertEquals(
                    List.of(),
                    back.report().items().stream()
                            .filter(item -> item.outcome() == ExchangeReport.Item.Outcome.LEFT_OUT)
                            .toList(),
                    file.toString());
            List<String> keys = numbers(variant);
            List<String> asked = back.files().stream()
                    .map(each -> QuestionFile.read(each.yaml(), each.name()))
                    .flatMap(each -> each.parts().stream()
                            .filter(part -> part.type().isNumeric())
                            .map(part -> part.type().print(Variant.draw(each, 0).key(part), part)))
                    .toList();
            assertEquals(keys, asked, file.toString());
            fields += asked.size();
        }
        assertTrue(fields > 400, "fields: " + fields);
    }

    /** The keys of all numbers and cells, in order. */
    private static List<String> numbers(Variant variant) {
        List<String> numbers = new ArrayList<>();
        for (Part part : variant.question().parts()) {
            if (part.expect() == null || !part.type().isNumeric()) {
                continue;
            }
            List<List<String>> cells = part.type().cells(variant.key(part));
            if (!cells.isEmpty()) {
                cells.forEach(numbers::addAll);
            } else {
                String key = part.type().print(variant.key(part), part);
                if (!key.startsWith("[")) {
                    numbers.add(key);
                }
            }
        }
        return numbers;
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(BANK)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNumberInMoodleHasItsToleranceCreditsAndMessages() {
        Question question = QuestionFile.read("""
                id: slope
                title: Slope
                params: {x: 3}
                prompt: 'The slope of $x^2$ at {{x}}?'
                parts:
                  - id: s
                    type: number
                    points: 2
                    tolerance: {absolute: 0.01}
                    expect: 2*x
                    mistakes:
                      - {id: value, expect: x^2, credit: 0.5, say: That is the value.}
                      - {id: odd, expect: x, credit: 0.35, say: 'You lost the $2$.'}
                """, "slope.yaml");
        List<ExchangeReport> reports = new ArrayList<>();
        String xml = new String(written(question, QuestionExport.Format.MOODLE_XML, reports), StandardCharsets.UTF_8);
        assertTrue(xml.contains("type=\"numerical\""), xml);
        assertTrue(xml.contains("The slope of \\(x^2\\) at 3?"), xml);
        assertTrue(xml.contains("<defaultgrade>2</defaultgrade>"), xml);
        assertTrue(xml.contains("<answer fraction=\"33.33333\""), xml);
        assertEquals(
                List.of("exchange.grade-rounded"),
                reports.get(0).items().get(0).lost().stream()
                        .map(lost -> lost.key())
                        .toList());
        Question back = MoodleXmlImportTest.question(Import.of(xml.getBytes(StandardCharsets.UTF_8)), "slope");
        assertEquals("correct 2", MoodleXmlImportTest.graded(back, "6.01"));
        assertEquals("partial 1 m1", MoodleXmlImportTest.graded(back, "9"));
    }

    @Test
    void aPackageOfQtiIsWellFormedAndNamesEveryFileItHolds() throws Exception {
        for (Path file : shipped()) {
            Question question =
                    QuestionFile.read(Files.readString(file), file.getFileName().toString());
            Map<String, byte[]> files = unzipped(written(question, QuestionExport.Format.QTI, new ArrayList<>()));
            Document manifest = xml(Objects.requireNonNull(files.get("imsmanifest.xml")));
            Set<String> named = new HashSet<>(Set.of("imsmanifest.xml"));
            attributes(manifest, "file", "href").forEach(named::add);
            assertEquals(files.keySet(), named, file.toString());
            assertEquals(
                    attributes(manifest, "dependency", "identifierref"),
                    attributes(manifest, "resource", "identifier").stream()
                            .skip(1)
                            .toList());
            Document test = xml(Objects.requireNonNull(files.get("test.xml")));
            Document item = xml(Objects.requireNonNull(
                    files.get(attributes(test, "assessmentItemRef", "href").get(0))));
            assertDeclared(item, file);
            assertInnerOrder(item);
        }
    }

    /** What is asked is declared once, and only that; what is scored is declared; ids of messages are said. */
    private static void assertDeclared(Document item, Path file) {
        List<String> declared = attributes(item, "responseDeclaration", "identifier");
        List<String> asked = new ArrayList<>();
        for (String kind : List.of(
                "textEntryInteraction", "choiceInteraction", "inlineChoiceInteraction", "extendedTextInteraction")) {
            asked.addAll(attributes(item, kind, "responseIdentifier"));
        }
        assertEquals(Set.copyOf(declared), Set.copyOf(asked), file.toString());
        assertEquals(declared.size(), asked.size(), file.toString());
        Set<String> known = new HashSet<>(declared);
        known.addAll(attributes(item, "outcomeDeclaration", "identifier"));
        assertTrue(known.containsAll(attributes(item, "variable", "identifier")), file.toString());
        assertFalse(declared.isEmpty(), file.toString());
    }

    /** The order in which QTI wants the parts of an item. */
    private static void assertInnerOrder(Document item) {
        List<String> order =
                List.of("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback");
        int at = 0;
        for (var node = item.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                int place = order.indexOf(element.getTagName());
                assertTrue(place >= at, element.getTagName());
                at = place;
            }
        }
        assertEquals(
                "http://www.imsglobal.org/xsd/imsqti_v2p1",
                item.getDocumentElement().getNamespaceURI());
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static Document xml(byte[] text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        NodeList found = document.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }

    @Test
    void aTestDrawsOneOfSeveralVariantsAndEachIsAnotherOne() throws Exception {
        Question question = QuestionFile.read("""
                id: sum
                title: Sum
                params: {a: 'randint(1, 9)'}
                prompt: 'What is {{a}} + 1?'
                parts: [{id: s, type: integer, expect: a + 1}]
                """, "sum.yaml");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        QuestionExport.of(question, QuestionExportTest::noPicture, Locale.ENGLISH, 0, 50)
                .write(QuestionExport.Format.QTI, out);
        Map<String, byte[]> files = unzipped(out.toByteArray());
        Document test = xml(Objects.requireNonNull(files.get("test.xml")));
        assertEquals(List.of("1"), attributes(test, "selection", "select"));
        assertEquals(9, attributes(test, "assessmentItemRef", "href").size());
        Set<String> prompts = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("sum-"))
                .map(file ->
                        new String(file.getValue(), StandardCharsets.UTF_8).replaceAll("(?s).*What is (\\d).*", "$1"))
                .collect(Collectors.toSet());
        assertEquals(9, prompts.size());
    }

    @Test
    void optionsAndTablesOfOptionsKeepTheirKeysThroughMoodle() {
        Question question = QuestionFile.read("""
                id: mixed
                title: Mixed
                prompt: Say.
                parts:
                  - {id: c, type: choice, points: 1, options: [{id: u, say: 'a } brace ~ and # more'}, {id: v, say: '$\\frac{1}{2}$'}], expect: v}
                  - {id: l, type: choices, points: 2, options: [u, v, w], expect: [u, w]}
                  - {id: g, type: grid, points: 4, options: [up, down], rows: [r, s], columns: [b, v], expect: [[up, down], [down, up]]}
                  - {id: z, type: shape, points: 1, expect: '[28, 28, 8]'}
                """, "mixed.yaml");
        Import back = Import.of(moodle(question));
        Question again = MoodleXmlImportTest.question(back, "mixed");
        assertEquals(7, again.parts().size());
        Variant variant = Variant.draw(again, 0);
        Map<String, String> right = Map.of("a1", "b", "a2", "a,c", "a3", "a", "a4", "b", "a5", "b", "a6", "a");
        assertEquals(
                6,
                Grader.grade(variant, right).parts().stream()
                        .filter(part -> part.verdict() == Verdict.CORRECT)
                        .count());
        assertEquals(
                List.of("a } brace \\~ and \\# more", "$\\frac{1}{2}$"),
                again.parts().get(0).type().options().stream()
                        .map(option -> option.say().in(Locale.ENGLISH).replace("\\\\", "\\"))
                        .map(said -> said.replace("brace ~ and # more", "brace \\~ and \\# more"))
                        .toList());
        assertTrue(again.parts().get(6).isGradedByPerson());
    }
}
