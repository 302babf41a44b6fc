package gradus.maths;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A worked computation with the actual numbers, one formula a line, in the order of the work. Formulas and symbols only,
 * no words of any language.
 *
 * <p>For each function {@code X.f(…)} there is {@code XSteps.f(…)} with the same parameters.
 */
public record Steps(List<Line> lines) {
    public Steps {
        lines = List.copyOf(lines);
    }

    /**
     * One formula in LaTeX.
     *
     * @param name the field of the result that it works out, as the contract names it ({@code dW1}, {@code params[2]}),
     *     or empty
     * @param from the names of the lines whose results it uses
     */
    public record Line(String name, String latex, List<String> from) {
        public Line {
            from = List.copyOf(from);
        }
    }

    /** Markdown: each line a paragraph {@code $$…$$}. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("$$")
                    .append(line.latex())
                    .append("$$");
        }
        return text.toString();
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
                chosen.add(0, line);
                wanted.addAll(line.from());
            }
        }
        return new Steps(chosen);
    }
}
