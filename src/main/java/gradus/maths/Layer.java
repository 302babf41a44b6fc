package gradus.maths;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One layer of a network: what comes out, how much it learns and multiplies.
 *
 * @param reach rows of its input that a cell of its output sees
 * @param size how the shape of its output is reckoned, in LaTeX; {@code count} likewise for its parameters, {@code work}
 *     for its multiply-accumulates
 */
record Layer(
        String text,
        Maps output,
        double params,
        double macs,
        int reach,
        int stride,
        String size,
        String count,
        String work) {
    private static final List<String> KNOWN = List.of(
            "conv",
            "maxpool",
            "avgpool",
            "dense",
            "batchnorm",
            "flatten",
            "lstm",
            "gru",
            "rnn",
            "subsample",
            "attention");

    static Layer of(Maps input, LayerReader reader) {
        return switch (reader.name()) {
            case "conv" -> conv(input, reader);
            case "maxpool", "avgpool" -> pool(input, reader, false);
            case "subsample" -> pool(input, reader, true);
            case "dense" -> dense(input, reader);
            case "batchnorm" -> plain(reader, input, 2.0 * input.channels(), "2 \\cdot " + input.channels());
            case "flatten" -> plain(reader, input.flat(), 0, "0");
            case "lstm" -> recurrent(input, reader, 4);
            case "gru" -> recurrent(input, reader, 3);
            case "rnn" -> recurrent(input, reader, 1);
            case "attention" -> attention(input, reader);
            default -> throw Require.unknown("layer", reader.text(), KNOWN);
        };
    }

    private static Layer plain(LayerReader reader, Maps output, double params, String count) {
        return new Layer(reader.text(), output, params, 0, 1, 1, output.latex(), count, "0");
    }

    private static Layer conv(Maps input, LayerReader reader) {
        int filters = reader.number("filters", 1);
        int[] kernel = reader.size("kernel");
        int stride = reader.number("stride", 1, 1);
        Padding padding = reader.padding();
        int dilation = reader.number("dilation", 1, 1);
        int groups = reader.number("groups", 1, 1);
        boolean bias = reader.flag("bias", true);
        int channels = input.maps(reader);
        if (channels % groups != 0 || filters % groups != 0) {
            throw MathsException.of("maths.layer-groups", reader.text(), groups, channels, filters);
        }
        int connections = reader.number("connections", 1, 0);
        if (connections > (long) channels / groups * filters) {
            throw MathsException.of("maths.layer-connections", reader.text(), connections, channels, filters);
        }
        Windows windows = windows(input, reader, kernel, padding, stride, dilation);
        double area = (double) kernel[0] * kernel[1];
        double kernels = connections > 0 ? connections : (double) channels / groups * filters;
        double weights = area * kernels;
        String square = kernel[0] + " \\cdot " + kernel[1];
        String each = square + " \\cdot " + channels / groups;
        String count = connections > 0
                ? square + " \\cdot " + connections + (bias ? " + " + filters : "")
                : bias ? "(" + each + " + 1) \\cdot " + filters : each + " \\cdot " + filters;
        return new Layer(
                reader.text(),
                new Maps(windows.rows(), windows.columns(), filters),
                weights + (bias ? filters : 0),
                weights * windows.rows() * windows.columns(),
                dilation * (kernel[0] - 1) + 1,
                stride,
                size(windows, filters),
                count,
                positions(windows)
                        + (connections > 0 ? square + " \\cdot " + connections : each + " \\cdot " + filters));
    }

    private static Layer pool(Maps input, LayerReader reader, boolean learns) {
        int[] size = reader.size("size", 2, 2);
        int stride = reader.number("stride", 1, size[0]);
        Padding padding = learns ? Padding.of(0) : reader.padding();
        int channels = input.maps(reader);
        Windows windows = windows(input, reader, size, padding, stride, 1);
        return new Layer(
                reader.text(),
                new Maps(windows.rows(), windows.columns(), channels),
                learns ? 2.0 * channels : 0,
                0,
                size[0],
                stride,
                size(windows, channels),
                learns ? "2 \\cdot " + channels : "0",
                "0");
    }

    /** ⌊(n + p − k)/s⌋ + 1 for height and width, with the numbers. */
    private static String size(Windows windows, int channels) {
        Padding.Sides pad = windows.pad();
        String height =
                side(windows.height(), pad.top() + pad.bottom(), windows.kernelHeight(), windows, windows.rows());
        String width =
                side(windows.width(), pad.left() + pad.right(), windows.kernelWidth(), windows, windows.columns());
        String both = height.equals(width) ? height : height + ", \\; " + width;
        return new Maps(windows.rows(), windows.columns(), channels).latex() + ", \\quad " + both;
    }

    private static String side(int input, int padding, int kernel, Windows windows, int result) {
        int reach = windows.dilation() * (kernel - 1) + 1;
        String padded = padding == 0 ? "" : " + " + padding;
        return "\\left\\lfloor\\tfrac{" + input + padded + " - " + reach + "}{" + windows.stride()
                + "}\\right\\rfloor + 1 = " + result;
    }

    private static String positions(Windows windows) {
        return windows.rows() + " \\cdot " + windows.columns() + " \\cdot ";
    }

    private static Windows windows(
            Maps input, LayerReader reader, int[] kernel, Padding padding, int stride, int dilation) {
        try {
            return Windows.of(input.height(), input.width(), kernel[0], kernel[1], padding, stride, dilation);
        } catch (MathsException problem) {
            throw MathsException.of("maths.layer", reader.text(), problem.problem());
        }
    }

    private static Layer dense(Maps input, LayerReader reader) {
        int units = reader.number("units", 1);
        boolean bias = reader.flag("bias", true);
        int inputs = input.flat().channels();
        double weights = (double) inputs * units;
        String count = inputs + " \\cdot " + units + (bias ? " + " + units : "");
        double params = weights + (bias ? units : 0);
        String work = inputs + " \\cdot " + units;
        return new Layer(reader.text(), Maps.width(units), params, weights, 1, 1, "" + units, count, work);
    }

    private static Layer recurrent(Maps input, LayerReader reader, int gates) {
        int units = reader.number("units", 1);
        int biases = reader.number("biases", 0, 1);
        int inputs = input.plain(reader);
        double weights = (double) gates * units * (inputs + units);
        String bias = biases == 0 ? "" : " + " + (biases == 1 ? "" : biases + " \\cdot ") + units;
        String product = units + " \\cdot (" + inputs + " + " + units + ")";
        String gate = product + bias;
        String count = gates == 1 ? gate : gates + " \\cdot (" + gate + ")";
        double params = weights + (double) gates * biases * units;
        String work = gates == 1 ? product : gates + " \\cdot " + product;
        return new Layer(reader.text(), Maps.width(units), params, weights, 1, 1, "" + units, count, work);
    }

    private static Layer attention(Maps input, LayerReader reader) {
        int heads = reader.number("heads", 1, 1);
        boolean bias = reader.flag("bias", true);
        int width = input.plain(reader);
        if (width % heads != 0) {
            throw MathsException.of("maths.layer-heads", reader.text(), heads, width);
        }
        double weights = 4.0 * width * width;
        String square = width + " \\cdot " + width;
        String count = bias ? "4 \\cdot (" + square + " + " + width + ")" : "4 \\cdot " + square;
        double params = weights + (bias ? 4.0 * width : 0);
        return new Layer(reader.text(), input, params, weights, 1, 1, "" + width, count, "4 \\cdot " + square);
    }

    /** What flows between layers: maps of height × width × channels, or with height 0 a plain width, its channels. */
    record Maps(int height, int width, int channels) {
        private static final Pattern INPUT =
                Pattern.compile("(\\d{1,7})(?:\\s*[x×*]\\s*(\\d{1,7})\\s*[x×*]\\s*(\\d{1,7}))?");

        Maps {
            Require.cells(Math.max(1, height), Math.max(1, width));
        }

        static Maps read(String input) {
            Matcher matcher = INPUT.matcher(input.strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                throw MathsException.of("maths.network-input", input);
            }
            int first = Integer.parseInt(matcher.group(1));
            if (matcher.group(2) == null) {
                return width(first);
            }
            int second = Integer.parseInt(matcher.group(2));
            int third = Integer.parseInt(matcher.group(3));
            if (second == 0 || third == 0) {
                throw MathsException.of("maths.network-input", input);
            }
            return new Maps(first, second, third);
        }

        static Maps width(int units) {
            return new Maps(0, 0, units);
        }

        Tensor tensor() {
            return height == 0 ? Tensor.number(channels) : Tensor.vector(height, width, channels);
        }

        /** {@code 28×28×8}; of a flat layer its width. */
        String text() {
            return height == 0 ? String.valueOf(channels) : height + "×" + width + "×" + channels;
        }

        double cells() {
            return height == 0 ? channels : (double) height * width * channels;
        }

        Maps flat() {
            double units = cells();
            if (units > Integer.MAX_VALUE) {
                throw MathsException.of("maths.too-many-cells", Numbers.plain(units), Numbers.plain(Integer.MAX_VALUE));
            }
            return width((int) units);
        }

        /** The channels of maps, which the layer needs. */
        int maps(LayerReader reader) {
            if (height == 0) {
                throw MathsException.of("maths.layer-needs-maps", reader.text(), channels);
            }
            return channels;
        }

        /** The plain width, which the layer needs. */
        int plain(LayerReader reader) {
            if (height != 0) {
                throw MathsException.of("maths.layer-needs-width", reader.text(), tensorText());
            }
            return channels;
        }

        String latex() {
            return tensorText().replace("×", " \\times ");
        }

        String tensorText() {
            return height == 0 ? Integer.toString(channels) : Tensor.shapeText(height, width, channels);
        }
    }
}
