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
 * The graph of a function of one number, with the points that were asked for.
 *
 * @param curve the function along its axis, as pairs x, y
 * @param asked the points, as pairs x, y
 */
public record CurvePicture(String name, double[] curve, double[] asked) implements Picture {
    private static final int MOST_LABELS = 6;
    /** Labels nearer than this run into each other; the numbers stand in the work beside the picture as well. */
    private static final int LABEL_WIDTH = 40;

    public CurvePicture(String name, double[] curve, double[] asked) {
        this.name = PlainLetters.plain(name);
        this.curve = curve.clone();
        this.asked = asked.clone();
    }

    @Override
    public double[] curve() {
        return curve.clone();
    }

    @Override
    public double[] asked() {
        return asked.clone();
    }

    @Override
    public List<Svg> drawings(Locale language, DoubleFunction<String> number) {
        Axes axes = new Axes(curve[0], curve[curve.length - 2], least(1), most(1));
        Svg svg = axes.drawn();
        double[] corners = new double[curve.length];
        for (int i = 0; i < curve.length; i++) {
            corners[i] = i % 2 == 0 ? axes.x(curve[i]) : axes.y(curve[i]);
        }
        svg.line("curve", corners);
        List<Double> labelled = new ArrayList<>();
        for (int i = 0; i < asked.length; i += 2) {
            double x = axes.x(asked[i]);
            double y = axes.y(asked[i + 1]);
            svg.line("guide", x, axes.y(Math.max(least(1), Math.min(most(1), 0))), x, y)
                    .dot("point", x, y);
            boolean hasRoom = labelled.stream().noneMatch(other -> Math.abs(other - x) < LABEL_WIDTH);
            if (asked.length <= 2 * MOST_LABELS && hasRoom) {
                labelled.add(x);
                svg.text("label", "end", x - 6, y - 6, number.apply(asked[i + 1]))
                        .text("quiet", x, Axes.HEIGHT - 8, number.apply(asked[i]));
            }
        }
        return List.of(svg.text("name", "end", Axes.WIDTH - 4, 14, name));
    }

    private double least(int coordinate) {
        return both(coordinate).min().orElse(0);
    }

    private double most(int coordinate) {
        return both(coordinate).max().orElse(1);
    }

    private DoubleStream both(int coordinate) {
        return DoubleStream.concat(every(curve, coordinate), every(asked, coordinate));
    }

    private static DoubleStream every(double[] pairs, int coordinate) {
        return IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[2 * i + coordinate]);
    }

    @Override
    public Message words(DoubleFunction<String> number) {
        String points = IntStream.range(0, asked.length / 2)
                .mapToObj(i -> "(" + number.apply(asked[2 * i]) + ", " + number.apply(asked[2 * i + 1]) + ")")
                .collect(Collectors.joining(", "));
        return Message.of("picture.curve", name, points);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(asked);
    }
}
