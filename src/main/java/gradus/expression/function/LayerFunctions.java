package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Body;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.LibraryFunction.StepsBody;
import gradus.expression.value.Value;
import gradus.maths.Attention;
import gradus.maths.AttentionSteps;
import gradus.maths.Convolution;
import gradus.maths.ConvolutionSteps;
import gradus.maths.Network;
import gradus.maths.NetworkSteps;
import gradus.maths.Normalisation;
import gradus.maths.NormalisationSteps;
import gradus.maths.Pooling;
import gradus.maths.PoolingSteps;
import gradus.maths.Recurrent;
import gradus.maths.RecurrentSteps;
import gradus.maths.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Layers of networks, forward and back: convolution, pooling, normalisation, recurrence, attention, and their counts. */
final class LayerFunctions {
    private static final String WINDOW = "padding=\"valid\", stride=1, dilation=1";

    private LayerFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(filters(), convolutions(), pooling(), counts(), normalisation(), recurrence(), attention())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> filters() {
        return List.of(
                tensor(
                        "correlate2d(x, f, " + WINDOW + ")",
                        "Each window of x times f, summed. padding: \"valid\", \"same\", \"full\", n or [top, bottom, left, right].",
                        a -> Convolution.correlate2d(
                                a.tensor("x"), a.tensor("f"), a.padding(), a.integer("stride"), a.integer("dilation")),
                        a -> ConvolutionSteps.correlate2d(
                                a.tensor("x"), a.tensor("f"), a.padding(), a.integer("stride"), a.integer("dilation"))),
                tensor(
                        "convolve2d(x, f, " + WINDOW + ")",
                        "As correlate2d with f turned by 180°.",
                        a -> Convolution.convolve2d(
                                a.tensor("x"), a.tensor("f"), a.padding(), a.integer("stride"), a.integer("dilation")),
                        a -> ConvolutionSteps.convolve2d(
                                a.tensor("x"), a.tensor("f"), a.padding(), a.integer("stride"), a.integer("dilation"))),
                tensor(
                        "conv_transpose2d(x, f, stride=1, padding=0)",
                        "The transposed convolution: every cell of x lays down f, scaled; what overlaps is summed.",
                        a -> Convolution.convTranspose2d(
                                a.tensor("x"), a.tensor("f"), a.integer("stride"), a.integer("padding")),
                        a -> ConvolutionSteps.convTranspose2d(
                                a.tensor("x"), a.tensor("f"), a.integer("stride"), a.integer("padding"))));
    }

    private static List<LibraryFunction> convolutions() {
        return List.of(
                tensor(
                        "conv_layer(x, w, b, stride=1, padding=0, dilation=1, groups=1)",
                        "A convolutional layer, x [C,H,W], w [O,C/groups,kh,kw]: cross-correlation and a bias a map.",
                        a -> Convolution.convLayer(
                                a.tensor("x"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.padding(),
                                a.integer("stride"),
                                a.integer("dilation"),
                                a.integer("groups")),
                        a -> ConvolutionSteps.convLayer(
                                a.tensor("x"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.padding(),
                                a.integer("stride"),
                                a.integer("dilation"),
                                a.integer("groups"))),
                record(
                        "conv_layer_backward(x, w, b, dy, stride=1, padding=0, dilation=1, groups=1)",
                        "The gradients .dx .dw .db of conv_layer, from dy.",
                        a -> RecordFields.of(Convolution.convLayerBackward(
                                a.tensor("x"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.tensor("dy"),
                                a.padding(),
                                a.integer("stride"),
                                a.integer("dilation"),
                                a.integer("groups"))),
                        a -> ConvolutionSteps.convLayerBackward(
                                a.tensor("x"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.tensor("dy"),
                                a.padding(),
                                a.integer("stride"),
                                a.integer("dilation"),
                                a.integer("groups"))));
    }

    private static List<LibraryFunction> pooling() {
        return List.of(
                tensor(
                        "max_pool(x, size=2, stride=size, padding=0)",
                        "The largest cell of each window.",
                        a -> Pooling.maxPool(
                                a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding")),
                        a -> PoolingSteps.maxPool(
                                a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding"))),
                tensor(
                        "avg_pool(x, size=2, stride=size, padding=0)",
                        "The mean of each window.",
                        a -> Pooling.avgPool(
                                a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding")),
                        a -> PoolingSteps.avgPool(
                                a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding"))),
                tensor(
                        "max_pool_backward(x, dy, size=2, stride=size, padding=0)",
                        "The gradient by x: the first maximum of each window takes it all.",
                        a -> Pooling.maxPoolBackward(
                                a.given("x"),
                                a.tensor("dy"),
                                a.integer("size"),
                                a.integer("stride"),
                                a.integer("padding")),
                        a -> PoolingSteps.maxPoolBackward(
                                a.tensor("x"),
                                a.tensor("dy"),
                                a.integer("size"),
                                a.integer("stride"),
                                a.integer("padding"))));
    }

    private static List<LibraryFunction> counts() {
        return List.of(LibraryFunction.of(
                Group.ENGINE,
                "network(input, layers)",
                "Shapes and counts of a network such as network(\"32x32x3\", \"conv(8,5); maxpool(2); dense(10)\"): .shapes .params .macs .total .receptive_field.",
                a -> RecordFields.of(Network.network(a.text("input"), a.text("layers"))),
                a -> NetworkSteps.network(a.text("input"), a.text("layers"))));
    }

    private static List<LibraryFunction> normalisation() {
        return List.of(
                record(
                        "batch_norm(x, gamma, beta, eps=1e-5)",
                        "Batch normalisation, rows are examples: .y .mean .var .x_hat, biased variance.",
                        a -> RecordFields.of(Normalisation.batchNorm(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.number("eps"))),
                        a -> NormalisationSteps.batchNorm(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.number("eps"))),
                record(
                        "batch_norm_backward(x, gamma, beta, dy, eps=1e-5)",
                        "The gradients .dx .dgamma .dbeta of batch_norm, from dy.",
                        a -> RecordFields.of(Normalisation.batchNormBackward(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.tensor("dy"), a.number("eps"))),
                        a -> NormalisationSteps.batchNormBackward(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.tensor("dy"), a.number("eps"))),
                record(
                        "layer_norm(x, gamma, beta, eps=1e-5)",
                        "Layer normalisation along each row: .y .mean .var .x_hat, biased variance.",
                        a -> RecordFields.of(Normalisation.layerNorm(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.number("eps"))),
                        a -> NormalisationSteps.layerNorm(
                                a.tensor("x"), a.tensor("gamma"), a.tensor("beta"), a.number("eps"))));
    }

    private static List<LibraryFunction> recurrence() {
        return List.of(
                tensor(
                        "rnn_step(x, h, W_ih, W_hh, b_ih, b_hh)",
                        "The new h of a simple recurrent cell (tanh), as PyTorch has it.",
                        a -> Recurrent.rnnStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh")),
                        a -> RecurrentSteps.rnnStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh"))),
                tensor(
                        "gru_step(x, h, W_ih, W_hh, b_ih, b_hh)",
                        "The new h of a GRU cell, gates in PyTorch's order r, z, n.",
                        a -> Recurrent.gruStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh")),
                        a -> RecurrentSteps.gruStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh"))),
                record(
                        "lstm_step(x, h, W_ih, W_hh, b_ih, b_hh, c)",
                        "The new .h and .c of an LSTM cell, gates in PyTorch's order i, f, g, o.",
                        a -> RecordFields.of(Recurrent.lstmStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh"),
                                a.tensor("c"))),
                        a -> RecurrentSteps.lstmStep(
                                a.tensor("x"),
                                a.tensor("h"),
                                a.tensor("W_ih"),
                                a.tensor("W_hh"),
                                a.tensor("b_ih"),
                                a.tensor("b_hh"),
                                a.tensor("c"))));
    }

    private static List<LibraryFunction> attention() {
        return List.of(record(
                "attention(Q, K, V, causal=false)",
                "Scaled dot-product attention: .weights .out.",
                a -> RecordFields.of(
                        Attention.attention(a.tensor("Q"), a.tensor("K"), a.tensor("V"), a.flag("causal"))),
                a -> AttentionSteps.attention(a.tensor("Q"), a.tensor("K"), a.tensor("V"), a.flag("causal"))));
    }

    /** A function of the engine that gives a tensor or number, with an estimated bound. */
    static LibraryFunction tensor(String signature, String doc, Function<Arguments, Tensor> function, StepsBody steps) {
        return record(signature, doc, arguments -> RecordFields.tensor(function.apply(arguments)), steps);
    }

    /** A function of the engine that gives a record, with estimated bounds. */
    static LibraryFunction record(String signature, String doc, Function<Arguments, Value> function, StepsBody steps) {
        Body estimated = arguments -> Estimates.of(arguments, function);
        return LibraryFunction.of(Group.ENGINE, signature, doc, estimated, steps);
    }
}
