package gradus.maths.picture;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** A network from its input down: each layer with the shape that it gives and how many parameters it has. */
public record LayersPicture(List<Layer> layers) implements Picture {
    private static final double ROW = 46;
    private static final double BOX = 30;
    private static final double HEAD = 24;
    private static final double NARROWEST = 60;
    private static final double WIDEST = 190;

    public LayersPicture {
        layers = List.copyOf(layers);
    }

    /** @param size how many numbers it gives, which the width of its box follows */
    public record Layer(String name, String shape, double size, double parameters) {}

    @Override
    public List<Svg> drawings(Locale language, DoubleFunction<String> number) {
        String parameters = Message.of("picture.parameters").in(language);
        double names = widest(layers.stream().map(Layer::name).toList());
        double counts = widest(List.of(
                parameters,
                number.apply(
                        layers.stream().mapToDouble(Layer::parameters).max().orElse(0))));
        double shapes =
                Math.max(WIDEST, widest(layers.stream().map(Layer::shape).toList()) + 16);
        double middle = names + 12 + shapes / 2;
        double right = names + 24 + shapes + counts;
        Svg svg = new Svg(right + 2, HEAD + layers.size() * ROW)
                .text("head", middle, HEAD - 8, Message.of("picture.shape").in(language))
                .text("head", "end", right, HEAD - 8, parameters);
        double most = layers.stream()
                .mapToDouble(layer -> Math.log1p(layer.size()))
                .max()
                .orElse(1);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            double y = HEAD + i * ROW;
            double share = Math.log1p(layer.size()) / Math.max(most, 1);
            double wide = Math.max(Math.max(NARROWEST, WIDEST * share * share), Svg.width(layer.shape()) + 12);
            svg.box("cell lit", middle - wide / 2, y, wide, BOX)
                    .text("number", middle, y + BOX / 2 + 5, layer.shape())
                    .text("name", "start", 2, y + BOX / 2 + 5, layer.name())
                    .text("number", "end", right, y + BOX / 2 + 5, i == 0 ? "" : number.apply(layer.parameters()));
            if (i > 0) {
                svg.line("arrow", middle, y - ROW + BOX, middle, y - 2)
                        .line("arrow", middle - 4, y - 7, middle, y - 2, middle + 4, y - 7);
            }
        }
        return List.of(svg);
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(Svg::width).max().orElse(0);
    }

    @Override
    public Message words(DoubleFunction<String> number) {
        List<String> said = new ArrayList<>();
        for (Layer layer : layers.subList(1, layers.size())) {
            said.add(layer.name() + " → " + layer.shape() + " (" + number.apply(layer.parameters()) + ")");
        }
        return Message.of("picture.layers", layers.get(0).shape(), said.stream().collect(Collectors.joining("; ")));
    }
}
