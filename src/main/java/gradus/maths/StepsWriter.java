package gradus.maths;

import gradus.maths.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of a worked computation and keeps them few enough to read. */
final class StepsWriter {
    /** The most cells of a result that are worked out one by one. */
    static final int CELLS = 36;

    private static final int LINES = 400;

    private final List<Steps.Line> lines = new ArrayList<>();

    /** A line that works out {@code name} from the results of other lines. */
    StepsWriter line(String name, String latex, String... from) {
        if (lines.size() < LINES) {
            lines.add(new Steps.Line(name, latex, List.of(from)));
        }
        return this;
    }

    /** A line of its own, such as the formula before its numbers. */
    StepsWriter line(String latex) {
        return line("", latex);
    }

    /** The line before this one, with what it looks like. */
    StepsWriter picture(Picture picture) {
        if (lines.size() < LINES) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1).with(picture));
        }
        return this;
    }

    /** One line for each of the first cells, of which one stays in sight, with its picture; dots stand for the others. */
    StepsWriter each(int cells, IntFunction<String> latex, int shown, Supplier<@Nullable Picture> picture) {
        line(latex.apply(shown));
        Picture drawn = picture.get();
        if (drawn != null) {
            picture(drawn);
        }
        for (int i = 0; i < Math.min(cells, CELLS); i++) {
            if (i != shown && lines.size() < LINES) {
                lines.add(new Steps.Line("", latex.apply(i), List.of()).more());
            }
        }
        if (cells > CELLS) {
            lines.add(new Steps.Line("", "\\vdots", List.of()).more());
        }
        return this;
    }

    /** One line for each of the first cells, of which one stays in sight. */
    StepsWriter each(int cells, IntFunction<String> latex) {
        return each(cells, latex, 0, () -> null);
    }

    Steps done() {
        return new Steps(lines);
    }

    /** The index of a cell of a tensor of this shape, counted from 1: {@code 2,3}; empty for a number. */
    static String index(int cell, int... shape) {
        StringBuilder text = new StringBuilder();
        int rest = cell;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            text.insert(0, (axis > 0 ? "," : "") + (rest % shape[axis] + 1));
            rest /= shape[axis];
        }
        return text.toString();
    }

    /** A symbol with its index: {@code y_{2,3}}; the symbol alone for a number. */
    static String at(String symbol, int cell, int... shape) {
        return shape.length == 0 ? symbol : symbol + "_{" + index(cell, shape) + "}";
    }

    /** A sum of terms, of which only so many are written out. */
    static final class Terms {
        private static final int SHOWN = 30;

        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private int count;

        Terms() {
            this(" + ");
        }

        Terms(String separator) {
            this.separator = separator;
        }

        Terms add(String term) {
            count++;
            if (count <= SHOWN) {
                text.append(count == 1 ? "" : separator).append(term);
            } else if (count == SHOWN + 1) {
                text.append(separator).append("\\cdots");
            }
            return this;
        }

        /** A product with 0 needs no room. */
        Terms product(double a, double b) {
            return count > SHOWN || a == 0 || b == 0 ? this : add(Numbers.factor(a) + " \\cdot " + Numbers.factor(b));
        }

        Terms number(double a) {
            return add(Numbers.factor(a));
        }

        @Override
        public String toString() {
            return count == 0 ? "0" : text.toString();
        }
    }
}
