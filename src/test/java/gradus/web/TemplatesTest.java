package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What Thymeleaf drops without a word. */
class TemplatesTest {
    @Test
    void nothingStandsOnTheElementsOfAPageThatTheLayoutPutsItsOwnInPlaceOf() throws IOException {
        List<String> dropped = new ArrayList<>();
        int pages = 0;
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                Document template = Jsoup.parse(Files.readString(file));
                if (!template.expectFirst("html").attr("th:replace").contains("layout ::")) {
                    continue;
                }
                pages++;
                for (String element : List.of("head", "body", "main")) {
                    template.expectFirst(element)
                            .attributes()
                            .forEach(attribute -> dropped.add(file + ": <" + element + " " + attribute.html() + ">"));
                }
            }
        }
        assertEquals(List.of(), dropped);
        assertTrue(pages > 10, pages + " pages");
    }

    /** A replaced element is gone before its condition is looked at, and what it is replaced by is always there. */
    @Test
    void noReplacedElementHasAConditionOfItsOwn() throws IOException {
        List<String> dropped = new ArrayList<>();
        int replaced = 0;
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                Document template = Jsoup.parse(Files.readString(file));
                for (Element element : template.getAllElements()) {
                    if (!element.hasAttr("th:replace")) {
                        continue;
                    }
                    replaced++;
                    if (element.hasAttr("th:if") || element.hasAttr("th:unless") || element.hasAttr("th:each")) {
                        dropped.add(file + ": " + element.outerHtml());
                    }
                }
            }
        }
        assertEquals(List.of(), dropped);
        assertTrue(replaced > 50, replaced + " elements");
    }
}
