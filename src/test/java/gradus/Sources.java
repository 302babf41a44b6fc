package gradus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of the house as they are written. */
final class Sources {
    private static final Pattern TYPE = Pattern.compile("\\b(class|record|interface|enum) ");

    private Sources() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    /** The lines of the longest block that is no type: the formatter closes a block under the beginning of its first line. */
    static int longestMethod(Path file) {
        List<String> lines = lines(file);
        Map<Integer, Integer> began = new HashMap<>();
        int longest = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int indent = line.length() - line.stripLeading().length();
            int start = began.getOrDefault(indent, i);
            if (indent > 0
                    && line.strip().equals("}")
                    && !TYPE.matcher(lines.get(start)).find()) {
                longest = Math.max(longest, i - start + 1);
            }
            if (!line.isBlank()) {
                began.put(indent, i);
            }
        }
        return longest;
    }
}
