package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessibilityTableTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void eachRowNamesATestThatIsThere() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> rows = Files.readAllLines(Path.of("src/site/accessibility.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| WCAG"))
                .toList();
        assertTrue(rows.size() >= 20, rows.size() + " rows");
        for (String row : rows) {
            List<String> named =
                    TEST.matcher(row).results().map(found -> found.group(1)).toList();
            assertEquals(
                    List.of(),
                    named.stream().filter(test -> !tests.contains(test)).toList(),
                    row);
            assertFalse(named.isEmpty(), row);
        }
    }
}
