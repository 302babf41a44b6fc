package gradus.exchange;

import gradus.message.Languages;
import gradus.message.Message;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the questions of a file in Moodle's XML format. A document type, and with it every entity but the five of XML, is refused,
 * and nothing outside the file is looked at.
 */
final class MoodleXmlReader {
    private static final int MOST_QUESTIONS = 5_000;

    private final List<PortableQuestion> questions = new ArrayList<>();
    private String category = "";

    private MoodleXmlReader() {}

    static List<PortableQuestion> read(byte[] file) {
        MoodleXmlReader reading = new MoodleXmlReader();
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            reading.read(reader);
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new ForeignFileException("exchange.broken-xml", line);
        }
        return reading.questions;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        boolean begun = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ForeignFileException(
                        "exchange.no-entities", reader.getLocation().getLineNumber());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (begun && reader.getLocalName().equals("question")) {
                    add(XmlElement.read(reader));
                } else if (!begun && reader.getLocalName().equals("quiz")) {
                    begun = true;
                } else if (!begun) {
                    throw new ForeignFileException("exchange.not-moodle-xml", reader.getLocalName());
                }
            }
        }
    }

    private void add(XmlElement question) {
        if (question.attribute("type").equals("category")) {
            String path = question.textOf("category");
            category = path.substring(path.lastIndexOf('/') + 1).strip();
            return;
        }
        if (questions.size() >= MOST_QUESTIONS) {
            throw new ForeignFileException("exchange.too-many-questions", MOST_QUESTIONS);
        }
        Set<String> lost = XmlElement.Multilang.languages(question);
        List<String> kept = kept(lost);
        Map<String, PortableQuestion> read = new LinkedHashMap<>();
        kept.forEach(language -> read.put(language, new MoodleQuestion(question.in(language), category).read()));
        PortableQuestion first = read.values().iterator().next();
        kept.forEach(lost::remove);
        if (!lost.isEmpty()) {
            first.losses().add("exchange.languages-lost", String.join(", ", lost));
        }
        questions.add(read.size() == 1 ? first : first.in(read));
    }

    /** Which of its languages a question keeps: those that the program speaks, English first; else the first of its own. */
    private static List<String> kept(Set<String> languages) {
        List<String> kept = Languages.spoken().stream()
                .map(Locale::getLanguage)
                .filter(languages::contains)
                .sorted(Comparator.comparing(language -> !language.equals("en")))
                .toList();
        return kept.isEmpty()
                ? List.of(languages.isEmpty() ? "en" : languages.iterator().next())
                : kept;
    }

    /** A number of a file, or what stands in where there is none. */
    static BigDecimal number(String text, BigDecimal otherwise) {
        return ForeignNumbers.read(text).orElse(otherwise);
    }

    /** What holds for all questions that come from Moodle. */
    static List<Message> notes() {
        return List.of(Message.of("exchange.note-policy"));
    }
}
