package gradus.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("#\\{([a-z0-9-]+\\.[a-z0-9.-]+)|say\\.text\\('([a-z0-9-]+\\.[a-z0-9.-]+)'[,)]");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:Message|MathsException)\\.of\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9])\"\\s*[,)]");

    private static Properties messages(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertEquals(
                new TreeSet<>(messages("en").stringPropertyNames()),
                new TreeSet<>(messages("ko").stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties english = messages("en");
        Properties korean = messages("ko");
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(korean.getProperty(key)), key);
        }
    }

    private static Set<String> arguments(String pattern) {
        assertTrue(!pattern.isBlank());
        new MessageFormat(pattern, Locale.ROOT);
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("(?<!')\\{(\\d+)").matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** A key is used where it stands whole, or where its beginning stands before something that is put behind it. */
    @Test
    void everyTextIsUsed() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String root : List.of("templates", "static", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(html|js|java)"))
                        .toList()) {
                    code.append(Files.readString(file)).append('\n');
                }
            }
        }
        Set<String> named = new TreeSet<>();
        Matcher words = Pattern.compile("[a-z0-9]+\\.[a-z0-9.-]*[a-z0-9]").matcher(code);
        while (words.find()) {
            named.add(words.group());
        }
        Set<String> beginnings = new TreeSet<>();
        Matcher begun = Pattern.compile("[\"']([a-z0-9]+\\.[a-z0-9.-]*-)[\"']").matcher(code);
        while (begun.find()) {
            beginnings.add(begun.group(1));
        }
        Set<String> unused = new TreeSet<>(messages("en").stringPropertyNames());
        unused.removeAll(named);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        unused.removeIf(key -> key.endsWith("-nearest") && named.contains(key.substring(0, key.length() - 8)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyTextThatTemplatesAndCodeNameIsThere() throws IOException {
        Set<String> known = messages("en").stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (Path root : List.of(Path.of("templates"), Path.of("src", "main", "java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Pattern pattern = file.toString().endsWith(".html") ? IN_TEMPLATE : IN_CODE;
                    Matcher matcher = pattern.matcher(Files.readString(file));
                    while (matcher.find()) {
                        String key = Objects.requireNonNullElse(
                                matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : null);
                        if (!known.contains(key)) {
                            missing.add(key + " in " + file);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }
}
