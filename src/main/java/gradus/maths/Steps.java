package gradus.maths;

import gradus.maths.picture.Picture;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A worked computation with the actual numbers, one formula a line, in the order of the work. Formulas and symbols only,
 * no words of any language.
 *
 * <p>For each function {@code X.f(…)} there is {@code XSteps.f(…)} with the same parameters.
 */
public record Steps(List<Line> lines) {
    /** The word after the fence of a block that is a picture's markup. */
    public static final String PICTURE = "picture";

    /** The word after the fence of a block that is opened to be read; what the reader sees of it before follows. */
    public static final String FOLDED = "folded";

    private static final int FEW = 3;

    public Steps {
        lines = List.copyOf(lines);
    }

    /**
     * One formula in LaTeX.
     *
     * @param name the field of the result that it works out, as the contract names it ({@code dW1}, {@code params[2]}),
     *     or empty
     * @param from the names of the lines whose results it uses
     * @param isMore whether it only says again of another cell or step what lines before it say
     * @param pictures what it looks like; shown before the formula
     */
    public record Line(String name, String latex, List<String> from, boolean isMore, List<Picture> pictures) {
        public Line {
            from = List.copyOf(from);
            pictures = List.copyOf(pictures);
        }

        public Line(String name, String latex, List<String> from) {
            this(name, latex, from, false, List.of());
        }

        public Line more() {
            return new Line(name, latex, from, true, pictures);
        }

        public Line with(Picture picture) {
            return new Line(name, latex, from, isMore, List.of(picture));
        }

        private Line withoutPictures() {
            return new Line(name, latex, from, isMore, List.of());
        }

        private String paragraph() {
            return "$$" + latex + "$$";
        }
    }

    /** Markdown: each line a paragraph {@code $$…$$}. */
    public String markdown() {
        return String.join("\n\n", lines.stream().map(Line::paragraph).toList());
    }

    /**
     * Markdown for a page: with pictures, and with lines that only repeat what is known put away, to be opened.
     *
     * @param known the formulas that stand before these; those of this text are added
     * @param rounded the text with its numbers rounded
     */
    public String illustrated(Locale language, Set<String> known, UnaryOperator<String> rounded) {
        List<String> paragraphs = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (Line line : lines) {
            String paragraph = rounded.apply(line.paragraph());
            for (Picture picture : line.pictures()) {
                String markup = picture.markup(language, number -> rounded.apply(Numbers.precise(number)));
                if (known.add(markup)) {
                    putAway(away, paragraphs, language);
                    paragraphs.add("```" + PICTURE + "\n" + markup + "\n```");
                }
            }
            boolean isNew = known.add(paragraph);
            if (isNew && !line.isMore()) {
                putAway(away, paragraphs, language);
                paragraphs.add(paragraph);
            } else {
                away.add(paragraph);
            }
        }
        putAway(away, paragraphs, language);
        return String.join("\n\n", paragraphs);
    }

    /** A few lines stay in sight: they take no more room than the words that would stand for them. */
    private static void putAway(List<String> away, List<String> paragraphs, Locale language) {
        if (away.size() < FEW) {
            paragraphs.addAll(away);
        } else {
            String words = Message.of("steps.more", String.valueOf(away.size())).in(language);
            paragraphs.add("```" + FOLDED + " " + words + "\n" + String.join("\n\n", away) + "\n```");
        }
        away.clear();
    }

    /**
     * Only the lines that lead to a field such as {@code dW1}, {@code params} or {@code params[2]}; all of them where no
     * line bears that name.
     */
    public Steps leadingTo(String field) {
        Set<String> wanted = new HashSet<>();
        for (Line line : lines) {
            if (line.name().equals(field) || line.name().startsWith(field + "[")) {
                wanted.add(line.name());
            }
        }
        if (wanted.isEmpty()) {
            return this;
        }
        List<Line> chosen = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (wanted.contains(line.name())) {
                boolean isField = line.name().equals(field) || line.name().startsWith(field + "[");
                chosen.add(0, isField ? line : line.withoutPictures());
                wanted.addAll(line.from());
            }
        }
        return new Steps(chosen);
    }
}
