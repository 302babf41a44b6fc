package gradus.maths;

import gradus.maths.picture.LayersPicture;
import java.util.ArrayList;
import java.util.List;

/** The shapes and counts of a network, layer by layer: {@code shapes[i]}, {@code params[i]}, {@code macs[i]} and the sums. */
public final class NetworkSteps {
    private NetworkSteps() {}

    public static Steps network(String input, String layers) {
        Network network = Network.network(input, layers);
        List<Layer> all = Network.layers(input, layers);
        StepsWriter steps = new StepsWriter();
        StepsWriter.Terms total = new StepsWriter.Terms();
        String[] params = new String[all.size()];
        Layer.Maps before = Layer.Maps.read(input);
        List<LayersPicture.Layer> drawn = new ArrayList<>();
        drawn.add(new LayersPicture.Layer("", before.text(), before.cells(), 0));
        for (int i = 0; i < all.size(); i++) {
            Layer layer = all.get(i);
            params[i] = "params[" + (i + 1) + "]";
            String name = "\\mathtt{"
                    + layer.text().replace("_", "\\_").replace(" ", "\\ ").replace("×", "x") + "}";
            steps.line("shapes[" + (i + 1) + "]", name + ": " + before.latex() + " \\to " + layer.size());
            before = layer.output();
            drawn.add(new LayersPicture.Layer(layer.text(), before.text(), before.cells(), layer.params()));
            if (i == all.size() - 1) {
                steps.picture(new LayersPicture(drawn));
            }
            String value = Numbers.latex(layer.params());
            steps.line(params[i], name + ": " + (layer.count().equals(value) ? value : layer.count() + " = " + value));
            steps.line(
                    "macs[" + (i + 1) + "]",
                    name + ": " + (layer.macs() == 0 ? "0" : layer.work() + " = " + Numbers.latex(layer.macs())));
            total.number(layer.params());
        }
        return steps.line("total", total + " = " + Numbers.latex(network.total()), params)
                .picture(new LayersPicture(drawn))
                .line("receptive_field", "r = " + field(all) + " = " + Numbers.latex(network.receptiveField()))
                .done();
    }

    /** 1 + Σ (k−1)·(product of the strides before). */
    private static StepsWriter.Terms field(List<Layer> layers) {
        StepsWriter.Terms terms = new StepsWriter.Terms().add("1");
        double jump = 1;
        for (Layer layer : layers) {
            if (layer.reach() > 1) {
                terms.add("(" + layer.reach() + "-1) \\cdot " + Numbers.latex(jump));
            }
            jump *= layer.stride();
        }
        return terms;
    }
}
