package gradus.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the questions of a text in Moodle's GIFT format: one after the other, empty lines between them. */
final class GiftReader {
    private static final int MOST_QUESTIONS = 5_000;
    private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\.|[^\\]\\\\])*)\\]");
    private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\.|[^\\]\\\\])*)\\]");
    private static final String CATEGORY = "$CATEGORY:";

    private final List<PortableQuestion> questions = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private final List<String> tags = new ArrayList<>();
    private String id = "";
    private String category = "";

    private GiftReader() {}

    static List<PortableQuestion> read(String text) {
        GiftReader reading = new GiftReader();
        text.lines().forEach(reading::line);
        reading.end();
        if (reading.questions.isEmpty()) {
            throw new ForeignFileException("exchange.no-questions");
        }
        return reading.questions;
    }

    private void line(String line) {
        String stripped = line.strip();
        if (stripped.startsWith("//")) {
            Matcher named = ID.matcher(stripped);
            id = named.find() ? EscapedText.plain(named.group(1), EscapedText.GIFT) : id;
            Matcher tagged = TAG.matcher(stripped);
            while (tagged.find()) {
                tags.add(EscapedText.plain(tagged.group(1), EscapedText.GIFT));
            }
        } else if (stripped.isEmpty()) {
            end();
        } else if (stripped.startsWith(CATEGORY) && lines.length() == 0) {
            String path = stripped.substring(CATEGORY.length());
            category = path.substring(path.lastIndexOf('/') + 1).strip();
        } else {
            lines.append(line).append('\n');
        }
    }

    private void end() {
        if (lines.length() == 0) {
            return;
        }
        if (questions.size() >= MOST_QUESTIONS) {
            throw new ForeignFileException("exchange.too-many-questions", MOST_QUESTIONS);
        }
        if (!category.isBlank()) {
            tags.add(0, category);
        }
        questions.add(new GiftQuestion(lines.toString().strip(), id, List.copyOf(tags)).read());
        lines.setLength(0);
        tags.clear();
        id = "";
    }
}
