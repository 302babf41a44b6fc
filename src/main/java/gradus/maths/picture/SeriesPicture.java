package gradus.maths.picture;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A value over the steps of an optimiser, a line for each of its cells.
 *
 * @param first the number of the first step that is shown
 * @param steps the cells of each step, as many in each
 */
public record SeriesPicture(String letter, int first, List<double[]> steps) implements Picture {
    private static final int MOST_LINES = 4;
    private static final int MOST_LABELS = 7;

    public SeriesPicture {
        steps = List.copyOf(steps);
    }

    @Override
    public List<Svg> drawings(Locale language, DoubleFunction<String> number) {
        int lines = Math.min(MOST_LINES, steps.get(0).length);
        double low = cells(lines).min().orElse(0);
        double high = cells(lines).max().orElse(1);
        Axes axes = new Axes(first, first + steps.size() - 1.0, low, high);
        Svg svg = axes.drawn();
        for (int line = 0; line < lines; line++) {
            double[] corners = new double[2 * steps.size()];
            for (int step = 0; step < steps.size(); step++) {
                corners[2 * step] = axes.x(first + step);
                corners[2 * step + 1] = axes.y(steps.get(step)[line]);
            }
            svg.line("curve", corners);
            for (int step = 0; step < steps.size(); step++) {
                svg.dot("point", corners[2 * step], corners[2 * step + 1]);
                if (lines == 1 && steps.size() <= MOST_LABELS) {
                    double off = step % 2 == 0 ? -8 : 18;
                    svg.text(
                            "label",
                            "start",
                            corners[2 * step] + 3,
                            Math.max(14, corners[2 * step + 1] + off),
                            number.apply(steps.get(step)[0]));
                }
            }
        }
        for (int step = 0; step < steps.size(); step++) {
            if (steps.size() <= 2 * MOST_LABELS || step % 5 == 0) {
                svg.text("quiet", axes.x(first + step), Axes.HEIGHT - 8, String.valueOf(first + step));
            }
        }
        svg.text("name", "end", Axes.WIDTH - 4, Axes.HEIGHT - 8, PlainLetters.plain(letter) + "(t)");
        return List.of(svg);
    }

    private DoubleStream cells(int lines) {
        return steps.stream().flatMapToDouble(cells -> Arrays.stream(cells, 0, lines));
    }

    @Override
    public Message words(DoubleFunction<String> number) {
        List<String> said = new ArrayList<>();
        IntStream.range(0, steps.size())
                .forEach(step -> said.add("t=" + (first + step) + ": "
                        + Arrays.stream(steps.get(step)).mapToObj(number).collect(Collectors.joining(" "))));
        return Message.of("picture.series", PlainLetters.plain(letter), String.join("; ", said));
    }
}
