package gradus.maths;

import java.util.ArrayList;
import java.util.List;

/**
 * Shapes, parameters and multiplications of a network, layer by layer, without the input.
 *
 * @param shapes for each layer a row [height, width, channels], or a number, its width
 * @param params parameters that learn, one number a layer
 * @param macs multiply-accumulates of one forward pass (of one step for recurrent layers, of one position for
 *     attention); poolings and normalisations count as 0
 * @param total the sum of {@code params}
 * @param receptiveField how many rows of the input a cell of the last convolution or pooling sees, padding included
 */
public record Network(List<Tensor> shapes, Tensor params, Tensor macs, double total, double receptiveField) {
    private static final int MAX_LAYERS = 1_000;

    /**
     * @param input {@code "32x32x3"} (height, width, channels; also with ×) or a plain width such as {@code "400"}
     * @param layers divided by semicolons: {@code conv(filters, kernel, stride=1, padding=0, dilation=1, groups=1,
     *     bias=true)}, {@code maxpool(size, stride=size, padding=0)}, {@code avgpool} likewise, {@code dense(units,
     *     bias=true)}, {@code batchnorm()}, {@code flatten()}, {@code lstm/gru/rnn(units, biases=1)}; further
     *     {@code subsample(size, stride=size)}, the average pooling of LeCun et al. 1998 with a coefficient and a bias a
     *     map, {@code connections=} of conv for its table of partly connected maps, and {@code attention(heads=1,
     *     bias=true)} with its four square matrices. Arguments go by place or by name; a kernel may be {@code 5x3}.
     */
    public static Network network(String input, String layers) {
        List<Tensor> shapes = new ArrayList<>();
        List<Layer> all = layers(input, layers);
        double total = 0;
        double field = 1;
        double jump = 1;
        for (Layer layer : all) {
            shapes.add(layer.output().tensor());
            total += layer.params();
            field += (layer.reach() - 1) * jump;
            jump *= layer.stride();
        }
        double[] params = all.stream().mapToDouble(Layer::params).toArray();
        double[] macs = all.stream().mapToDouble(Layer::macs).toArray();
        return new Network(List.copyOf(shapes), Tensor.vector(params), Tensor.vector(macs), total, field);
    }

    static List<Layer> layers(String input, String layers) {
        Layer.Maps shape = Layer.Maps.read(input);
        List<LayerReader> written = LayerReader.all(layers);
        if (written.isEmpty()) {
            throw MathsException.of("maths.network-empty");
        }
        if (written.size() > MAX_LAYERS) {
            throw MathsException.of("maths.network-long", written.size(), MAX_LAYERS);
        }
        List<Layer> all = new ArrayList<>();
        for (LayerReader reader : written) {
            Layer layer = Layer.of(shape, reader);
            reader.end();
            if (layer.params() > 1e15 || layer.macs() > 1e15) {
                throw MathsException.of("maths.network-large", reader.text());
            }
            all.add(layer);
            shape = layer.output();
        }
        return all;
    }
}
