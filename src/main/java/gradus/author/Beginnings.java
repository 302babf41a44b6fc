package gradus.author;

import gradus.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a new question can begin with: a finished example to change, or a listing of formulas of which each line becomes a part. */
public final class Beginnings {
    /** The examples, each a whole question in {@code <name>.yaml} beside this class. */
    public static final List<String> EXAMPLES =
            List.of("matrix-answer", "parameter-count", "formula-answer", "one-choice", "choice-table", "free-text");

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]{0,30})\\s*=\\s*(\\S.*?)\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?!\\s*\\()(?![A-Za-z0-9_])");
    private static final Set<String> CONSTANTS = Set.of("pi", "e", "T");
    private static final int MOST_LINES = 100;

    private Beginnings() {}

    /** The text of an example under another id. */
    public static String example(String name, String id) {
        if (!EXAMPLES.contains(name)) {
            throw Refusal.notFound();
        }
        try (InputStream text = Beginnings.class.getResourceAsStream(name + ".yaml")) {
            if (text == null) {
                throw new IllegalStateException("no example " + name);
            }
            return renamed(new String(text.readAllBytes(), StandardCharsets.UTF_8), id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A question's text under another id. */
    static String renamed(String text, String id) {
        return text.replaceFirst("(?m)^id:.*$", Matcher.quoteReplacement("id: " + id));
    }

    /** A question that asks for each line of a listing such as {@code Z1 = W1*x + b1}; empty where no line is one. */
    static String listing(String lines, String id) {
        List<String> parts = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        Set<String> symbols = new LinkedHashSet<>();
        for (String line : lines.split("\\R", MOST_LINES)) {
            Matcher read = LINE.matcher(line);
            if (read.matches() && known.add(read.group(1))) {
                Matcher names = NAME.matcher(read.group(2));
                while (names.find()) {
                    if (!CONSTANTS.contains(names.group())) {
                        symbols.add(names.group());
                    }
                }
                parts.add("  - id: " + read.group(1) + "\n    type: formula\n    points: 1\n    expect: '"
                        + read.group(2).replace("'", "''") + "'\n");
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        symbols.removeAll(known);
        StringBuilder text = new StringBuilder("id: " + id + "\ntitle: " + id + "\nprompt: '...'\n");
        if (!symbols.isEmpty()) {
            text.append("symbols:\n");
            symbols.forEach(name -> text.append("  ").append(name).append(": {from: -4, to: 4}\n"));
        }
        text.append("parts:\n");
        parts.forEach(text::append);
        return text.append("solution: steps\n").toString();
    }
}
